/** One server-sent event. `id` is the sequence of a stored event, null for a signal. */
export interface StreamEvent {
  id: number | null;
  kind: string;
  data: string;
}

/** Reads server-sent events from bytes cut anywhere: in a line, in a CRLF, in a letter. */
export class EventParser {
  /** What the server said to wait before coming back, in milliseconds. */
  retry: number | null = null;

  readonly #decoder = new TextDecoder();
  #line = '';
  #skipLineFeed = false;
  #id: number | null = null;
  #kind = '';
  #data: string[] = [];

  push(bytes: Uint8Array): StreamEvent[] {
    const events: StreamEvent[] = [];
    let chunk = this.#decoder.decode(bytes, { stream: true });
    if (this.#skipLineFeed && chunk.length > 0) {
      if (chunk[0] === '\n') chunk = chunk.slice(1);
      this.#skipLineFeed = false;
    }
    let start = 0;
    for (let end = nextBreak(chunk, start); end >= 0; end = nextBreak(chunk, start)) {
      const event = this.#take(this.#line + chunk.slice(start, end));
      if (event) events.push(event);
      this.#line = '';
      start = end + 1;
      if (chunk[end] === '\r') {
        if (start === chunk.length) this.#skipLineFeed = true;
        else if (chunk[start] === '\n') start += 1;
      }
    }
    this.#line += chunk.slice(start);
    return events;
  }

  #take(line: string): StreamEvent | null {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#kind = value;
    else if (field === 'id' && /^\d+$/.test(value)) this.#id = Number(value);
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return null;
  }

  #finish(): StreamEvent | null {
    const event: StreamEvent = { id: this.#id, kind: this.#kind || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#id = null;
    this.#kind = '';
    this.#data = [];
    return isEmpty ? null : event;
  }
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const carriage = text.indexOf('\r', from);
  if (feed < 0) return carriage;
  return carriage < 0 ? feed : Math.min(feed, carriage);
}
