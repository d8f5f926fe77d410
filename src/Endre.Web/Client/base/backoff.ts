/** How long to wait before trying again: longer each time, never the same for everybody. */
export class Backoff {
  #failures = 0;

  constructor(
    private readonly first = 1000,
    private readonly longest = 20_000,
    private readonly random: () => number = Math.random,
  ) {}

  get failures(): number {
    return this.#failures;
  }

  /** The next wait in milliseconds, at least what the server asked for. */
  next(atLeast = 0): number {
    const ceiling = Math.min(this.longest, this.first * 2 ** this.#failures);
    this.#failures += 1;
    const spread = atLeast > 0 ? 1000 : ceiling;
    return Math.round(Math.max(atLeast, 100) + this.random() * spread);
  }

  reset(): void {
    this.#failures = 0;
  }
}

/** The milliseconds of a Retry-After header: seconds or a date; 0 when there is none. */
export function retryAfter(header: string | null, now: number = Date.now()): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 120_000) : 0;
}
