/** The server's clock, as well as this device can know it: its own clock may be ten minutes wrong. */
export class ServerClock {
  #offset: number | null = null;

  constructor(private readonly own: () => number = Date.now) {}

  /** The offset to this device's clock in milliseconds; 0 until the server has said what time it is. */
  get offset(): number {
    return this.#offset ?? 0;
  }

  get isKnown(): boolean {
    return this.#offset !== null;
  }

  /**
   * The server said that it was `now`. The word has travelled, so an offset is never too large: the largest is the
   * best. A jump means that somebody set a clock, or that the device has slept.
   */
  hear(now: number): void {
    const heard = now - this.own();
    const isJump = this.#offset === null || Math.abs(heard - this.#offset) > 2_000;
    this.#offset = isJump ? heard : Math.max(this.#offset!, heard);
  }

  /** What an earlier page measured, when nothing better is known. */
  recall(offset: number): void {
    this.#offset ??= offset;
  }

  now(): number {
    return this.own() + this.offset;
  }
}

export interface Reading {
  state: 'running' | 'over' | 'paused' | 'idle';
  /** Whole seconds left, or past the end when over. */
  seconds: number;
}

/** What a countdown shows. It starts on its full minutes and reaches 0:00 at the end, not a second before. */
export function read(endsAt: number | null, pausedLeft: number | null, now: number): Reading {
  if (pausedLeft !== null) {
    return { state: pausedLeft < 0 ? 'over' : 'paused', seconds: Math.abs(Math.ceil(pausedLeft)) };
  }
  if (endsAt === null) return { state: 'idle', seconds: 0 };
  const left = Math.ceil((endsAt - now) / 1000);
  return left > 0 ? { state: 'running', seconds: left } : { state: 'over', seconds: Math.max(0, -left) };
}

/** 9:05, 1:02:30, and +0:40 over time. */
export function format({ state, seconds }: Reading): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  const figures = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  return state === 'over' && seconds > 0 ? `+${figures}` : figures;
}

/** The seconds of a time span as .NET writes it: `-1.02:03:04.5`. Null when there is none. */
export function parseLeft(span: string | undefined): number | null {
  const parts = /^(-?)(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(span ?? '');
  if (!parts) return null;
  const [, sign, days = '0', hours, minutes, seconds] = parts;
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign ? -total : total;
}

/** The mark that was passed between two readings and is worth saying aloud: 300, 60 or 0 seconds left. */
export function passed(before: Reading | null, after: Reading): number | null {
  if (!before || before.state !== 'running') return null;
  const left = after.state === 'running' ? after.seconds : after.state === 'over' ? 0 : null;
  if (left === null) return null;
  return [0, 60, 300].find(mark => before.seconds > mark && left <= mark && left > mark - 30) ?? null;
}
