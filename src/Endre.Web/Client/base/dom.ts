type Child = Node | string | null | undefined;

/** Makes an element. Texts are always texts, never HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child): child is Node | string => child != null));
  return element;
}

export function find<T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): T | null {
  return root.querySelector<T>(selector);
}

export function all<T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** Listens once for the whole document, also for what is put into it later. */
export function on<K extends keyof DocumentEventMap>(
  type: K,
  selector: string,
  act: (event: DocumentEventMap[K], element: HTMLElement) => void,
): void {
  document.addEventListener(type, event => {
    const start = event.target instanceof Element ? event.target : null;
    const element = start?.closest<HTMLElement>(selector);
    if (element) act(event, element);
  });
}

/** Tells what a screen reader shall read, politely. */
export function say(words: string): void {
  let region = document.getElementById('endre-said');
  if (!region) {
    region = make('div', { id: 'endre-said', role: 'status', class: 'ds-sr-only' });
    document.body.append(region);
  }
  // The same words twice are read twice only when they differ.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
