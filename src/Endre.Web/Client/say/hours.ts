import { all, find } from '../base/dom.ts';

/** What something costs makes hours in a year, counted while it is typed; the server counts the same when it is stored. */
export function yearlyHours(): void {
  for (const line of all('[data-yearly-hours]')) {
    const form = line.closest('form');
    form?.addEventListener('input', () => show(line, form));
  }
}

function show(line: HTMLElement, form: HTMLFormElement): void {
  const hours = hoursAYear(amount(form, 'minutes'), amount(form, 'timesPerWeek'), amount(form, 'people'), Number(line.dataset['weeks']));
  const words = hours !== null && hours >= 1 ? line.dataset['yearlyHours']!.replace('{hours}', written(hours)) : '';
  if (line.textContent !== words) line.textContent = words;
}

/** Null when minutes or times are not known; one person, when nobody said how many. */
export function hoursAYear(minutes: number | null, times: number | null, people: number | null, weeks: number): number | null {
  return minutes === null || times === null ? null : (minutes * times * (people ?? 1) * weeks) / 60;
}

function amount(form: HTMLFormElement, name: string): number | null {
  const typed = find<HTMLInputElement>(`[name="${name}"]`, form)?.value.trim().replace(',', '.') ?? '';
  return typed !== '' && Number(typed) > 0 ? Number(typed) : null;
}

function written(hours: number): string {
  return new Intl.NumberFormat(document.documentElement.lang).format(Math.round(hours));
}
