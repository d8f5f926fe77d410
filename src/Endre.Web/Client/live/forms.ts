import { all, find, say } from '../base/dom.ts';
import { show } from '../base/message.ts';
import { text } from '../base/texts.ts';
import { problemOf } from '../outbox/judge.ts';
import { clearDraft } from '../notes/drafts.ts';
import type { Part } from './part.ts';

const patience = 20_000;
const busy = new WeakSet<HTMLFormElement>();
let part: Part | null = null;
type First = (form: HTMLFormElement, submitter: HTMLElement | null) => Promise<boolean>;
let first: First = () => Promise.resolve(true);

export function setPart(made: Part): void {
  part = made;
}

/** What is done before a form is sent. Where it does not succeed, the form is not sent. */
export function setFirst(act: First): void {
  first = act;
}

/** `form[data-live]` is sent without leaving the page; every other form is at least not sent twice. */
export function liveForms(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.matches('[data-outbox]')) return;
    const submitter = event.submitter;
    if (busy.has(form)) {
      event.preventDefault();
    } else if (form.matches('[data-live]') && part?.element) {
      event.preventDefault();
      void sendForm(form, submitter);
    } else if (form.method === 'post') {
      queueMicrotask(() => {
        // Somebody may still have said no to it.
        if (event.defaultPrevented) return;
        busy.add(form);
        submitter?.setAttribute('aria-busy', 'true');
        // What takes seconds says so in a line.
        find('[data-busy]', form)?.removeAttribute('hidden');
      });
    }
  });
  // The page may come back from the browser's memory with its forms as they were left.
  addEventListener('pageshow', (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    for (const form of all<HTMLFormElement>('form')) busy.delete(form);
    for (const button of all('button[aria-busy]')) button.removeAttribute('aria-busy');
    for (const line of all('[data-busy]')) line.setAttribute('hidden', '');
  });
}

export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  busy.add(form);
  submitter?.setAttribute('aria-busy', 'true');
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // Somebody else may have written in the same field meanwhile: then that is shown, and this waits.
    if (!(await first(form, submitter))) return;
    timer = setTimeout(() => abort.abort(), patience);
    const written = all<HTMLTextAreaElement>('textarea', form).map(area => [area, area.value] as const);
    const answer = await fetch(addressOf(form, submitter), {
      method: 'POST',
      body: bodyOf(form, submitter),
      headers: { 'Endre-Part': 'board', Accept: 'text/html, application/problem+json;q=0.5' },
      signal: abort.signal,
    });
    await take(answer, form, () => written.every(([area, text]) => area.value === text));
  } catch {
    show(text('notSent'), { name: text('retry'), run: () => void sendForm(form, submitter) });
  } finally {
    clearTimeout(timer);
    busy.delete(form);
    submitter?.removeAttribute('aria-busy');
  }
}

async function take(answer: Response, form: HTMLFormElement, isAsSent: () => boolean): Promise<void> {
  const isHtml = answer.headers.get('Content-Type')?.includes('text/html') ?? false;
  if (answer.ok) {
    const isElsewhere = answer.redirected && new URL(answer.url).pathname !== location.pathname;
    if (isElsewhere) return location.assign(answer.url);
    if (answer.redirected && answer.url !== location.href) history.replaceState(null, '', answer.url);
    settle(form, isAsSent());
    const html = isHtml ? await answer.text() : '';
    if (!html || !part?.show(html)) part?.refresh(0, 0);
  } else if (answer.status === 422 && isHtml) {
    if (part?.show(await answer.text(), true)) pointAtFault();
    else show(text('refused'));
  } else if (answer.status >= 500 || answer.status === 429) {
    const words = (isHtml ? '' : await problemOf(answer)) || text('notSent');
    show(words, { name: text('retry'), run: () => void sendForm(form, null) });
  } else {
    show((isHtml ? '' : await problemOf(answer)) || text('refused'));
    part?.refresh(0, 0);
  }
}

/** The act is done: its drafts are no longer drafts, and what was opened for it closes. What was written since stays. */
function settle(form: HTMLFormElement, isAsSent: boolean): void {
  const areas = all<HTMLTextAreaElement>('textarea[data-draft-key]', form);
  if (isAsSent) {
    for (const area of areas) clearDraft(area.dataset['draftKey']!);
    form.reset();
  }
  if (form.hasAttribute('data-keep-open')) return;
  closeAround(form);
  const said = form.dataset['said'];
  if (said) say(said);
}

/** Who stood in it stands at what opens it: a focus in something closed is lost. */
function closeAround(form: HTMLFormElement): void {
  const details = form.closest('details');
  if (details?.contains(document.activeElement)) find('summary', details)?.focus({ preventScroll: true });
  details?.removeAttribute('open');
  form.closest('dialog')?.close();
}

function pointAtFault(): void {
  const field = find('#board [aria-invalid="true"]') ?? find('#board [role="alert"], #board .ds-error-summary');
  if (!field) return;
  const closed = field.closest('details:not([open])');
  closed?.setAttribute('open', '');
  if (!field.matches('input, select, textarea, button')) field.tabIndex = -1;
  field.focus();
}

function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  // form.action is an element when the form has a field of that name.
  const own = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  return own || location.href;
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData | URLSearchParams {
  const data = new FormData(form);
  const name = submitter?.getAttribute('name');
  if (name) data.append(name, submitter?.getAttribute('value') ?? '');
  if (form.enctype === 'multipart/form-data') return data;
  const fields = new URLSearchParams();
  for (const [key, value] of data) if (typeof value === 'string') fields.append(key, value);
  return fields;
}
