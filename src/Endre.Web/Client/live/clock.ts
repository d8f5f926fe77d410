import { say } from '../base/dom.ts';
import { counted, text } from '../base/texts.ts';
import { format, parseLeft, passed, read, ServerClock, type Reading } from './time.ts';

const svg = 'http://www.w3.org/2000/svg';
const storageKey = 'endre-clock-offset';

export const serverClock = new ServerClock();

/** The server told its time, on the stream. Remembered for pages that come from the device itself. */
export function hearServerTime(instant: number): void {
  if (!Number.isFinite(instant)) return;
  serverClock.hear(instant);
  try {
    localStorage.setItem(storageKey, String(Math.round(serverClock.offset)));
  } catch {
    // Full or forbidden: the next page measures anew.
  }
}

/** A countdown as the server tells it: an end, or what was left when it was stopped, or nothing. */
export interface Countdown {
  endsAt?: string;
  left?: string;
}

/** Sets every clock of the page that does not stand for something else (`data-apart`). */
export function setClocks(countdown: Countdown): void {
  const left = parseLeft(countdown.left);
  for (const clock of document.querySelectorAll<HTMLElement>('endre-clock:not([data-apart])')) {
    clock.toggleAttribute('data-paused-left', left !== null);
    clock.toggleAttribute('data-ends-at', Boolean(countdown.endsAt));
    if (left !== null) clock.dataset['pausedLeft'] = String(left);
    if (countdown.endsAt) clock.dataset['endsAt'] = countdown.endsAt;
  }
}

/** `<endre-clock data-ends-at data-server-now data-paused-left data-total>`: shows the time left. It never moves anything on. */
export class ClockElement extends HTMLElement {
  static readonly observedAttributes = ['data-ends-at', 'data-paused-left', 'data-total'];

  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Reading | null = null;
  #figures: HTMLElement | null = null;
  #note: HTMLElement | null = null;
  #arc: SVGCircleElement | null = null;

  connectedCallback(): void {
    this.classList.add('endre-clock');
    this.setAttribute('role', 'timer');
    this.setAttribute('aria-live', 'off');
    this.#learnTime();
    this.#build();
    this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(): void {
    if (!this.#figures) return;
    this.#last = null;
    this.#tick();
  }

  #learnTime(): void {
    if (serverClock.isKnown) return;
    const fromPage = Date.parse(this.dataset['serverNow'] ?? '');
    // A page kept on the device tells what time it was then.
    const isFresh = !document.documentElement.hasAttribute('data-from-device');
    if (Number.isFinite(fromPage) && isFresh) {
      const cameWithPage = document.readyState !== 'complete';
      const age = cameWithPage ? performance.now() - arrivedAt() : 0;
      serverClock.hear(fromPage + Math.max(0, age));
      return;
    }
    const remembered = Number(localStorage.getItem(storageKey) ?? NaN);
    if (Number.isFinite(remembered)) serverClock.recall(remembered);
  }

  #build(): void {
    this.#figures = document.createElement('span');
    this.#note = document.createElement('span');
    this.#note.className = 'endre-clock-note';
    const ring = document.createElementNS(svg, 'svg');
    ring.setAttribute('class', 'endre-clock-ring');
    ring.setAttribute('viewBox', '0 0 32 32');
    ring.setAttribute('aria-hidden', 'true');
    ring.append(circle(), (this.#arc = circle()));
    this.#arc.setAttribute('pathLength', '100');
    this.replaceChildren(ring, this.#figures, this.#note);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    if (!this.isConnected) return;
    const reading = this.#read();
    this.#show(reading);
    const mark = passed(this.#last, reading);
    if (mark !== null) say(mark === 0 ? text('timeIsUp') : counted('minutesLeft', mark / 60));
    this.#last = reading;
    if (reading.state !== 'running' && reading.state !== 'over') return;
    const untilNextSecond = 1000 - (((serverClock.now() - this.#endsAt!) % 1000) + 1000) % 1000;
    this.#timer = setTimeout(() => this.#tick(), untilNextSecond + 15);
  }

  get #endsAt(): number | null {
    const instant = Date.parse(this.dataset['endsAt'] ?? '');
    return Number.isFinite(instant) ? instant : null;
  }

  #read(): Reading {
    const paused = this.dataset['pausedLeft'];
    return read(this.#endsAt, paused ? Number(paused) : null, serverClock.now());
  }

  #show(reading: Reading): void {
    this.dataset['state'] = reading.state;
    this.hidden = reading.state === 'idle';
    this.#figures!.textContent = format(reading);
    const isPaused = Boolean(this.dataset['pausedLeft']);
    this.#note!.textContent = isPaused ? text('paused') : reading.state === 'over' ? text('overTime') : '';
    const total = Number(this.dataset['total'] ?? 0);
    const share = reading.state === 'over' || total <= 0 ? 0 : Math.min(1, reading.seconds / total);
    this.#arc!.setAttribute('stroke-dasharray', `${(share * 100).toFixed(2)} 100`);
    this.#arc!.parentElement!.toggleAttribute('hidden', total <= 0);
  }
}

function circle(): SVGCircleElement {
  const element = document.createElementNS(svg, 'circle');
  for (const [name, value] of [['cx', '16'], ['cy', '16'], ['r', '13']] as const) element.setAttribute(name, value);
  return element;
}

function arrivedAt(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.responseStart ?? performance.now();
}
