let words: Record<string, string> | undefined;

/** A text in the person's language, from the block the server put in the page; `{name}` is filled in. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  words ??= read();
  const found = words[key];
  if (found === undefined) console.warn(`The page has no text "${key}".`);
  return (found ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** One or many: `key` + `One` when it is one, else `key` + `Many`. */
export function counted(key: string, count: number): string {
  return text(key + (count === 1 ? 'One' : 'Many'), { count });
}

function read(): Record<string, string> {
  try {
    return JSON.parse(document.getElementById('texts')?.textContent || '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
