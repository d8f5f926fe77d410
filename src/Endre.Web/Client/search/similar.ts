import { find } from '../base/dom.ts';

const PAUSE = 450;
const FEWEST_LETTERS = 8;

interface Similar {
  id: string;
  text: string;
  score: number;
  state: string;
  hits?: number;
  isCounted?: boolean;
}

/** While somebody writes what is in the way, what has been said already stands under the field. */
export function similarOnes(): void {
  const part = find<HTMLElement>('[data-similar]');
  const field = document.getElementById(part?.dataset['textField'] ?? '');
  const list = part?.querySelector('ul');
  if (!part || !list || !(field instanceof HTMLTextAreaElement)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  let shown = '';
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  });

  async function look(): Promise<void> {
    const text = field instanceof HTMLTextAreaElement ? field.value.trim() : '';
    if (text.length < FEWEST_LETTERS) return show([]);
    const address = new URL(part!.dataset['similar']!, location.href);
    address.searchParams.set('q', text.slice(0, 500));
    const { unit, place } = part!.dataset;
    if (unit) address.searchParams.set('unitId', unit);
    else address.searchParams.set('placeCode', place ?? '');
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) show(((await answer.json()) as { items: Similar[] }).items);
    } catch {
      // Without network nothing is shown; what is written is not in the way of anything.
    }
  }

  function show(items: Similar[]): void {
    const now = JSON.stringify(items.map(item => [item.id, item.state, item.hits, item.isCounted]));
    if (now === shown) return;
    shown = now;
    list!.replaceChildren(...items.flatMap(row));
    part!.hidden = items.length === 0;
  }

  function row(item: Similar): Node[] {
    const template = part!.querySelector<HTMLTemplateElement>(`template[data-state="${CSS.escape(item.state)}"]`);
    const copy = template?.content.cloneNode(true) as DocumentFragment | undefined;
    const text = copy?.querySelector<HTMLElement>('[data-slot="text"]');
    if (!copy || !text) return [];
    text.textContent = item.text;
    if (text instanceof HTMLAnchorElement) {
      text.href = `${text.getAttribute('href')}/${encodeURIComponent(item.id)}`;
      // What is being written here must not be lost to reading.
      text.target = '_blank';
      text.rel = 'noopener';
    }
    const hits = copy.querySelector<HTMLElement>('[data-slot="hits"]');
    if (item.hits) hits?.append((hits.dataset['words'] ?? '').replace('{hits}', String(item.hits)));
    else hits?.remove();
    const button = copy.querySelector('button');
    if (button) {
      button.value = item.id;
      button.setAttribute('aria-label', (button.dataset['named'] ?? '').replace('{text}', item.text));
    }
    (item.isCounted ? button : copy.querySelector('[data-if="counted"]'))?.remove();
    return [copy];
  }
}
