import { find, on, say } from '../base/dom.ts';

// Between one letter, or one step of the color chooser, and asking what it gives.
const rest = 300;

/** The page of the organization's look: colors are tried out while they are chosen. */
export function tryColors(): void {
  on('input', 'input[data-color-of]', (_, chooser) => {
    const field = document.getElementById(chooser.dataset['colorOf']!) as HTMLInputElement;
    field.value = (chooser as HTMLInputElement).value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  on('input', 'form[data-try] input[type=text]', (_, field) => {
    const color = (field as HTMLInputElement).value.trim().toLowerCase();
    const chooser = find<HTMLInputElement>(`[data-color-of="${field.id}"]`);
    if (chooser && /^#[0-9a-f]{6}$/.test(color)) chooser.value = color;
    clearTimeout(timer);
    timer = setTimeout(() => void show((field as HTMLInputElement).form!), rest);
  });
}

let asked = 0;

async function show(form: HTMLFormElement): Promise<void> {
  const number = ++asked;
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  fields.set('try', 'yes');
  const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/html' } }).catch(() => null);
  // Half a color is no color yet: what was shown stays until it is whole.
  if (!answer?.ok || number !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const target = form.dataset['try']!;
  const [part, next] = [find(target), find(target, page)];
  if (!part || !next || number !== asked) return;
  keepSheet(part, next);
  part.replaceWith(document.importNode(next, true));
  if (next.dataset['say']) say(next.dataset['say']);
}

/** The colors before stay until the new ones have come, so that the page does not flash. */
function keepSheet(part: HTMLElement, next: HTMLElement): void {
  const old = find<HTMLLinkElement>('link[data-trial-sheet]', part);
  const coming = find<HTMLLinkElement>('link[data-trial-sheet]', next);
  if (!old || !coming) return;
  document.head.append(old);
  setTimeout(() => old.remove(), 2_000);
}
