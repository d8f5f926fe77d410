import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser, type StreamEvent } from '../live/sse.ts';

const stream =
  '\uFEFF: hello there\r\n\r\n' +
  'id: 7\nevent: note-written\ndata: {"text":"Får plunder med ø, 漢字 og 👩‍🔧"}\n\n' +
  'event: progress\r\ndata: {"done":3}\r\n\r\n' +
  ': beat\n\nretry: 1500\n' +
  'id: 8\revent: step-changed\rdata: one\rdata: two\r\r' +
  'id: 9\ndata\n\nevent: empty\n\n';

const expected: StreamEvent[] = [
  { id: 7, kind: 'note-written', data: '{"text":"Får plunder med ø, 漢字 og 👩‍🔧"}' },
  { id: null, kind: 'progress', data: '{"done":3}' },
  { id: 8, kind: 'step-changed', data: 'one\ntwo' },
  { id: 9, kind: 'message', data: '' },
];

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

test('Events are the same wherever the bytes are cut', () => {
  const bytes = new TextEncoder().encode(stream);
  for (let seed = 1; seed <= 500; seed++) {
    const random = randomFrom(seed);
    const longest = 1 + Math.floor(random() * 40);
    const parser = new EventParser();
    const events: StreamEvent[] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + Math.floor(random() * longest);
      events.push(...parser.push(bytes.slice(at, at + length)));
      at += length;
    }
    assert.deepEqual(events, expected, `seed ${seed}`);
    assert.equal(parser.retry, 1500);
  }
});

test('What is cut off in the middle is no event', () => {
  const parser = new EventParser();
  assert.deepEqual(parser.push(new TextEncoder().encode('id: 4\ndata: half')), []);
});

test('An id that is no number is no sequence', () => {
  const [event] = new EventParser().push(new TextEncoder().encode('id: x\ndata: 1\n\n'));
  assert.equal(event?.id, null);
});
