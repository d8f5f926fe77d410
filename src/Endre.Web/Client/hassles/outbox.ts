import { all, find, on, say } from '../base/dom.ts';
import { show } from '../base/message.ts';
import { forgetPerson, whoIsHere } from '../base/person.ts';
import { text } from '../base/texts.ts';
import { Lease } from '../outbox/lease.ts';
import { Outbox } from '../outbox/outbox.ts';
import { openStore } from '../outbox/store.ts';
import { isForNow, isSeenBy, isTooOld, mostWaiting, type QueuedHassle } from './queued.ts';
import { sayForm, type SayForm } from './say-form.ts';
import { sendHassle, type SentHassle } from './send.ts';
import { addReceipt, dropReceipt, justWritten, mend, receipts, remember, takeMending } from './session.ts';
import { showUnsent, type UnsentActs } from './unsent.ts';

// So that a page on which nothing is said opens no database to learn that nothing waits.
const flag = 'endre-venter';

/** What is said without a network is kept on the device, and sent from whichever page is open when there is one. */
export async function hassleOutbox(): Promise<void> {
  const person = whoIsHere();
  const element = find<HTMLFormElement>('form[data-say-outbox]');
  if (!element && !find('[data-unsent]') && localStorage.getItem(flag) === null) return;
  const store = await openStore<QueuedHassle>('endre-plunder', 'hassles');
  for (const old of (await store.all()).filter(entry => isTooOld(entry, Date.now()))) await store.remove(old);
  const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('endre-plunder') : null;
  let form: SayForm | null = null;

  const outbox = new Outbox<QueuedHassle, SentHassle>({
    store,
    lease: new Lease(localStorage, Date.now, 20_000, 'endre-plunder-sender'),
    send: sendHassle,
    isForNow: entry => isForNow(entry, person),
    onChange: draw,
    onSent(entry, { claimCode }) {
      if (!isSeenBy(entry, person, justWritten())) return;
      if (claimCode) addReceipt({ id: entry.id, code: claimCode });
      draw(outbox.entries);
      if (claimCode && !find('[data-unsent]')) show(text('saySentCode', { code: claimCode }));
      else show(text('saySent'));
    },
    tellOthers: () => others?.postMessage('changed'),
  });

  const acts: UnsentActs = {
    edit: entry => void edit(entry),
    confirm: entry => void outbox.again({ ...entry, isSure: true }),
    discard: entry => void outbox.discard(entry.id),
    forget(receipt) {
      dropReceipt(receipt.id);
      draw(outbox.entries);
    },
  };

  function draw(entries: readonly QueuedHassle[]): void {
    if (entries.length > 0) localStorage.setItem(flag, '1');
    else localStorage.removeItem(flag);
    showUnsent(entries.filter(entry => isSeenBy(entry, person, justWritten())), receipts(), acts);
  }

  async function keep(entry: QueuedHassle): Promise<boolean> {
    if (outbox.entries.length >= mostWaiting) {
      show(text('sayFull', { limit: mostWaiting }));
      return false;
    }
    remember(entry.id);
    try {
      await outbox.add(entry);
    } catch {
      show(text('sayNotKept'));
      return false;
    }
    say(text('sayKept'));
    find('[data-unsent] h2')?.focus();
    return true;
  }

  async function edit(entry: QueuedHassle): Promise<void> {
    if (form?.isFor(entry.unitId)) {
      form.fill(entry);
      await outbox.discard(entry.id);
    } else {
      mend(entry.id);
      location.assign(`/si-fra?enhet=${encodeURIComponent(entry.unitId)}`);
    }
  }

  if (element) form = sayForm(element, person, keep);
  others?.addEventListener('message', () => void outbox.reload());
  addEventListener('online', () => void outbox.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.flush();
  });
  leaving(() => outbox.entries.filter(entry => entry.owner === person && person !== '').length);
  await outbox.reload();
  const id = takeMending();
  const mended = outbox.entries.find(entry => entry.id === id && isSeenBy(entry, person, justWritten()));
  if (mended && form) {
    form.fill(mended);
    await outbox.discard(mended.id);
  }
  void outbox.flush();
}

/** Signing out hides what waits from whoever comes next, and says so. */
function leaving(waiting: () => number): void {
  on('submit', 'form[action="/logg-ut"]', event => {
    if (event.defaultPrevented || waiting() === 0 || confirm(text('saySignOut'))) return;
    event.preventDefault();
  });
}

/** On every page: whoever signs out takes what this device knew of them along. */
export function forgetAtSignOut(): void {
  for (const form of all<HTMLFormElement>('form[action="/logg-ut"]')) {
    form.addEventListener('submit', event =>
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        forgetPerson();
        navigator.serviceWorker?.controller?.postMessage({ kind: 'forget' });
      }),
    );
  }
}
