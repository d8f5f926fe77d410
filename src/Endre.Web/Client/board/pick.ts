import { all, find, on } from '../base/dom.ts';
import { counted } from '../base/texts.ts';

let lastPicked = '';
const boxes = '[data-board] input[type="checkbox"][data-pick]';

/**
 * Picking notes on a board: what is picked is counted, the ways to put it somewhere appear, arrows walk from note to
 * note, Escape lets everything go. Moving is the plain form that the page has anyway.
 */
export function picking(): void {
  on('change', boxes, (_, box) => show(boardOf(box)));
  on('keydown', boxes, (event, box) => walk(event, box as HTMLInputElement));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') for (const board of all('[data-board][data-picked]')) letGo(board);
  });
  // A form that was reset has let its notes go.
  document.addEventListener('reset', () => setTimeout(refresh));
  document.addEventListener('endre:morphed', refresh);
  refresh();
}

/** The ids of the picked notes of a board. */
export function pickedOn(board: HTMLElement): HTMLInputElement[] {
  return all<HTMLInputElement>('input[type="checkbox"][data-pick]:checked', board);
}

export function letGo(board: HTMLElement): void {
  for (const box of pickedOn(board)) box.checked = false;
  show(board);
}

function boardOf(element: Element): HTMLElement {
  return element.closest<HTMLElement>('[data-board]')!;
}

function refresh(): void {
  for (const board of all('[data-board]')) show(board);
}

function show(board: HTMLElement): void {
  const picked = pickedOn(board);
  const count = picked.length;
  if (picked[0]) lastPicked = picked[0].id;
  else stepBack(board);
  board.toggleAttribute('data-picked', count > 0);
  for (const element of all('[data-picked-count]')) element.textContent = counted('picked', count);
  // One stop for the tab key per list; arrows do the rest.
  for (const list of all('.endre-notes', board)) rove(list);
}

/** The ways to put notes somewhere are about to go: who stands in them comes back to the note that was moved. */
function stepBack(board: HTMLElement): void {
  if (!document.activeElement?.closest('.endre-move, .endre-here')) return;
  const box = (lastPicked && document.getElementById(lastPicked)) || find(boxes, board.parentElement ?? board);
  box?.focus({ preventScroll: true });
}

function rove(list: HTMLElement): void {
  const all = picksIn(list);
  const current = all.find(box => box === document.activeElement) ?? all.find(box => box.tabIndex === 0) ?? all[0];
  for (const box of all) box.tabIndex = box === current ? 0 : -1;
}

function picksIn(list: HTMLElement): HTMLInputElement[] {
  return all<HTMLInputElement>('input[data-pick]', list);
}

function walk(event: KeyboardEvent, box: HTMLInputElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter') {
    // From a picked note straight to the choice of where it goes.
    event.preventDefault();
    if (!box.checked) box.click();
    find('.endre-move select, .endre-move button')?.focus();
    return;
  }
  const target = neighbor(event.key, box);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.closest('.endre-note')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const list of [box, target].map(element => element.closest<HTMLElement>('.endre-notes'))) {
    if (list) rove(list);
  }
}

function neighbor(key: string, box: HTMLInputElement): HTMLInputElement | null | undefined {
  const list = box.closest<HTMLElement>('.endre-notes');
  if (!list) return null;
  const own = picksIn(list);
  const at = own.indexOf(box);
  if (key === 'ArrowDown') return own[at + 1];
  if (key === 'ArrowUp') return own[at - 1];
  if (key === 'Home') return own[0];
  if (key === 'End') return own.at(-1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const lists = all('.endre-notes', boardOf(box)).filter(other => picksIn(other).length > 0);
  const beside = lists[lists.indexOf(list) + (key === 'ArrowRight' ? 1 : -1)];
  if (!beside) return null;
  const there = picksIn(beside);
  return there[Math.min(at, there.length - 1)];
}
