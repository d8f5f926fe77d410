import { all, find, on } from '../base/dom.ts';
import { clearDraft } from '../notes/drafts.ts';

const pause = 1_500;
const field = 'form[data-autosave] textarea';
const timers = new WeakMap<HTMLTextAreaElement, ReturnType<typeof setTimeout>>();
/** What stood there when the writing began, or was last saved: the server compares with it. */
const begun = new WeakMap<HTMLTextAreaElement, string>();
const saving = new WeakSet<HTMLTextAreaElement>();

/**
 * `form[data-autosave]`: what is written in its text area is saved while it is written, without touching the field. Where
 * somebody else has written meanwhile, the form is sent as by its button, and the answer shows both texts.
 */
export function autosave(): void {
  on('beforeinput', field, (_, element) => {
    const area = element as HTMLTextAreaElement;
    if (!begun.has(area) || area.value === area.defaultValue) begun.set(area, area.defaultValue);
  });
  on('input', field, (_, element) => wait(element as HTMLTextAreaElement));
  document.addEventListener(
    'submit',
    event => {
      const form = event.target as HTMLFormElement;
      for (const area of all<HTMLTextAreaElement>(field)) {
        clearTimeout(timers.get(area));
        // The meeting goes on to the next matter: what was said of this one is saved before it is gone.
        if (area.form !== form) void save(area);
        else setBefore(area);
      }
    },
    true,
  );
  addEventListener('pagehide', () => {
    for (const area of all<HTMLTextAreaElement>(field)) void save(area, true);
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

async function save(area: HTMLTextAreaElement, isLast = false): Promise<void> {
  const form = area.form;
  const before = begun.get(area);
  const text = area.value;
  if (!form || before === undefined || text === before || saving.has(area)) return;
  saving.add(area);
  const fields = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') fields.append(key, value);
  fields.set('before', before);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: fields,
      headers: { 'Endre-Part': 'board', Accept: 'text/html' },
      keepalive: isLast,
    });
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
  } finally {
    saving.delete(area);
  }
  if (area.isConnected && area.value !== text) wait(area);
}
