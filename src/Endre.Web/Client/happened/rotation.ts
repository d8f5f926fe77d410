import { all, find } from '../base/dom.ts';
import { turn } from './turn.ts';

/**
 * `<endre-rotation data-seconds data-refresh>`: a screen on a wall. Shows one card at a time, calmly, and fetches itself
 * anew. Without script, and for those who want less motion, all cards stand there at once.
 */
export class RotationElement extends HTMLElement {
  #at = -1;
  #turning: ReturnType<typeof setInterval> | undefined;
  #fetching: ReturnType<typeof setInterval> | undefined;
  #isPaused = false;

  connectedCallback(): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    still.addEventListener('change', () => this.#start(!still.matches));
    this.#pauseButton?.addEventListener('click', () => this.#pause(!this.#isPaused));
    find('[data-rotation-next]', this)?.addEventListener('click', () => this.#next());
    this.#fetching = setInterval(() => void this.#refresh(), 1000 * Number(this.dataset['refresh'] ?? 60));
    this.#start(!still.matches);
  }

  disconnectedCallback(): void {
    clearInterval(this.#turning);
    clearInterval(this.#fetching);
  }

  get #cards(): HTMLElement[] {
    return all('[data-fresh="list"] > li', this);
  }

  get #pauseButton(): HTMLButtonElement | null {
    return find<HTMLButtonElement>('[data-rotation-pause]', this);
  }

  #start(moves: boolean): void {
    clearInterval(this.#turning);
    const isTurning = moves && this.#cards.length > 1;
    this.toggleAttribute('data-turning', isTurning);
    for (const button of all('[data-rotation-pause], [data-rotation-next]', this)) button.hidden = !isTurning;
    if (!isTurning) {
      for (const card of this.#cards) card.removeAttribute('data-now');
      return;
    }
    this.#next();
    this.#pause(this.#isPaused);
  }

  #pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    clearInterval(this.#turning);
    if (!isPaused) this.#turning = setInterval(() => this.#next(), 1000 * Number(this.dataset['seconds'] ?? 14));
    const button = this.#pauseButton;
    const name = button && find('span', button);
    if (name) name.textContent = button.dataset[isPaused ? 'resume' : 'pause'] ?? '';
  }

  #next(): void {
    const cards = this.#cards;
    this.#show(turn(this.#at, cards.length));
  }

  #show(at: number): void {
    this.#at = at;
    for (const [place, card] of this.#cards.entries()) card.toggleAttribute('data-now', place === at);
  }

  // What is there stays there until something newer has come: a server that is away for a while takes nothing with it.
  async #refresh(): Promise<void> {
    try {
      const answer = await fetch(location.href, { cache: 'no-store', credentials: 'same-origin' });
      if (answer.status === 404 || answer.redirected) {
        // The link was taken back, or nobody is signed in any more.
        location.reload();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      this.#take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      this.#lost(false);
    } catch {
      this.#lost(true);
    }
  }

  #take(page: Document): void {
    const script = 'script[type="module"]';
    if (find(script, page)?.getAttribute('src') !== find(script)?.getAttribute('src')) {
      // The server has become another version.
      location.reload();
      return;
    }
    for (const part of all('[data-fresh]', this)) {
      const fresh = find(`[data-fresh="${part.dataset['fresh']}"]`, page);
      if (!fresh) continue;
      const kept = part.cloneNode(true) as HTMLElement;
      for (const card of all('[data-now]', kept)) card.removeAttribute('data-now');
      if (kept.outerHTML !== fresh.outerHTML) part.replaceWith(document.importNode(fresh, true));
    }
    if (!this.hasAttribute('data-turning')) this.#start(!matchMedia('(prefers-reduced-motion: reduce)').matches);
    else if (this.#cards.length < 2) this.#start(false);
    else this.#show(Math.min(Math.max(this.#at, 0), this.#cards.length - 1));
  }

  #lost(isLost: boolean): void {
    const note = find('[data-lost]', this);
    if (note) note.hidden = !isLost;
  }
}
