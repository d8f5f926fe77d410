import { find } from '../base/dom.ts';

/** The line that says where it is follows what is chosen under «Ikke her?». */
export function whereItIs(): void {
  const line = find<HTMLElement>('[data-where]');
  const choice = find<HTMLSelectElement>('[data-where-choice]');
  if (!line || !choice) return;
  const show = (): void => {
    line.textContent = choice.selectedOptions[0]?.textContent ?? '';
  };
  choice.addEventListener('change', show);
  // A browser that comes back to the page keeps what was chosen.
  show();
}
