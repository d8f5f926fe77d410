import { find } from '../base/dom.ts';

const PAUSE = 220;

/** The search page answers while somebody types: what was found is fetched and put in place, the field left alone. */
export function searching(): void {
  const form = find<HTMLFormElement>('form.endre-search');
  const field = form?.querySelector<HTMLInputElement>('input[type=search]');
  if (!form || !field) return;
  if (!field.value) field.focus();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  let shown = field.value;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), PAUSE);
  });

  async function show(): Promise<void> {
    const typed = field!.value;
    if (typed.trim() === shown.trim()) return;
    const address = new URL(form!.action);
    address.searchParams.set(field!.name, typed);
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: 'text/html' } });
      // Refused, signed out or without network: the button says it on a page of its own.
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const found = page.getElementById('treff');
      if (!found) return;
      document.getElementById('treff')?.replaceWith(found);
      document.title = page.title;
      shown = typed;
      history.replaceState(null, '', address);
    } catch {
      // Another letter came meanwhile, or the network went: the form itself still works.
    }
  }
}
