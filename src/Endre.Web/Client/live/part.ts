import { Backoff, retryAfter } from '../base/backoff.ts';
import { find, say } from '../base/dom.ts';
import { morphPart } from './morph.ts';

// Between two refreshes that others cause: what comes meanwhile is in the next one.
const rest = 400;
const patience = 15_000;
const mostLaggards = 8;

/** Somebody drags or composes letters: the part must hold still. */
let holds = 0;

export function holdStill(): () => void {
  holds += 1;
  let isHeld = true;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
  };
}

/** The live part of the page, `#board`: asks the server for it anew and morphs it in, one question at a time. */
export class Part {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;
  #isAsking = false;
  #wanted = 0;
  #isStale = false;
  #lastAt = 0;
  #laggards = 0;
  readonly #backoff = new Backoff();

  /** `onEnd`: the server will not show this page to us any more. */
  constructor(private readonly options: { onShown(sequence: number): void; onEnd(status: number): void; isAlwaysOn(): boolean }) {
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.#isStale) this.refresh(0, 0);
    });
  }

  get element(): HTMLElement | null {
    return document.getElementById('board');
  }

  /** The sequence that the part was rendered at. */
  get sequence(): number {
    return Number(this.element?.dataset['sequence'] ?? 0);
  }

  /** Asks for the part anew, so that it shows at least this sequence, within `spread` milliseconds at random. */
  refresh(sequence: number, spread: number): void {
    this.#wanted = Math.max(this.#wanted, sequence);
    this.#isStale = true;
    if (this.#isAsking || (document.hidden && !this.options.isAlwaysOn())) return;
    const quiet = Math.max(0, this.#lastAt + rest - Date.now());
    this.#schedule(quiet + Math.random() * spread);
  }

  /**
   * Shows an answer that holds the part: of a refresh, or of a form. Answers whether it holds one. An answer that was
   * on its way while a newer one was shown has nothing to tell, unless it says what was wrong with a form.
   */
  show(html: string, isRefusal = false): boolean {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const next = page.getElementById('board');
    const part = this.element;
    if (!next || !part) return false;
    const shown = this.sequence;
    const isOld = Number(next.dataset['sequence'] ?? Infinity) < shown;
    if (isOld && !isRefusal) return true;
    const stepBefore = part.dataset['step'];
    document.title = next.dataset['title'] || page.title || document.title;
    morphPart(part, next);
    this.options.onShown(this.sequence);
    if (this.element?.dataset['step'] !== stepBefore) enterStep(this.element!);
    if (isOld) this.refresh(shown, 0);
    return true;
  }

  #schedule(wait: number): void {
    const at = Date.now() + wait;
    if (at >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = at;
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    this.#dueAt = Infinity;
    if (holds > 0) return this.#schedule(250);
    this.#isAsking = true;
    this.#isStale = false;
    const wait = await this.#fetch();
    this.#isAsking = false;
    this.#lastAt = Date.now();
    if (wait > 0) this.#isStale = true;
    if (wait > 0 || this.#isStale || this.#wanted > this.sequence) this.#schedule(Math.max(wait, rest));
  }

  /** Answers 0, or how long to wait before asking again. */
  async #fetch(): Promise<number> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    try {
      const answer = await fetch(location.href, {
        headers: { 'Endre-Part': 'board', Accept: 'text/html' },
        cache: 'no-store',
        signal: abort.signal,
      });
      if ([401, 403, 404, 410].includes(answer.status)) {
        this.#wanted = 0;
        this.options.onEnd(answer.status);
        return 0;
      }
      if (!answer.ok) return this.#backoff.next(retryAfter(answer.headers.get('Retry-After')));
      const html = await answer.text();
      this.#backoff.reset();
      if (holds > 0) return 250;
      // Somewhere else now, for example at the sign-in.
      if (!this.show(html)) location.assign(answer.url);
      // Another node may not have read that far yet: it is asked again, but not for ever.
      this.#laggards = this.#wanted > this.sequence ? this.#laggards + 1 : 0;
      if (this.#laggards > mostLaggards) this.#wanted = this.#laggards = 0;
      return 0;
    } catch {
      return this.#backoff.next();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The workshop has gone on to another step: begin at its top, and say its name. */
function enterStep(part: HTMLElement): void {
  const isWriting = document.activeElement?.matches('textarea, input') && part.contains(document.activeElement);
  if (!isWriting) {
    scrollTo({ top: 0 });
    const heading = find('h1', part);
    if (heading && (document.activeElement === document.body || part.contains(document.activeElement))) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }
  const words = part.dataset['announce'] ?? find('h1', part)?.textContent;
  if (words) say(words);
  document.dispatchEvent(new Event('endre:step'));
}
