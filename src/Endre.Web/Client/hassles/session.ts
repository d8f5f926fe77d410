/** What this tab knows until it is closed or somebody signs out: what was written here, and the codes of what was sent. */
const written = 'endre-skrevet';
const sent = 'endre-sendt';
const mending = 'endre-rett';

export interface Receipt {
  id: string;
  code: string;
}

export const justWritten = (): Set<string> => new Set(read<string[]>(written, []));
export const remember = (id: string): void => write(written, [...justWritten(), id]);
export const receipts = (): Receipt[] => read<Receipt[]>(sent, []);
export const addReceipt = (receipt: Receipt): void => write(sent, [...receipts(), receipt]);
export const dropReceipt = (id: string): void => write(sent, receipts().filter(one => one.id !== id));
export const mend = (id: string): void => write(mending, id);

/** The one that is to be mended on this page; told once. */
export function takeMending(): string | null {
  const id = read<string | null>(mending, null);
  try {
    sessionStorage.removeItem(mending);
  } catch {
    // Nothing was kept.
  }
  return id;
}

function read<T>(key: string, fallback: T): T {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null) ?? fallback;
  } catch {
    return fallback;
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It is told at once all the same.
  }
}
