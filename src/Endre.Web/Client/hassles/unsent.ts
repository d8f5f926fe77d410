import { find, make } from '../base/dom.ts';
import { text } from '../base/texts.ts';
import type { QueuedHassle } from './queued.ts';
import type { Receipt } from './session.ts';

export interface UnsentActs {
  edit(entry: QueuedHassle): void;
  confirm(entry: QueuedHassle): void;
  discard(entry: QueuedHassle): void;
  forget(receipt: Receipt): void;
}

/** Shows what waits on this device to whoever may read it, says truthfully how it is, and the codes of what was sent. */
export function showUnsent(entries: readonly QueuedHassle[], receipts: readonly Receipt[], acts: UnsentActs): void {
  const section = find('[data-unsent]');
  const list = section && find('ul', section);
  if (!section || !list) return;
  list.replaceChildren(...receipts.map(one => receiptItem(one, acts)), ...entries.map(one => waitingItem(one, acts)));
  section.hidden = entries.length + receipts.length === 0;
  find('[data-unsent-shared]', section)?.toggleAttribute('hidden', !entries.some(entry => entry.owner === ''));
}

function waitingItem(entry: QueuedHassle, acts: UnsentActs): HTMLElement {
  const isRefused = entry.state === 'refused';
  const words = isRefused ? `${text('sayRefused')} ${entry.problem || text('sayUnwelcome')}` : text('sayWaiting');
  const needsCode = entry.owner === '';
  return make(
    'li',
    { 'data-state': entry.state },
    make('p', { class: 'endre-said' }, entry.fields['text'] ?? ''),
    make('p', { class: 'endre-small', role: isRefused ? 'alert' : null }, make('strong', {}, words), ` · ${entry.unit}`),
    needsCode ? make('p', { class: 'endre-small' }, text('sayCodeLater', { code: entry.claimCode })) : null,
    make(
      'div',
      { class: 'endre-buttons' },
      button(text(isRefused ? 'edit' : 'sayEdit'), () => acts.edit(entry), entry),
      isRefused && entry.asks ? button(text('sayAsItIs'), () => acts.confirm(entry), entry) : null,
      button(text('discard'), () => acts.discard(entry), entry),
    ),
  );
}

function receiptItem(receipt: Receipt, acts: UnsentActs): HTMLElement {
  return make(
    'li',
    { 'data-state': 'sent' },
    make('p', {}, make('strong', {}, text('saySent'))),
    make('p', {}, text('sayCode')),
    make('p', { class: 'endre-claim-code' }, receipt.code),
    make('div', { class: 'endre-buttons' }, button(text('sayForget'), () => acts.forget(receipt))),
  );
}

function button(name: string, run: () => void, about?: QueuedHassle): HTMLButtonElement {
  const element = make('button', {
    type: 'button',
    class: 'ds-button',
    'data-variant': 'secondary',
    'data-size': 'sm',
    'aria-label': about ? `${name}: ${about.fields['text'] ?? ''}` : null,
  }, name);
  element.addEventListener('click', run);
  return element;
}
