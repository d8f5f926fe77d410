/** What is known of a note when it is put on the page without asking the server for it. */
export interface ShownNote {
  id: string;
  questionId: string;
  half: string | null;
  text: string;
  groupId?: string | undefined;
  isLate?: boolean | undefined;
  isFromPaper?: boolean | undefined;
  state?: string | undefined;
}

export const keyOf = (note: { questionId: string; half: string | null }) => `${note.questionId}:${note.half ?? ''}`;

export function isShown(id: string): boolean {
  return document.getElementById(`note-${id}`) !== null;
}

/** The list a note belongs in; `own` prefers a list of one's own notes. */
export function listFor(note: ShownNote, own: boolean): HTMLElement | null {
  const key = CSS.escape(keyOf(note));
  const lists = [
    ...(own ? document.querySelectorAll<HTMLElement>(`[data-own-notes-for="${key}"]`) : []),
    ...document.querySelectorAll<HTMLElement>(`[data-notes-for="${key}"]`),
  ];
  return lists.find(list => !list.dataset['group'] || list.dataset['group'] === note.groupId) ?? null;
}

/**
 * Clones the page's own template and fills it. `{id}` in an attribute becomes the note's id; `[data-slot]` gets the
 * text, always as text; `[data-if]` stays when what it names is so.
 */
export function cloneNote(note: ShownNote, own: boolean): HTMLElement | null {
  const template =
    (own ? document.querySelector<HTMLTemplateElement>('#own-note-template') : null) ??
    document.querySelector<HTMLTemplateElement>('#note-template');
  const source = template?.content.firstElementChild;
  if (!source) return null;
  const clone = document.importNode(source, true) as HTMLElement;
  clone.id = `note-${note.id}`;
  clone.dataset['note'] = note.id;
  if (note.half) clone.dataset['half'] = note.half;
  for (const element of [clone, ...clone.querySelectorAll<HTMLElement>('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('{id}')) attribute.value = attribute.value.replaceAll('{id}', note.id);
    }
    const condition = element.dataset['if'];
    if (condition && !holds(condition, note)) element.remove();
  }
  for (const slot of clone.querySelectorAll<HTMLElement>('[data-slot]')) {
    slot.textContent = slot.dataset['slot'] === 'state' ? (note.state ?? '') : note.text;
  }
  return clone;
}

/** Puts the note in its list unless it is there. Answers whether the page now shows it. */
export function insertNote(note: ShownNote, own: boolean): boolean {
  if (isShown(note.id)) return true;
  const list = listFor(note, own);
  const clone = list && cloneNote(note, own);
  if (!list || !clone) return false;
  clone.setAttribute('data-new', '');
  place(list, clone);
  return true;
}

export function place(list: HTMLElement, item: HTMLElement): void {
  if (list.dataset['order'] === 'newest-first') list.prepend(item);
  else list.append(item);
}

function holds(condition: string, note: ShownNote): boolean {
  if (condition === 'late') return note.isLate === true;
  if (condition === 'paper') return note.isFromPaper === true;
  if (condition === 'state') return Boolean(note.state);
  return condition === `half-${note.half}`;
}
