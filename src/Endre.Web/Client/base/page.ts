import { all, find, on } from './dom.ts';
import { counted, text } from './texts.ts';

/** The small things of any page: copying, printing, choosing at once, dialogs, counters. */
export function pageParts(): void {
  on('click', '[data-copy]', (_, element) => void copy(element));
  on('click', '[data-print]', () => print());
  on('change', '[data-autosubmit]', (_, element) => (element as HTMLInputElement).form?.requestSubmit());
  on('click', 'button[commandfor], button[data-opens]', (event, element) => openDialog(event, element));
  on('click', 'dialog [data-close]', (_, element) => element.closest('dialog')?.close());
  on('input', '[data-limit]', (_, element) => count(element as HTMLTextAreaElement));
  document.addEventListener('endre:filled', event => count(event.target as HTMLTextAreaElement));
  document.addEventListener('endre:morphed', countAll);
  countAll();
  // A menu that is a details closes when one is done with it.
  document.addEventListener('click', event => closeMenus(event.target as Node));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') closeMenus(null);
  });
}

async function copy(element: HTMLElement): Promise<void> {
  const words = element.dataset['copy'] || find(element.dataset['copyFrom'] ?? '#none')?.textContent || location.href;
  const isCopied = await navigator.clipboard?.writeText(words).then(() => true, () => false) || copyOldWay(words);
  if (!isCopied) return;
  const name = find('[data-copy-name]', element) ?? element;
  const before = name.textContent;
  name.textContent = text('copied');
  setTimeout(() => (name.textContent = before), 2500);
}

// The clipboard is for secure contexts only; in the gym hall this is what works.
function copyOldWay(words: string): boolean {
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'ds-sr-only';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}

function openDialog(event: Event, button: HTMLElement): void {
  const id = button.getAttribute('commandfor') ?? button.dataset['opens'] ?? '';
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return;
  // Newer browsers know the command themselves; twice is no harm, but opening an open dialog is.
  event.preventDefault();
  if (button.getAttribute('command') === 'close') dialog.close();
  else if (!dialog.open) dialog.showModal();
}

function countAll(): void {
  for (const area of all<HTMLTextAreaElement>('[data-limit]')) count(area);
}

function count(area: HTMLTextAreaElement): void {
  const limit = Number(area.dataset?.['limit'] ?? 0);
  const counter = find(`[data-counter-for="${CSS.escape(area.id)}"]`);
  if (!limit || !counter) return;
  const left = limit - area.value.trim().length;
  counter.toggleAttribute('data-over', left < 0);
  counter.textContent = left < 0 ? counted('charactersOver', -left) : counted('charactersLeft', left);
}

function closeMenus(target: Node | null): void {
  for (const menu of all<HTMLDetailsElement>('details.endre-preferences[open], details[data-menu][open]')) {
    if (target && menu.contains(target)) continue;
    menu.open = false;
    if (!target) find('summary', menu)?.focus();
  }
}
