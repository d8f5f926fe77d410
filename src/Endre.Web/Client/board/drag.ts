import { all, find, make } from '../base/dom.ts';
import { counted } from '../base/texts.ts';
import { sendForm } from '../live/forms.ts';
import { holdStill } from '../live/part.ts';
import { pickedOn } from './pick.ts';

const wide = matchMedia('(min-width: 62rem)');
const slack = 6;

interface Drag {
  board: HTMLElement;
  notes: HTMLElement[];
  ghost: HTMLElement;
  release: () => void;
  over: HTMLElement | null;
}

/** Dragging, an extra where there is room and a mouse: it ends in the same form as picking and pressing does. */
export function dragging(): void {
  let start: { note: HTMLElement; x: number; y: number; pointer: number } | null = null;
  let drag: Drag | null = null;

  document.addEventListener('pointerdown', event => {
    // A finger scrolls.
    if (!wide.matches || event.pointerType === 'touch' || event.button !== 0 || !(event.target instanceof Element)) return;
    const note = event.target.closest<HTMLElement>('[data-board][data-draggable] .endre-note[data-note]');
    if (!note || event.target.closest('input, button, a, summary, select, textarea')) return;
    start = { note, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  });

  document.addEventListener('pointermove', event => {
    if (!start || event.pointerId !== start.pointer) return;
    if (!drag && Math.hypot(event.clientX - start.x, event.clientY - start.y) < slack) return;
    drag ??= begin(start.note);
    event.preventDefault();
    drag.ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
    aim(drag, document.elementFromPoint(event.clientX, event.clientY));
  });

  const end = (isDropped: boolean) => {
    const ended = drag;
    start = drag = null;
    if (!ended) return;
    // The click that follows a drop must not also tick the note's box.
    addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', stop, { capture: true }));
    finish(ended, isDropped);
  };
  document.addEventListener('pointerup', () => end(true));
  document.addEventListener('pointercancel', () => end(false));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') end(false);
  });
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function begin(note: HTMLElement): Drag {
  const board = note.closest<HTMLElement>('[data-board]')!;
  getSelection()?.removeAllRanges();
  const picked = pickedOn(board).map(box => box.closest<HTMLElement>('.endre-note')!);
  const notes = picked.includes(note) ? picked : [note];
  const words = notes.length > 1 ? counted('picked', notes.length) : (find('.endre-note-text', note)?.textContent ?? '');
  const ghost = make('div', { class: 'endre-ghost', 'aria-hidden': 'true' }, make('span', {}, words));
  document.body.append(ghost);
  for (const one of notes) one.setAttribute('data-dragging', '');
  return { board, notes, ghost, release: holdStill(), over: null };
}

function aim(drag: Drag, below: Element | null): void {
  const over = below?.closest<HTMLElement>('[data-drop]') ?? null;
  if (over === drag.over) return;
  drag.over?.removeAttribute('data-over');
  over?.setAttribute('data-over', '');
  drag.over = over;
}

function finish({ notes, ghost, over, release, board }: Drag, isDropped: boolean): void {
  ghost.remove();
  over?.removeAttribute('data-over');
  for (const note of notes) note.removeAttribute('data-dragging');
  release();
  const isHome = over !== null && notes.every(note => over.contains(note));
  if (!isDropped || !over || isHome) return;
  const boxes = notes.map(note => find<HTMLInputElement>('input[data-pick]', note));
  for (const box of all<HTMLInputElement>('input[data-pick]', board)) box.checked = boxes.includes(box);
  const button = find<HTMLButtonElement>('button[name]', over);
  const form = button?.form ?? boxes[0]?.form;
  if (form && button) void sendForm(form, button);
}
