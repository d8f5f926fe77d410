import { all, find, make } from '../base/dom.ts';
import { text } from '../base/texts.ts';
import { leftoversOf, type Draft } from './drafts.ts';
import { insertNote, isShown, listFor, place } from './template.ts';
import type { QueuedNote } from './queued.ts';

export interface QueueActs {
  edit(note: QueuedNote): void;
  discard(note: QueuedNote): void;
  sendLeftover(draft: Draft): void;
  discardLeftover(draft: Draft): void;
}

/** Shows the notes that wait on this device where their writer looks for them, and says truthfully how they are. */
export function showQueue(workshopId: string, notes: readonly QueuedNote[], acts: QueueActs): void {
  const ours = notes.filter(note => note.workshopId === workshopId && !isShown(note.id));
  const wanted = new Set(ours.map(note => `queued-${note.id}`));
  for (const item of all('[data-queued]')) {
    if (!wanted.has(item.id)) item.remove();
  }
  for (const note of ours) {
    const list = listFor(note, true) ?? find('[data-queue]');
    if (!list) continue;
    const item = queuedItem(note, acts);
    const shown = document.getElementById(item.id);
    // Unchanged stays as it is, so that a focus in it stays too.
    if (shown && shown.dataset['state'] === item.dataset['state'] && shown.parentElement === list) continue;
    if (shown) shown.replaceWith(item);
    else place(list, item);
  }
}

/** Shows a note that the server has just taken, by the page's template, or plainly where the page has none. */
export function showSent(note: QueuedNote): void {
  const words = text('noteSent');
  if (insertNote({ ...note, state: words }, true)) return;
  const list = listFor(note, true);
  if (list) place(list, noteItem(note, `note-${note.id}`, 'sent', words));
}

/** Shows what was written and not sent when the workshop went on: it can still be sent, as a late note. */
export function showLeftovers(workshopId: string, acts: QueueActs): void {
  const section = find('[data-leftovers]');
  const list = section && find('ul', section);
  if (!section || !list) return;
  const drafts = leftoversOf(workshopId);
  list.replaceChildren(...drafts.map(draft => leftoverItem(draft, acts)));
  section.hidden = drafts.length === 0;
}

function queuedItem(note: QueuedNote, acts: QueueActs): HTMLElement {
  const refused = note.state === 'refused';
  const words = refused ? `${text('noteRefused')} ${note.problem || text('noteUnwelcome')}` : text('noteWaiting');
  const item = noteItem(note, `queued-${note.id}`, refused ? 'refused' : 'waiting', words);
  item.dataset['queued'] = note.id;
  if (refused) {
    item.querySelector('.endre-note-foot')?.setAttribute('role', 'alert');
    item.append(
      make(
        'div',
        { class: 'endre-note-acts' },
        button(text('edit'), () => acts.edit(note)),
        button(text('discard'), () => acts.discard(note)),
      ),
    );
  }
  return item;
}

function noteItem(note: QueuedNote, id: string, state: string, words: string): HTMLElement {
  return make(
    'li',
    { class: 'endre-note', id, 'data-half': note.half, 'data-state': state },
    make('p', { class: 'endre-note-text' }, note.text),
    make('p', { class: 'endre-note-foot' }, make('span', { class: 'endre-note-state' }, words)),
  );
}

function leftoverItem(draft: Draft, acts: QueueActs): HTMLElement {
  return make(
    'li',
    { class: 'endre-note', 'data-half': draft.half ?? null, 'data-state': 'waiting' },
    make('p', { class: 'endre-note-text' }, draft.text),
    make(
      'div',
      { class: 'endre-note-acts' },
      button(text('leftoverSend'), () => acts.sendLeftover(draft)),
      button(text('discard'), () => acts.discardLeftover(draft)),
    ),
  );
}

function button(name: string, run: () => void): HTMLButtonElement {
  const element = make('button', { type: 'button' }, name);
  element.addEventListener('click', run);
  return element;
}
