import htmx from 'htmx.org/dist/htmx.esm.js';
import { all, find } from '../base/dom.ts';

type Morph = (old: Element, fragment: DocumentFragment, innerHtml: boolean) => void;
let morph: Morph | undefined;

// We take htmx's morph; going back and forward is the browser's own business.
htmx.config.history = false;
// What script keeps inside these is not the server's.
htmx.config.morphSkip = '[hx-morph-skip], endre-connection';
htmx.config.morphSkipChildren = '[hx-morph-skip-children], endre-clock, [data-saved], [data-leftovers] > ul';
htmx.registerExtension('endre', {
  init(api: { morph: Morph }) {
    morph = api.morph;
  },
  htmx_before_morph_attr(element: Element, { attrName, newValue }: { attrName: string; newValue: string | null }) {
    return !isOurs(element, attrName, newValue);
  },
});

/** Attributes that a person or a script has set, and that the server knows nothing of. */
function isOurs(element: Element, name: string, value: string | null): boolean {
  if (element.matches('endre-clock')) return ['data-state', 'hidden', 'role', 'aria-live', 'class'].includes(name);
  if (element.matches('[data-leftovers]')) return name === 'hidden';
  // What somebody has opened stays open.
  if (element.matches('details, dialog')) return name === 'open' && value === null;
  // What was made to take the focus keeps it.
  if (name === 'tabindex') return value === null;
  return name === 'data-picked' || (name === 'aria-busy' && value === null);
}

/**
 * Changes the part of the page to what the server now says, in place: focus, caret, scroll, open details and what is
 * being written stay. Tells the rest by `endre:morphing` and `endre:morphed`.
 */
export function morphPart(part: HTMLElement, next: HTMLElement): void {
  const held = holdFocus(part);
  document.dispatchEvent(new Event('endre:morphing'));
  // They are drawn anew after it; meanwhile no real note may be mistaken for one of them.
  for (const queued of all('[data-queued]', part)) queued.remove();
  const fragment = document.createDocumentFragment();
  fragment.append(document.importNode(next, true));
  morph!(part, fragment, false);
  document.dispatchEvent(new Event('endre:morphed'));
  held();
}

function holdFocus(part: HTMLElement): () => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !part.contains(active)) return () => {};
  const caret = caretOf(active);
  const ways = wayTo(active, part);
  return () => {
    if (document.activeElement === active) return;
    const target = active.isConnected ? active : ways.map(way => find(way, part)).find(found => found !== null);
    if (!target) return;
    const isNatural = target.matches('a[href], button, input, select, textarea, summary, [tabindex]');
    if (!isNatural) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (caret && isText(target)) target.setSelectionRange(...caret);
  };
}

/** Selectors to look for the same element again, then for what stood around it. */
function wayTo(element: HTMLElement, part: HTMLElement): string[] {
  const ways: string[] = [];
  for (let at: HTMLElement | null = element; at && at !== part; at = at.parentElement) {
    if (at.id) ways.push(`#${CSS.escape(at.id)}`);
    else if (at === element && at.getAttribute('name')) {
      const { name, value } = at as HTMLInputElement;
      ways.push(`[name="${CSS.escape(name)}"][value="${CSS.escape(value ?? '')}"]`);
    }
  }
  return ways;
}

function caretOf(element: Element): [number, number] | null {
  if (!isText(element) || element.selectionStart === null) return null;
  return [element.selectionStart, element.selectionEnd ?? element.selectionStart];
}

function isText(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && ['text', 'search', 'url', 'tel', 'password'].includes(element.type);
}
