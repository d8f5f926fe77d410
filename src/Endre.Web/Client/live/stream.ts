import { Backoff, retryAfter } from '../base/backoff.ts';
import { EventParser, type StreamEvent } from './sse.ts';

export type StreamState = 'connected' | 'connecting' | 'offline';

export interface StreamOptions {
  url: string;
  /** The sequence the page was rendered at: the stream starts behind it. */
  after: number;
  token: string | null;
  onEvent(event: StreamEvent): void;
  onState(state: StreamState): void;
  /** The server will not have us: signed out, removed, closed, gone. */
  onEnd(status: number): void;
  /** Longest silence in milliseconds; the server says something every fifteen seconds. */
  silence?: number;
  backoff?: Backoff;
  fetch?: typeof fetch;
}

const patienceForAnswer = 15_000;
// After this many failures in a row the page says that it is offline rather than connecting.
const failuresUntilOffline = 2;

/**
 * Follows a workshop's events in order, each once, and comes back by itself after sleep, a lost network or a
 * restarted server. One connection at a time.
 */
export class EventStream {
  #last: number;
  #isStopped = false;
  #abort: AbortController | null = null;
  #heardAt = 0;
  #endPause: (() => void) | null = null;
  #isHurried = false;
  #state: StreamState | null = null;
  readonly #backoff: Backoff;
  readonly #silence: number;

  constructor(private readonly options: StreamOptions) {
    this.#last = options.after;
    this.#backoff = options.backoff ?? new Backoff();
    this.#silence = options.silence ?? 40_000;
  }

  get last(): number {
    return this.#last;
  }

  /** Asks anew from where we are, because the server would now tell us other things. */
  restart(): void {
    if (this.#heardAt === 0) return;
    this.#isHurried = true;
    this.#abort?.abort();
  }

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    this.#abort?.abort();
    this.#endPause?.();
  }

  /** Something happened that may have cut or mended the line: network, wake-up, the page shown again. */
  wake(): void {
    if (this.#endPause) {
      this.#backoff.reset();
      this.#endPause();
    } else if (this.#heardAt > 0 && Date.now() - this.#heardAt > this.#silence / 2) {
      this.restart();
    }
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      this.#tell(this.#backoff.failures >= failuresUntilOffline ? 'offline' : 'connecting');
      const wait = await this.#connect();
      if (this.#isStopped) break;
      this.#tell(this.#backoff.failures >= failuresUntilOffline ? 'offline' : 'connecting');
      if (!this.#isHurried) await this.#pause(wait);
      this.#isHurried = false;
    }
  }

  /** One connection from beginning to end. Answers how long to wait before the next. */
  async #connect(): Promise<number> {
    const abort = (this.#abort = new AbortController());
    let watchdog = setTimeout(() => abort.abort(), patienceForAnswer);
    const hear = () => {
      this.#heardAt = Date.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(() => abort.abort(), this.#silence);
    };
    try {
      const answer = await this.#ask(abort.signal);
      if (!answer.ok || !answer.body) return this.#refused(answer);
      hear();
      this.#tell('connected');
      const parser = new EventParser();
      const reader = answer.body.getReader();
      abort.signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        hear();
        this.#backoff.reset();
        for (const event of parser.push(value)) this.#deliver(event);
      }
      return this.#backoff.next(parser.retry ?? 0);
    } catch {
      return this.#backoff.next();
    } finally {
      clearTimeout(watchdog);
      this.#heardAt = 0;
      // Ends what is still open; an aborted fetch may otherwise keep its socket.
      abort.abort();
    }
  }

  #ask(signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'text/event-stream', 'Last-Event-ID': String(this.#last) };
    if (this.options.token) headers['Authorization'] = `Bearer ${this.options.token}`;
    const url = `${this.options.url}${this.options.url.includes('?') ? '&' : '?'}after=${this.#last}`;
    const ask = this.options.fetch ?? fetch;
    return ask(url, { headers, signal, cache: 'no-store', credentials: 'same-origin' });
  }

  #refused(answer: Response): number {
    if ([401, 403, 404, 410].includes(answer.status)) {
      this.#isStopped = true;
      this.#tell('offline');
      this.options.onEnd(answer.status);
      return 0;
    }
    return this.#backoff.next(retryAfter(answer.headers.get('Retry-After')));
  }

  #deliver(event: StreamEvent): void {
    if (event.id !== null) {
      if (event.id <= this.#last) return;
      this.#last = event.id;
    }
    // A fault in showing one event must not cost us the connection.
    try {
      this.options.onEvent(event);
    } catch (fault) {
      console.error(fault);
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#endPause?.(), milliseconds);
      this.#endPause = () => {
        clearTimeout(timer);
        this.#endPause = null;
        resolve();
      };
    });
  }

  #tell(state: StreamState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.options.onState(state);
  }
}
