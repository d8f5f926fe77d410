import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff, retryAfter } from '../base/backoff.ts';
import { EventStream, type StreamState } from '../live/stream.ts';

const encoder = new TextEncoder();
const quick = () => new Backoff(1, 2, () => 0);

interface Seen {
  events: string[];
  states: StreamState[];
  asked: string[];
  ended: number | null;
}

/** Follows a server that answers each connection with the next of `answers`, until it has heard `until`. */
async function follow(answers: (() => Response | Promise<Response>)[], until: (seen: Seen) => boolean, silence = 5_000): Promise<Seen> {
  const seen: Seen = { events: [], states: [], asked: [], ended: null };
  let open = 0;
  await new Promise<void>((resolve, reject) => {
    const check = () => {
      if (!until(seen)) return;
      stream.stop();
      resolve();
    };
    const stream = new EventStream({
      url: '/events',
      after: 4,
      token: 'ep_secret',
      backoff: quick(),
      silence,
      onEvent: event => (seen.events.push(`${event.id ?? '-'} ${event.data}`), check()),
      onState: state => (seen.states.push(state), check()),
      onEnd: status => ((seen.ended = status), check()),
      fetch: (async (url: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
        if (open > 0) reject(new Error('two connections at once'));
        open += 1;
        signal.addEventListener('abort', () => (open -= 1));
        seen.asked.push(`${url} ${headers['Authorization']}`);
        const answer = answers.shift();
        if (!answer) throw new TypeError('network');
        return answer();
      }) as unknown as typeof fetch,
    });
    stream.start();
  });
  return seen;
}

const events = (text: string, stays = false) => () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode(text));
        if (!stays) controller.close();
      },
    }),
  );
const status = (code: number, headers: Record<string, string> = {}) => () => new Response(null, { status: code, headers });

test('A cut stream goes on where it was, and shows nothing twice', async () => {
  const seen = await follow(
    [events('id: 5\ndata: a\n\nid: 6\ndata: b\n\nid: 7\nda'), events('id: 6\ndata: b\n\nid: 7\ndata: c\n\n')],
    ({ events }) => events.length === 3,
  );
  assert.deepEqual(seen.events, ['5 a', '6 b', '7 c']);
  assert.deepEqual(seen.asked.slice(0, 2), ['/events?after=4 Bearer ep_secret', '/events?after=6 Bearer ep_secret']);
});

test('The very first connection is tried again too', async () => {
  const seen = await follow([() => Promise.reject(new TypeError('network')), status(502), events('data: x\n\n')], ({ events }) =>
    events.includes('- x'),
  );
  assert.deepEqual(seen.states.slice(0, 3), ['connecting', 'offline', 'connected']);
});

test('A silent stream is dropped and taken up again', async () => {
  const seen = await follow([events(': hello\n\n', true), events('data: back\n\n')], ({ events }) => events.includes('- back'), 30);
  assert.equal(seen.asked.length, 2);
});

for (const code of [401, 403, 404, 410]) {
  test(`${code} ends it: asking again would not help`, async () => {
    const seen = await follow([status(code)], ({ ended }) => ended !== null);
    assert.equal(seen.ended, code);
    assert.equal(seen.asked.length, 1);
  });
}

test('A fault in showing one event does not cost the next', async () => {
  let count = 0;
  const silent = console.error;
  console.error = () => {};
  await new Promise<void>(resolve => {
    const stream = new EventStream({
      url: '/events',
      after: 0,
      token: null,
      backoff: quick(),
      onEvent() {
        count += 1;
        if (count === 1) throw new Error('cannot show');
        stream.stop();
        resolve();
      },
      onState() {},
      onEnd() {},
      fetch: (() => Promise.resolve(events('data: 1\n\ndata: 2\n\n')())) as typeof fetch,
    });
    stream.start();
  });
  console.error = silent;
  assert.equal(count, 2);
});

test('Waits grow, are spread, and never undercut what the server asked for', () => {
  const backoff = new Backoff(1000, 8000, () => 0.5);
  assert.deepEqual([1, 2, 3, 4, 5].map(() => backoff.next()), [600, 1100, 2100, 4100, 4100]);
  assert.equal(backoff.next(30_000), 30_500);
  backoff.reset();
  assert.equal(backoff.next(), 600);
});

test('Retry-After is seconds or a date, and nothing absurd', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  assert.equal(retryAfter('7', now), 7000);
  assert.equal(retryAfter('Mon, 02 Mar 2026 09:00:05 GMT', now), 5000);
  assert.equal(retryAfter('Mon, 02 Mar 2026 08:00:00 GMT', now), 0);
  assert.equal(retryAfter('999999', now), 120_000);
  assert.equal(retryAfter('soon', now), 0);
  assert.equal(retryAfter(null, now), 0);
});
