import { all, find, say } from '../base/dom.ts';
import { randomId } from '../base/ids.ts';
import { show } from '../base/message.ts';
import { text } from '../base/texts.ts';
import { newClaimCode } from './claim-code.ts';
import { ownerOf, type QueuedHassle } from './queued.ts';

const patience = 4_000;
const kept = new Set(['text', 'speaker', 'name', 'minutes', 'timesPerWeek', 'people', 'category', 'fixer', 'placeId']);

/** The form in which something is said, as the outbox needs it. */
export interface SayForm {
  /** Whether what was said to this unit can be mended in it. */
  isFor(unitId: string): boolean;
  fill(entry: QueuedHassle): void;
}

/** With a network the form is sent as it is; without one, what stands in it is kept. */
export function sayForm(form: HTMLFormElement, person: string, keep: (entry: QueuedHassle) => Promise<boolean>): SayForm {
  const isShell = form.closest('[data-shell]') !== null;
  let isPassed = false;
  if (isShell) openShell(form, person);

  form.addEventListener('submit', event => {
    const submitter = event.submitter;
    // «Meg også» and the list of what resembles it have ways of their own.
    if (event.defaultPrevented || submitter?.hasAttribute('formaction') || isPassed) {
      isPassed = false;
      return;
    }
    event.preventDefault();
    void decide(submitter);
  });

  const note = find('[data-offline-note]', form);
  const tell = () => note?.toggleAttribute('hidden', navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();

  async function decide(submitter: HTMLElement | null): Promise<void> {
    if (form.hasAttribute('aria-busy')) return;
    form.setAttribute('aria-busy', 'true');
    try {
      if (!isShell && (await isReachable())) {
        isPassed = true;
        form.requestSubmit(submitter);
      } else {
        await keepIt();
      }
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  async function keepIt(): Promise<void> {
    const entry = entryOf(form, person);
    const fault = faultOf(entry, person);
    if (fault) {
      say(fault.words);
      show(fault.words);
      find(`[name="${fault.field}"]`, form)?.focus();
      return;
    }
    const hasPhoto = all<HTMLInputElement>('input[type="file"]', form).some(input => (input.files?.length ?? 0) > 0);
    if (!(await keep(entry))) return;
    if (hasPhoto) show(text('sayNoPhoto'));
    empty(form);
  }

  return {
    isFor: unitId => isShell || field(form, 'unit') === unitId,
    fill(entry) {
      // What the server refused is not stored, so it is said anew; what may have arrived keeps its name.
      set(form, 'id', entry.state === 'refused' ? randomId() : entry.id);
      set(form, 'claimCode', entry.claimCode);
      set(form, 'unit', entry.unitId);
      for (const [name, value] of Object.entries(entry.fields)) set(form, name, value);
      find('[name="text"]', form)?.focus();
    },
  };
}

async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch('/healthz/live', { cache: 'no-store', credentials: 'omit', signal: abort.signal });
    return answer.ok && !answer.redirected;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function entryOf(form: HTMLFormElement, person: string): QueuedHassle {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && kept.has(name)) fields[name] = value;
  }
  const owner = ownerOf(fields['speaker'] ?? '', person);
  // Whoever is anonymous has no name here either.
  if (owner !== '' || fields['speaker'] === 'anonymous') delete fields['name'];
  const unit = form.elements.namedItem('unit');
  return {
    id: field(form, 'id') || randomId(),
    owner,
    unitId: field(form, 'unit'),
    unit: (unit instanceof HTMLSelectElement ? unit.selectedOptions[0]?.label : form.dataset['unitName'])?.trim() ?? '',
    claimCode: field(form, 'claimCode') || newClaimCode(),
    createdAt: Date.now(),
    fields,
    state: 'waiting',
  };
}

function faultOf(entry: QueuedHassle, person: string): { field: string; words: string } | null {
  const { text: written = '', speaker = '', name = '' } = entry.fields;
  if (written.trim() === '') return { field: 'text', words: text('sayEmpty') };
  if (speaker !== 'anonymous' && person === '' && name.trim() === '') return { field: 'name', words: text('sayName') };
  return null;
}

function empty(form: HTMLFormElement): void {
  const unit = field(form, 'unit');
  form.reset();
  set(form, 'unit', unit);
  for (const area of all<HTMLTextAreaElement>('textarea', form)) area.value = '';
  renew(form);
}

/** What is said next is another thing: the names in the form have been used. */
function renew(form: HTMLFormElement): void {
  set(form, 'id', randomId());
  set(form, 'claimCode', newClaimCode());
}

/** The form that was kept on the device is for whichever unit its address names. */
function openShell(form: HTMLFormElement, person: string): void {
  renew(form);
  const wanted = new URL(location.href).searchParams.get('enhet') ?? '';
  const code = location.pathname.split('/')[2]?.replaceAll('-', '').toUpperCase() ?? '';
  const unit = form.elements.namedItem('unit');
  if (unit instanceof HTMLSelectElement) {
    const option = [...unit.options].find(one => one.value === wanted || (code !== '' && one.dataset['code'] === code));
    if (option) option.selected = true;
  }
  if (person !== '') find('.endre-say-name', form)?.setAttribute('hidden', '');
}

const field = (form: HTMLFormElement, name: string): string =>
  (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null)?.value ?? '';

function set(form: HTMLFormElement, name: string, value: string): void {
  const found = form.elements.namedItem(name);
  if (found instanceof RadioNodeList) found.value = value;
  else if (found && 'value' in found) (found as HTMLInputElement).value = value;
  for (const area of found instanceof HTMLTextAreaElement ? [found] : []) {
    area.dispatchEvent(new Event('endre:filled', { bubbles: true }));
  }
}
