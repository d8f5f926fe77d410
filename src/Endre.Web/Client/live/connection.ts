import { counted, text } from '../base/texts.ts';
import { onStatus, type Status } from './status.ts';

// A blink of the network is not worth a word.
const patience = 1_000;

/** `<endre-connection>`: connected · connecting · offline, and how many notes wait on this device. */
export class ConnectionElement extends HTMLElement {
  #forget: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (!this.hasAttribute('role')) this.setAttribute('role', 'status');
    this.classList.add('endre-connection');
    this.#forget = onStatus(status => {
      clearTimeout(this.#timer);
      const isGood = status.stream === 'connected';
      this.#timer = setTimeout(() => this.#show(status), isGood || !this.dataset['state'] ? 0 : patience);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#forget?.();
  }

  #show({ stream, unsent }: Status): void {
    this.dataset['state'] = stream;
    this.toggleAttribute('data-unsent', unsent > 0);
    const parts = [text(stream)];
    if (unsent > 0) parts.push(counted('unsent', unsent));
    const words = parts.join(' · ');
    if (this.textContent !== words) this.textContent = words;
  }
}
