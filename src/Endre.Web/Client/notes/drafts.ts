import { all, on } from '../base/dom.ts';

const prefix = 'endre-draft:';
const pause = 250;
const keepFor = 30 * 24 * 3600_000;

/** What somebody has written and not sent. */
export interface Draft {
  key: string;
  text: string;
  at: number;
  /** The note it would become, when it stands in a form of notes. */
  workshopId?: string;
  questionId?: string;
  half?: string | null;
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Keeps each `textarea[data-draft-key]` on the device while it is written, and puts it back after reload and morph. */
export function keepDrafts(): void {
  on('input', 'textarea[data-draft-key]', (_, element) => {
    const area = element as HTMLTextAreaElement;
    const key = area.dataset['draftKey']!;
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(() => save(area), pause));
  });
  const saveAll = () => {
    for (const area of all<HTMLTextAreaElement>('textarea[data-draft-key]')) {
      if (waiting.has(area.dataset['draftKey']!)) save(area);
    }
  };
  addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', saveAll);
  document.addEventListener('endre:morphing', saveAll);
  document.addEventListener('endre:morphed', () => restoreDrafts());
  forgetOld();
  restoreDrafts();
}

export function restoreDrafts(): void {
  for (const area of all<HTMLTextAreaElement>('textarea[data-draft-key]')) {
    const draft = readDraft(area.dataset['draftKey']!);
    if (draft && area.value !== draft.text && area.value === area.defaultValue) {
      area.value = draft.text;
      area.dispatchEvent(new Event('endre:filled', { bubbles: true }));
    }
  }
}

export function readDraft(key: string): Draft | null {
  try {
    const found = localStorage.getItem(prefix + key);
    return found ? ({ key, ...JSON.parse(found) } as Draft) : null;
  } catch {
    return null;
  }
}

export function clearDraft(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Forbidden storage has kept nothing either.
  }
}

/** Writes a draft again, for example when a refused note is taken up once more. */
export function writeDraft({ key, ...draft }: Draft): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // Full: the text still stands in its field.
  }
}

/** Drafts of notes whose field is not on the page any more: the workshop has gone on. */
export function leftoversOf(workshopId: string): Draft[] {
  const shown = new Set(all('textarea[data-draft-key]').map(area => area.dataset['draftKey']));
  return keys()
    .filter(key => !shown.has(key))
    .map(readDraft)
    .filter((draft): draft is Draft => draft?.workshopId === workshopId && Boolean(draft.questionId))
    .sort((a, b) => a.at - b.at);
}

/** Forgets the drafts of a workshop: somebody leaves it, or the device is handed on. */
export function forgetDrafts(workshopId: string): void {
  for (const key of keys()) {
    if (readDraft(key)?.workshopId === workshopId) clearDraft(key);
  }
}

function save(area: HTMLTextAreaElement): void {
  const key = area.dataset['draftKey']!;
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  if (area.value.trim() === '' || area.value === area.defaultValue) {
    clearDraft(key);
    return;
  }
  const form = area.closest<HTMLElement>('form[data-outbox]');
  const workshopId = area.closest<HTMLElement>('endre-workshop')?.dataset['id'];
  const note = form && workshopId
    ? { workshopId, questionId: form.dataset['question']!, half: form.dataset['half'] || null }
    : workshopId ? { workshopId } : {};
  writeDraft({ key, text: area.value, at: Date.now(), ...note });
}

function keys(): string[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length));
  } catch {
    return [];
  }
}

function forgetOld(): void {
  for (const key of keys()) {
    const draft = readDraft(key);
    if (!draft || Date.now() - draft.at > keepFor) clearDraft(key);
  }
}
