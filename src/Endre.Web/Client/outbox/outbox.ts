import { Backoff } from '../base/backoff.ts';
import type { Lease } from './lease.ts';
import type { Queued, Store } from './store.ts';

/** What became of one attempt to send. */
export type Outcome<Result> =
  | { kind: 'sent'; result: Result }
  | { kind: 'refused'; problem: string; asks?: boolean }
  /** It waits for somebody to come back, and holds up nothing. */
  | { kind: 'held' }
  | { kind: 'later'; wait: number };

export interface OutboxOptions<Entry extends Queued, Result> {
  store: Store<Entry>;
  lease: Pick<Lease, 'take' | 'release'>;
  send(entry: Entry): Promise<Outcome<Result>>;
  /** Whether it may be sent by whoever is here now. */
  isForNow?(entry: Entry): boolean;
  /** The queue has changed: here, or in another tab. */
  onChange(entries: Entry[]): void;
  onSent(entry: Entry, result: Result): void;
  /** Lets other tabs know. */
  tellOthers?(): void;
  backoff?: Backoff;
}

/**
 * The way of what somebody wrote to the server: kept on the device first, sent in order, gone from the device when the server has
 * said 2xx. What the server refuses waits for a person and holds up nothing; a dead network holds up everything.
 */
export class Outbox<Entry extends Queued, Result> {
  #entries: Entry[] = [];
  #isSending = false;
  #isAskedAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #backoff: Backoff;

  constructor(private readonly options: OutboxOptions<Entry, Result>) {
    this.#backoff = options.backoff ?? new Backoff(1000, 30_000);
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Reads the queue anew: at start, and when another tab has changed it. */
  async reload(): Promise<void> {
    this.#entries = await this.options.store.all();
    this.options.onChange(this.#entries);
  }

  /** Keeps the entry. When this answers, it is safe on the device. */
  async add(entry: Entry): Promise<void> {
    await this.options.store.add(entry);
    this.#entries = [...this.#entries, entry];
    this.#changed();
    void this.flush();
  }

  async discard(id: string): Promise<Entry | undefined> {
    const entry = this.#entries.find(other => other.id === id);
    if (entry) await this.#drop(entry);
    return entry;
  }

  /** Sends what was refused once more, as the person now wants it. */
  async again(entry: Entry): Promise<void> {
    await this.#keep({ ...entry, state: 'waiting', asks: false });
    void this.flush();
  }

  /** Sends what waits, now; and again by itself as long as something waits. */
  async flush(): Promise<void> {
    if (this.#isSending) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isSending = true;
    clearTimeout(this.#timer);
    let wait = 0;
    try {
      do {
        this.#isAskedAgain = false;
        wait = await this.#sendAll();
      } while (wait === 0 && this.#isAskedAgain);
    } catch (fault) {
      console.error(fault);
      wait = this.#backoff.next();
    } finally {
      this.options.lease.release();
      this.#isSending = false;
    }
    if (wait > 0) this.#timer = setTimeout(() => void this.flush(), wait);
  }

  async #sendAll(): Promise<number> {
    // Another tab may have sent some of what this one remembers.
    await this.reload();
    const isForNow = this.options.isForNow ?? (() => true);
    for (const entry of this.#entries.filter(waiting => waiting.state === 'waiting' && isForNow(waiting))) {
      const held = this.options.lease.take();
      if (held > 0) return held;
      const outcome = await this.options.send(entry);
      if (outcome.kind === 'later') return Math.max(1, this.#backoff.next(outcome.wait));
      this.#backoff.reset();
      if (outcome.kind === 'held') continue;
      if (outcome.kind === 'sent') {
        await this.#drop(entry);
        this.options.onSent(entry, outcome.result);
      } else {
        await this.#keep({ ...entry, state: 'refused', problem: outcome.problem, asks: outcome.asks ?? false });
      }
    }
    return 0;
  }

  async #keep(entry: Entry): Promise<void> {
    await this.options.store.update(entry);
    this.#entries = this.#entries.map(other => (other.id === entry.id ? entry : other));
    this.#changed();
  }

  async #drop(entry: Entry): Promise<void> {
    await this.options.store.remove(entry);
    this.#entries = this.#entries.filter(other => other.id !== entry.id);
    this.#changed();
  }

  #changed(): void {
    this.options.onChange(this.#entries);
    this.options.tellOthers?.();
  }
}
