import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A note on its way from this device to the server. */
export interface QueuedNote {
  /** Its place in the queue, given by the store. */
  order?: number;
  id: string;
  workshopId: string;
  token: string;
  questionId: string;
  half: string | null;
  text: string;
  createdAt: number;
  /** waiting: not sent. refused: the server said no, a person must decide. */
  state: 'waiting' | 'refused';
  problem?: string;
}

/** Where queued notes lie. What `add` has answered survives a reload and a dead battery. */
export interface NoteStore {
  all(): Promise<QueuedNote[]>;
  add(note: QueuedNote): Promise<void>;
  update(note: QueuedNote): Promise<void>;
  remove(note: QueuedNote): Promise<void>;
}

interface Schema extends DBSchema {
  notes: { key: number; value: QueuedNote; indexes: { id: string } };
}

/** The device's database, or its local storage where there is none (some private windows). */
export async function openStore(): Promise<NoteStore> {
  try {
    return new DatabaseStore(await open());
  } catch {
    return new LocalStore();
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('endre', 1, {
    upgrade(made) {
      const notes = made.createObjectStore('notes', { keyPath: 'order', autoIncrement: true });
      notes.createIndex('id', 'id', { unique: true });
    },
  });
}

class DatabaseStore implements NoteStore {
  #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  all(): Promise<QueuedNote[]> {
    return this.#use(database => database.getAll('notes'));
  }

  async add(note: QueuedNote): Promise<void> {
    note.order = await this.#use(async database => {
      const change = database.transaction('notes', 'readwrite', { durability: 'strict' });
      const order = await change.store.add(note);
      await change.done;
      return order;
    });
  }

  async update(note: QueuedNote): Promise<void> {
    await this.#use(database => database.put('notes', note));
  }

  async remove(note: QueuedNote): Promise<void> {
    const { order } = note;
    if (order !== undefined) await this.#use(database => database.delete('notes', order));
  }

  // A phone that wakes up may have closed the database behind our back.
  async #use<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await act(this.#database);
    } catch (fault) {
      if ((fault as DOMException).name !== 'InvalidStateError') throw fault;
      this.#database = await open();
      return act(this.#database);
    }
  }
}

class LocalStore implements NoteStore {
  readonly #key = 'endre-notes';

  all(): Promise<QueuedNote[]> {
    return Promise.resolve(JSON.parse(localStorage.getItem(this.#key) ?? '[]') as QueuedNote[]);
  }

  async add(note: QueuedNote): Promise<void> {
    const notes = await this.all();
    note.order = (notes.at(-1)?.order ?? 0) + 1;
    this.#write([...notes, note]);
  }

  async update(note: QueuedNote): Promise<void> {
    this.#write((await this.all()).map(other => (other.id === note.id ? note : other)));
  }

  async remove(note: QueuedNote): Promise<void> {
    this.#write((await this.all()).filter(other => other.id !== note.id));
  }

  #write(notes: QueuedNote[]): void {
    localStorage.setItem(this.#key, JSON.stringify(notes));
  }
}
