/**
 * Which tab sends. Web Locks exist only in secure contexts, so a tab writes its name with an end time. Two tabs may
 * for a blink both believe in theirs; then a note is sent twice, and its id makes it one.
 */
export class Lease {
  readonly #me = Math.random().toString(36).slice(2);

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly now: () => number = Date.now,
    private readonly length = 20_000,
    private readonly key = 'endre-sender',
  ) {}

  /** Takes or renews the lease. Answers 0, or the milliseconds until another tab's runs out. */
  take(): number {
    try {
      const [owner, until] = (this.storage.getItem(this.key) ?? '').split(' ');
      const left = Number(until ?? 0) - this.now();
      // A clock that was set back must not lock this device out.
      if (owner && owner !== this.#me && left > 0 && left <= this.length) return left;
      this.storage.setItem(this.key, `${this.#me} ${this.now() + this.length}`);
    } catch {
      // Without storage there is nobody to agree with.
    }
    return 0;
  }

  release(): void {
    try {
      if (this.storage.getItem(this.key)?.startsWith(`${this.#me} `)) this.storage.removeItem(this.key);
    } catch {
      // It runs out by itself.
    }
  }
}
