import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../base/backoff.ts';
import { Lease } from '../outbox/lease.ts';
import { Outbox, type Outcome } from '../outbox/outbox.ts';
import { judgeNote as judge } from '../notes/send.ts';
import type { QueuedNote } from '../notes/queued.ts';
import type { Store } from '../outbox/store.ts';

class MemoryStore implements Store<QueuedNote> {
  notes: QueuedNote[] = [];
  all = () => Promise.resolve([...this.notes]);
  add = (note: QueuedNote) => Promise.resolve(void this.notes.push(note));
  update = (note: QueuedNote) => Promise.resolve(void (this.notes = this.notes.map(other => (other.id === note.id ? note : other))));
  remove = (note: QueuedNote) => Promise.resolve(void (this.notes = this.notes.filter(other => other.id !== note.id)));
}

const note = (id: string): QueuedNote => ({
  id,
  workshopId: 'w',
  token: 't',
  questionId: 'q1',
  half: 'a',
  text: `note ${id}`,
  createdAt: 0,
  state: 'waiting',
});

function outbox(store: Store<QueuedNote>, send: (note: QueuedNote) => Promise<Outcome<number | null>>, lease = { take: () => 0, release() {} }) {
  const sent: string[] = [];
  const made = new Outbox<QueuedNote, number | null>({
    store,
    lease,
    send,
    onChange() {},
    onSent: ({ id }) => void sent.push(id),
    backoff: new Backoff(1, 2, () => 0),
  });
  return { made, sent };
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve));
};

test('Notes arrive in the order they were written, whatever the network does', async () => {
  const store = new MemoryStore();
  const arrived: string[] = [];
  let attempt = 0;
  const { made, sent } = outbox(store, async ({ id }) => {
    attempt += 1;
    if (attempt % 3 !== 0) return { kind: 'later', wait: 0 };
    arrived.push(id);
    return { kind: 'sent', result: attempt };
  });
  for (const id of ['1', '2', '3', '4']) await made.add(note(id));
  await until(() => sent.length === 4);
  assert.deepEqual(arrived, ['1', '2', '3', '4']);
  assert.equal(store.notes.length, 0);
});

test('A note is on the device before anything is sent, and until the server has it', async () => {
  const store = new MemoryStore();
  let onDevice = 0;
  const { made, sent } = outbox(store, async () => {
    onDevice = store.notes.length;
    return { kind: 'sent', result: 1 };
  });
  await made.add(note('1'));
  await until(() => sent.length === 1);
  assert.equal(onDevice, 1);
});

test('A refused note waits for a person and holds up nobody', async () => {
  const store = new MemoryStore();
  const { made, sent } = outbox(store, async ({ id }) =>
    id === '1' ? { kind: 'refused', problem: 'Fødselsnummer' } : { kind: 'sent', result: 1 },
  );
  await made.add(note('1'));
  await made.add(note('2'));
  await until(() => sent.length === 1);
  assert.deepEqual(sent, ['2']);
  assert.deepEqual(store.notes.map(({ id, state, problem }) => [id, state, problem]), [['1', 'refused', 'Fødselsnummer']]);
});

test('What an earlier page left is sent by the next', async () => {
  const store = new MemoryStore();
  store.notes = [note('1'), note('2')];
  const { made, sent } = outbox(store, async () => ({ kind: 'sent', result: 1 }));
  await made.flush();
  assert.deepEqual(sent, ['1', '2']);
});

test('While another tab sends, this one does not', async () => {
  const store = new MemoryStore();
  store.notes = [note('1')];
  let held = 5;
  let attempts = 0;
  const { made, sent } = outbox(
    store,
    async () => (attempts++, { kind: 'sent', result: 1 }),
    { take: () => held, release() {} },
  );
  await made.flush();
  assert.equal(attempts, 0);
  held = 0;
  await until(() => sent.length === 1);
});

test('A lease runs out, and a clock that was set back does not keep it for ever', () => {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  let now = 1_000_000;
  const [mine, theirs] = [new Lease(storage, () => now), new Lease(storage, () => now)];
  assert.equal(mine.take(), 0);
  assert.equal(theirs.take(), 20_000);
  now += 20_001;
  assert.equal(theirs.take(), 0);
  mine.release();
  assert.ok(mine.take() > 0);
  now -= 500_000;
  assert.equal(mine.take(), 0);
});

test('Only 2xx is sent; only what a person can change is refused', async () => {
  const kinds = await Promise.all(
    [200, 201, 400, 401, 404, 409, 413, 422, 408, 429, 500, 503].map(async status => (await judge(new Response('{}', { status }))).kind),
  );
  assert.deepEqual(kinds, ['sent', 'sent', ...Array(6).fill('refused'), ...Array(4).fill('later')]);
});

test('A refusal is told in the words of the server', async () => {
  const problem = { title: 'Ugyldig', detail: 'Lappen inneholder et fødselsnummer.' };
  const outcome = await judge(Response.json(problem, { status: 422 }));
  assert.deepEqual(outcome, { kind: 'refused', problem: problem.detail });
  const waits = await judge(new Response('', { status: 503, headers: { 'Retry-After': '3' } }));
  assert.deepEqual(waits, { kind: 'later', wait: 3000 });
});
