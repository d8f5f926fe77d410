import { show } from '../base/message.ts';
import { text } from '../base/texts.ts';
import { compose, type Compose } from '../notes/compose.ts';
import { insertNote, type ShownNote } from '../notes/template.ts';
import { hearServerTime, setClocks, type Countdown } from './clock.ts';
import { showCounts } from './counts.ts';
import { setPart } from './forms.ts';
import { Part } from './part.ts';
import type { StreamEvent } from './sse.ts';
import { setStatus } from './status.ts';
import { EventStream } from './stream.ts';

// So that a thousand phones do not ask for the new step in the same instant.
const spreadOfSteps = 400;
const spreadOfRest = 60;

/**
 * `<endre-workshop data-id data-sequence data-token data-view>`: keeps the page with the workshop. Its stream tells what
 * happened; what is simple is put in place, for the rest the part of the page is asked for anew.
 */
export class WorkshopElement extends HTMLElement {
  #stream: EventStream | null = null;
  #compose: Compose | null = null;
  /** What the stream has put on the page, and a part rendered before it must not take away. */
  readonly #ahead = new Map<number, () => void>();
  #group: string | undefined;
  readonly #part = new Part({
    onShown: sequence => this.#shown(sequence),
    onEnd: status => this.#end(status),
    isAlwaysOn: () => this.dataset['view'] === 'screen',
  });

  connectedCallback(): void {
    const { id, token, view } = this.dataset;
    if (!id || this.#stream) return;
    setPart(this.#part);
    this.#group = this.#part.element?.dataset['group'];
    const search = view === 'screen' ? '?view=screen' : '';
    this.#stream = new EventStream({
      url: `/api/v1/workshops/${encodeURIComponent(id)}/events${search}`,
      after: Number(this.#part.element?.dataset['sequence'] ?? this.dataset['sequence'] ?? 0),
      token: token || null,
      onEvent: event => this.#take(event),
      onState: stream => {
        setStatus({ stream });
        if (stream === 'connected') this.#compose?.flush();
      },
      onEnd: status => this.#end(status),
    });
    this.#stream.start();
    const wake = () => {
      this.#stream?.wake();
      this.#compose?.flush();
    };
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) wake();
    });
    if (token) {
      void compose(id, token).then(made => {
        this.#compose = made;
        made.shownUpTo(this.#part.sequence);
      });
    }
  }

  #take({ id, kind, data }: StreamEvent): void {
    const body = parse(data);
    if (kind === 'hello') {
      hearServerTime(Number(body['now']));
    } else if (kind === 'progress') {
      showCounts(body);
    } else if (kind === 'refresh') {
      // A skipped stretch: what lies before it is in the part that we ask for now.
      this.#part.refresh(id ?? 0, spreadOfSteps);
    } else if (id !== null && id > this.#part.sequence) {
      this.#change(id, kind, body);
    }
  }

  #change(sequence: number, kind: string, body: Record<string, unknown>): void {
    if (kind === 'note-written' && typeof body['id'] === 'string') {
      const note = { half: null, ...body } as unknown as ShownNote;
      const own = this.#compose?.isOurs(note.id) ?? false;
      if (insertNote(note, own)) {
        this.#ahead.set(sequence, () => void insertNote(note, own));
        return;
      }
    }
    // Where somebody only reads the clock, the clock is all that changes.
    if (kind === 'clock-changed' && this.dataset['view'] !== 'facilitator') {
      const set = () => setClocks(body['clock'] as Countdown);
      set();
      this.#ahead.set(sequence, set);
      return;
    }
    const isOfFew = /^(note|cluster|sorting|proposal|voting|participant|label)/.test(kind) && kind !== 'notes-revealed';
    this.#part.refresh(sequence, isOfFew ? spreadOfRest : spreadOfSteps);
  }

  #shown(sequence: number): void {
    this.#compose?.shownUpTo(sequence);
    for (const [at, put] of this.#ahead) {
      if (at <= sequence) this.#ahead.delete(at);
      else put();
    }
    // In another group one hears other things.
    const group = this.#part.element?.dataset['group'];
    if (group !== this.#group) this.#stream?.restart();
    this.#group = group;
    this.#compose?.draw();
  }

  #end(status: number): void {
    this.#stream?.stop();
    const words = status === 401 || status === 403 ? text('streamDenied') : text('streamGone');
    show(words, { name: text('reload'), run: () => location.reload() });
  }
}

function parse(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    return {};
  }
}
