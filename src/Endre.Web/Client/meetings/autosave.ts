import { all, find, on } from '../base/dom.ts';
import { setFirst } from '../live/forms.ts';
import { clearDraft } from '../notes/drafts.ts';

const pause = 1_500;
const patience = 20_000;
const field = 'form[data-autosave] textarea';
type Outcome = 'stored' | 'refused' | 'lost';

const timers = new WeakMap<HTMLTextAreaElement, ReturnType<typeof setTimeout>>();
/** What stood there when the writing began, or was last saved: the server compares with it. */
const begun = new WeakMap<HTMLTextAreaElement, string>();
const saving = new WeakMap<HTMLTextAreaElement, Promise<Outcome>>();

/**
 * `form[data-autosave]`: what is written in its text area is saved while it is written, without touching the field. Where
 * somebody else has written meanwhile, the form is sent as by its button, and the answer shows both texts.
 */
export function autosave(): void {
  on('beforeinput', field, (_, element) => {
    const area = element as HTMLTextAreaElement;
    if (!begun.has(area) || area.value === area.defaultValue) begun.set(area, area.defaultValue);
  });
  on('input', field, (_, element) => {
    const area = element as HTMLTextAreaElement;
    const saved = area.form && find('[data-saved]', area.form);
    if (saved) saved.textContent = '';
    wait(area);
  });
  document.addEventListener(
    'submit',
    event => {
      const form = event.target as HTMLFormElement;
      for (const area of all<HTMLTextAreaElement>(field)) {
        clearTimeout(timers.get(area));
        if (area.form === form) setBefore(area);
        else if (!form.matches('[data-live]')) void save(area, true);
      }
    },
    true,
  );
  keepApart();
  // The meeting goes on to the next matter, or ends: what was said of this one is stored before that is asked for.
  setFirst(saveWaiting);
  addEventListener('pagehide', () => {
    for (const area of all<HTMLTextAreaElement>(field)) void save(area, true);
  });
}

// The field of one matter becomes the next one's when another goes on: what was written of the first is not the second's.
function keepApart(): void {
  const of = new WeakMap<HTMLTextAreaElement, string | undefined>();
  document.addEventListener('endre:morphing', () => {
    for (const area of all<HTMLTextAreaElement>(field)) of.set(area, area.dataset['draftKey']);
  });
  document.addEventListener('endre:morphed', () => {
    for (const area of all<HTMLTextAreaElement>(field)) {
      if (!of.has(area) || of.get(area) === area.dataset['draftKey']) continue;
      clearTimeout(timers.get(area));
      begun.delete(area);
      area.value = area.defaultValue;
    }
  });
}

function wait(area: HTMLTextAreaElement): void {
  clearTimeout(timers.get(area));
  timers.set(area, setTimeout(() => void save(area), pause));
}

function setBefore(area: HTMLTextAreaElement): void {
  const before = find<HTMLInputElement>('input[name="before"]', area.form!);
  const known = begun.get(area);
  if (before && known !== undefined) before.value = known;
}

/**
 * Answers whether everything that is written stands on the server, so that something else may be sent: another form, or
 * this one by a button that does more with the text than to store it.
 */
async function saveWaiting(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
  for (const area of all<HTMLTextAreaElement>(field)) {
    clearTimeout(timers.get(area));
    if (area.form === form) {
      if (submitter?.hasAttribute('formaction')) await saveOwn(area);
      continue;
    }
    // What is on its way may be an older text.
    await saving.get(area);
    const outcome = await save(area);
    if (outcome === 'lost') throw new TypeError('The text was not stored.');
    if (outcome === 'refused') return false;
  }
  return true;
}

// Where another has written meanwhile, the answer to the button shows both texts.
async function saveOwn(area: HTMLTextAreaElement): Promise<void> {
  await saving.get(area);
  if ((await save(area, true)) === 'lost') throw new TypeError('The text was not stored.');
  setBefore(area);
}

function save(area: HTMLTextAreaElement, isLast = false): Promise<Outcome> {
  const known = saving.get(area);
  if (known) return known;
  const form = area.form;
  const before = begun.get(area);
  if (!form || before === undefined || area.value === before) return Promise.resolve('stored');
  const started = post(area, form, before, isLast).finally(() => saving.delete(area));
  saving.set(area, started);
  return started;
}

async function post(area: HTMLTextAreaElement, form: HTMLFormElement, before: string, isLast: boolean): Promise<Outcome> {
  const text = area.value;
  const fields = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') fields.append(key, value);
  fields.set('before', before);
  let outcome: Outcome = 'lost';
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { 'Endre-Part': 'board', Accept: 'text/html' },
      keepalive: isLast,
      signal: AbortSignal.timeout(patience),
    });
    if (answer.ok) outcome = 'stored';
    else if (answer.status < 500 && answer.status !== 429) outcome = 'refused';
    if (answer.ok) {
      begun.set(area, text);
      if (area.dataset['draftKey'] && area.value === text) clearDraft(area.dataset['draftKey']);
      const saved = find('[data-saved]', form);
      if (saved) saved.textContent = area.value === text ? (saved.dataset['saved'] ?? '') : '';
    } else if (answer.status === 422 && !isLast && area.isConnected) {
      form.requestSubmit();
    }
  } catch {
    // No network: the text stands in the field and on this device, and is sent with the next letter or the button.
  }
  if (area.isConnected && area.value !== text) wait(area);
  return outcome;
}
