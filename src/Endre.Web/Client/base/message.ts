import { make } from './dom.ts';
import { text } from './texts.ts';

let current: HTMLElement | null = null;

/** Shows a message over the page, until it is closed or replaced. `act` is what one can do about it. */
export function show(words: string, act?: { name: string; run: () => void }): void {
  hide();
  const close = make('button', { type: 'button' }, text('close'));
  close.addEventListener('click', hide);
  current = make('div', { class: 'endre-message', role: 'alert' }, make('p', {}, words));
  if (act) {
    const button = make('button', { type: 'button' }, act.name);
    button.addEventListener('click', () => {
      hide();
      act.run();
    });
    current.append(button);
  }
  current.append(close);
  // The toast stands outside the live part, so that no morph takes it away.
  document.body.append(current);
}

export function hide(): void {
  current?.remove();
  current = null;
}
