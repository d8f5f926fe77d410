import { show } from '../base/message.ts';
import { text } from '../base/texts.ts';
import { hearServerTime } from '../live/clock.ts';
import { setPart } from '../live/forms.ts';
import { Part } from '../live/part.ts';
import type { StreamEvent } from '../live/sse.ts';
import { setStatus } from '../live/status.ts';
import { EventStream } from '../live/stream.ts';

// So that forty phones do not ask for the part in the same instant.
const spread = 300;

/**
 * `<endre-meeting data-stream data-view>`: keeps the page with the meeting. The stream says only that there is a newer
 * version; the page asks for its part again and shows what its reader may see.
 */
export class MeetingElement extends HTMLElement {
  #stream: EventStream | null = null;
  readonly #part = new Part({
    onShown: () => {},
    onEnd: status => this.#end(status),
    isAlwaysOn: () => this.dataset['view'] === 'screen',
  });

  connectedCallback(): void {
    const url = this.dataset['stream'];
    if (!url || this.#stream) return;
    setPart(this.#part);
    this.#stream = new EventStream({
      url,
      after: this.#part.sequence,
      token: null,
      onEvent: event => this.#take(event),
      onState: stream => setStatus({ stream }),
      onEnd: status => this.#end(status),
    });
    this.#stream.start();
    const wake = () => this.#stream?.wake();
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) wake();
    });
  }

  #take({ id, kind, data }: StreamEvent): void {
    if (kind === 'hello') hearServerTime(Number((JSON.parse(data) as { now?: number }).now));
    else if (kind === 'refresh' && id !== null && id > this.#part.sequence) this.#part.refresh(id, spread);
  }

  #end(status: number): void {
    this.#stream?.stop();
    const words = status === 401 || status === 403 ? text('streamDenied') : text('streamGone');
    show(words, { name: text('reload'), run: () => location.reload() });
  }
}
