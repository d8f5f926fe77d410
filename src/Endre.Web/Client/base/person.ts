import { find } from './dom.ts';

const key = 'endre-person';

/**
 * Who is signed in on this device: the account's id, or '' for nobody. A page from the server says so; a page that was
 * kept on the device knows only what the last page from the server said.
 */
export function whoIsHere(): string {
  const told = find('[data-person]')?.dataset['person'];
  try {
    if (told === undefined || isFromDevice()) return localStorage.getItem(key) ?? '';
    if (told) localStorage.setItem(key, told);
    else localStorage.removeItem(key);
  } catch {
    // Without storage nothing is kept either.
  }
  return told ?? '';
}

/** Whoever leaves takes with them what this device knew of them. */
export function forgetPerson(): void {
  try {
    localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // There was nothing to forget.
  }
}

const isFromDevice = () => document.documentElement.hasAttribute('data-from-device') || find('[data-shell]') !== null;
