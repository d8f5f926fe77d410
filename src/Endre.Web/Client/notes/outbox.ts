import { Backoff } from '../base/backoff.ts';
import type { NoteStore, QueuedNote } from './store.ts';
import type { Lease } from './lease.ts';

/** What became of one attempt to send. */
export type Outcome =
  | { kind: 'sent'; sequence: number | null }
  | { kind: 'refused'; problem: string }
  | { kind: 'later'; wait: number };

export interface OutboxOptions {
  store: NoteStore;
  lease: Pick<Lease, 'take' | 'release'>;
  send(note: QueuedNote): Promise<Outcome>;
  /** The queue has changed: here, or in another tab. */
  onChange(notes: QueuedNote[]): void;
  onSent(note: QueuedNote, sequence: number | null): void;
  /** Lets other tabs know. */
  tellOthers?(): void;
  backoff?: Backoff;
}

/**
 * The way of a note to the server: kept on the device first, sent in order, gone from the device when the server has
 * said 2xx. What the server refuses waits for a person and holds up nothing; a dead network holds up everything.
 */
export class Outbox {
  #notes: QueuedNote[] = [];
  #isSending = false;
  #isAskedAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #backoff: Backoff;

  constructor(private readonly options: OutboxOptions) {
    this.#backoff = options.backoff ?? new Backoff(1000, 30_000);
  }

  get notes(): readonly QueuedNote[] {
    return this.#notes;
  }

  /** Reads the queue anew: at start, and when another tab has changed it. */
  async reload(): Promise<void> {
    this.#notes = await this.options.store.all();
    this.options.onChange(this.#notes);
  }

  /** Keeps the note. When this answers, it is safe on the device. */
  async add(note: QueuedNote): Promise<void> {
    await this.options.store.add(note);
    this.#notes = [...this.#notes, note];
    this.#changed();
    void this.flush();
  }

  async discard(id: string): Promise<QueuedNote | undefined> {
    const note = this.#notes.find(other => other.id === id);
    if (note) await this.#drop(note);
    return note;
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
    for (const note of this.#notes.filter(waiting => waiting.state === 'waiting')) {
      const held = this.options.lease.take();
      if (held > 0) return held;
      const outcome = await this.options.send(note);
      if (outcome.kind === 'later') return Math.max(1, this.#backoff.next(outcome.wait));
      this.#backoff.reset();
      if (outcome.kind === 'sent') {
        await this.#drop(note);
        this.options.onSent(note, outcome.sequence);
      } else {
        await this.#refuse({ ...note, state: 'refused', problem: outcome.problem });
      }
    }
    return 0;
  }

  async #refuse(note: QueuedNote): Promise<void> {
    await this.options.store.update(note);
    this.#notes = this.#notes.map(other => (other.id === note.id ? note : other));
    this.#changed();
  }

  async #drop(note: QueuedNote): Promise<void> {
    await this.options.store.remove(note);
    this.#notes = this.#notes.filter(other => other.id !== note.id);
    this.#changed();
  }

  #changed(): void {
    this.options.onChange(this.#notes);
    this.options.tellOthers?.();
  }
}
