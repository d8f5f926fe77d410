import { find, on, say } from '../base/dom.ts';
import { newId } from '../base/ids.ts';
import { show } from '../base/message.ts';
import { text } from '../base/texts.ts';
import { setStatus } from '../live/status.ts';
import { clearDraft, forgetDrafts, writeDraft, type Draft } from './drafts.ts';
import { Lease } from '../outbox/lease.ts';
import { Outbox } from '../outbox/outbox.ts';
import { openStore } from '../outbox/store.ts';
import { showLeftovers, showQueue, showSent, type QueueActs } from './queue-view.ts';
import { sendNote } from './send.ts';
import type { QueuedNote } from './queued.ts';

/** A note that the server has taken and that the page may have been rendered too early to show. */
export interface SentNote {
  note: QueuedNote;
  sequence: number | null;
}

export interface Compose {
  flush(): void;
  /** Whether this device wrote the note: it may hear of it on the stream before its own answer arrives. */
  isOurs(id: string): boolean;
  /** Draws what waits anew, after the page part has changed. */
  draw(): void;
  /** The page now shows everything up to this sequence by itself. */
  shownUpTo(sequence: number): void;
}

/** Catches `form[data-outbox]`: the note is kept on the device, then sent, whatever the network does. */
export async function compose(workshopId: string, token: string): Promise<Compose> {
  const store = await openStore<QueuedNote>('endre', 'notes');
  const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('endre-notes') : null;
  const sent = new Map<string, SentNote>();

  const outbox = new Outbox<QueuedNote, number | null>({
    store,
    lease: new Lease(localStorage),
    send: sendNote,
    onChange(notes) {
      const own = notes.filter(note => note.workshopId === workshopId);
      setStatus({ unsent: own.filter(note => note.state === 'waiting').length });
      showQueue(workshopId, notes, acts);
    },
    onSent(note, sequence) {
      if (note.workshopId !== workshopId) return;
      sent.set(note.id, { note, sequence });
      showSent(note);
    },
    tellOthers: () => others?.postMessage('changed'),
  });

  const acts: QueueActs = {
    edit: note => void takeUp(note),
    discard: note => void outbox.discard(note.id),
    sendLeftover: draft => void add(draft.text, draft.questionId!, draft.half ?? null, draft.key),
    discardLeftover(draft: Draft) {
      clearDraft(draft.key);
      showLeftovers(workshopId, acts);
    },
  };

  /** Keeps the note and then clears its draft, in this order. Answers whether it is kept. */
  async function add(words: string, questionId: string, half: string | null, draftKey?: string): Promise<boolean> {
    const note: QueuedNote = {
      id: newId(),
      workshopId,
      token,
      questionId,
      half,
      text: words,
      createdAt: Date.now(),
      state: 'waiting',
    };
    try {
      await outbox.add(note);
    } catch {
      // Nowhere to keep it: then it is sent at once, or stays in its field.
      const outcome = await sendNote(note);
      if (outcome.kind !== 'sent') {
        show(outcome.kind === 'refused' ? outcome.problem : text('notKept'));
        return false;
      }
      showSent(note);
    }
    if (draftKey) clearDraft(draftKey);
    showLeftovers(workshopId, acts);
    return true;
  }

  async function takeUp(note: QueuedNote): Promise<void> {
    const form = find(`form[data-outbox][data-question="${CSS.escape(note.questionId)}"][data-half="${note.half ?? ''}"]`);
    const area = form && find<HTMLTextAreaElement>('textarea', form);
    const key = area?.dataset['draftKey'] ?? `${workshopId}:${note.questionId}:${note.half ?? ''}:${note.id}`;
    const words = area?.value.trim() ? `${area.value.trimEnd()}\n${note.text}` : note.text;
    const { questionId, half } = note;
    writeDraft({ key, text: words, at: Date.now(), workshopId, questionId, half });
    await outbox.discard(note.id);
    if (area) {
      area.value = words;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      area.focus();
    } else {
      showLeftovers(workshopId, acts);
    }
  }

  on('keydown', 'form[data-outbox] textarea', (event, element) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (element as HTMLTextAreaElement).form?.requestSubmit();
  });

  on('submit', 'form[data-outbox]', (event, element) => {
    event.preventDefault();
    const form = element as HTMLFormElement;
    const area = find<HTMLTextAreaElement>('textarea', form);
    if (!area || form.hasAttribute('aria-busy')) return;
    const words = area.value.trim();
    const limit = Number(area.dataset['limit'] ?? 0);
    const fault = words === '' ? text('noteEmpty') : limit > 0 && words.length > limit ? text('noteTooLong', { limit }) : null;
    area.toggleAttribute('aria-invalid', fault !== null);
    if (fault) {
      area.setAttribute('aria-invalid', 'true');
      say(fault);
      area.focus();
      return;
    }
    form.setAttribute('aria-busy', 'true');
    void add(words, form.dataset['question'] ?? '', form.dataset['half'] || null, area.dataset['draftKey'])
      .then(isKept => {
        if (!isKept) return;
        // What was typed while the device wrote stays.
        area.value = area.value.trim() === words ? '' : area.value;
        area.dispatchEvent(new Event('input', { bubbles: true }));
        area.focus({ preventScroll: true });
      })
      .finally(() => form.removeAttribute('aria-busy'));
  });

  on('submit', 'form[data-forget]', event => {
    const waits = outbox.entries.some(note => note.workshopId === workshopId);
    if (waits && !confirm(text('leaveUnsent'))) event.preventDefault();
    else forgetDrafts(workshopId);
  });

  others?.addEventListener('message', () => void outbox.reload());
  await outbox.reload();
  void outbox.flush();
  showLeftovers(workshopId, acts);

  return {
    flush: () => void outbox.flush(),
    isOurs: id => sent.has(id) || outbox.entries.some(note => note.id === id),
    draw() {
      for (const { note } of sent.values()) showSent(note);
      showQueue(workshopId, outbox.entries, acts);
      showLeftovers(workshopId, acts);
    },
    shownUpTo(sequence) {
      for (const [id, { sequence: own }] of sent) {
        if (own === null || own <= sequence) sent.delete(id);
      }
    },
  };
}
