import { openDB, type IDBPDatabase } from 'idb';

/** Something on its way from this device to the server. */
export interface Queued {
  /** Its place in the queue, given by the store. */
  order?: number;
  id: string;
  /** waiting: not sent. refused: the server said no, a person must decide. */
  state: 'waiting' | 'refused';
  problem?: string;
  /** What was refused is taken when the person says so once more. */
  asks?: boolean;
}

/** Where a queue lies. What `add` has answered survives a reload and a dead battery. */
export interface Store<Entry extends Queued> {
  all(): Promise<Entry[]>;
  add(entry: Entry): Promise<void>;
  update(entry: Entry): Promise<void>;
  remove(entry: Entry): Promise<void>;
}

/** The device's database, or its local storage where there is none (some private windows). */
export async function openStore<Entry extends Queued>(database: string, name: string): Promise<Store<Entry>> {
  try {
    return new DatabaseStore<Entry>(await open(database, name), database, name);
  } catch {
    return new LocalStore<Entry>(`endre-${name}`);
  }
}

function open(database: string, name: string): Promise<IDBPDatabase> {
  return openDB(database, 1, {
    upgrade(made) {
      const entries = made.createObjectStore(name, { keyPath: 'order', autoIncrement: true });
      entries.createIndex('id', 'id', { unique: true });
    },
  });
}

class DatabaseStore<Entry extends Queued> implements Store<Entry> {
  constructor(
    private database: IDBPDatabase,
    private readonly databaseName: string,
    private readonly name: string,
  ) {}

  all(): Promise<Entry[]> {
    return this.#use(database => database.getAll(this.name));
  }

  async add(entry: Entry): Promise<void> {
    entry.order = await this.#use(async database => {
      const change = database.transaction(this.name, 'readwrite', { durability: 'strict' });
      const order = await change.store.add(entry);
      await change.done;
      return order as number;
    });
  }

  async update(entry: Entry): Promise<void> {
    await this.#use(database => database.put(this.name, entry));
  }

  async remove(entry: Entry): Promise<void> {
    const { order } = entry;
    if (order !== undefined) await this.#use(database => database.delete(this.name, order));
  }

  // A phone that wakes up may have closed the database behind our back.
  async #use<T>(act: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await act(this.database);
    } catch (fault) {
      if ((fault as DOMException).name !== 'InvalidStateError') throw fault;
      this.database = await open(this.databaseName, this.name);
      return act(this.database);
    }
  }
}

class LocalStore<Entry extends Queued> implements Store<Entry> {
  constructor(private readonly key: string) {}

  all(): Promise<Entry[]> {
    return Promise.resolve(JSON.parse(localStorage.getItem(this.key) ?? '[]') as Entry[]);
  }

  async add(entry: Entry): Promise<void> {
    const entries = await this.all();
    entry.order = (entries.at(-1)?.order ?? 0) + 1;
    this.#write([...entries, entry]);
  }

  async update(entry: Entry): Promise<void> {
    this.#write((await this.all()).map(other => (other.id === entry.id ? entry : other)));
  }

  async remove(entry: Entry): Promise<void> {
    this.#write((await this.all()).filter(other => other.id !== entry.id));
  }

  #write(entries: Entry[]): void {
    localStorage.setItem(this.key, JSON.stringify(entries));
  }
}
