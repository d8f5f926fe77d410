import { all } from '../base/dom.ts';

/**
 * Sets the counts of a progress signal: `[data-count="notes"]` for all groups together, `[data-count="groups.g1.notes"]`
 * for one, and the same for meters with `data-meter` and `data-meter-max`.
 */
export function showCounts(data: unknown): void {
  for (const [key, count] of flattenCounts(data)) {
    const name = CSS.escape(key);
    for (const element of all(`[data-count="${name}"]`)) element.textContent = String(count);
    for (const meter of all<HTMLProgressElement>(`[data-meter="${name}"]`)) meter.value = count;
    for (const meter of all<HTMLProgressElement>(`[data-meter-max="${name}"]`)) meter.max = Math.max(count, 1);
  }
}

/** Numbers by name; things in a list are named by their id, and what only they have is summed up. */
export function flattenCounts(data: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const [key, value] of Object.entries(data ?? {})) {
    if (typeof value === 'number') counts.set(key, value);
    if (!Array.isArray(value)) continue;
    for (const item of value as Record<string, unknown>[]) {
      for (const [name, count] of Object.entries(item)) {
        if (typeof count !== 'number') continue;
        counts.set(`${key}.${String(item['id'])}.${name}`, count);
        sums.set(name, (sums.get(name) ?? 0) + count);
      }
    }
  }
  return new Map([...sums, ...counts]);
}
