import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../base/backoff.ts';
import { randomId } from '../base/ids.ts';
import { newClaimCode } from '../hassles/claim-code.ts';
import { isForNow, isSeenBy, isTooOld, keptFor, ownerOf, type QueuedHassle } from '../hassles/queued.ts';
import { bodyOf, judgeHassle, type SentHassle } from '../hassles/send.ts';
import { Outbox, type Outcome } from '../outbox/outbox.ts';
import type { Store } from '../outbox/store.ts';

const kari = 'kari';
const nils = 'nils';

const said = (id: string, owner: string): QueuedHassle => ({
  id,
  owner,
  unitId: 'u',
  unit: 'Team nord',
  claimCode: 'C',
  createdAt: 1_000,
  fields: { text: ` Plunder ${id} `, speaker: owner ? 'named' : 'anonymous', minutes: '10', timesPerWeek: '0,25', people: '', name: '' },
  state: 'waiting',
});

test('What is anonymous is nobody’s, also where somebody is signed in', () => {
  assert.equal(ownerOf('anonymous', kari), '');
  assert.equal(ownerOf('leader', kari), kari);
  assert.equal(ownerOf('named', ''), '');
});

test('One never reads what another wrote on the same phone', () => {
  const none = new Set<string>();
  assert.equal(isSeenBy(said('1', kari), kari, none), true);
  assert.equal(isSeenBy(said('1', kari), nils, new Set(['1'])), false);
  assert.equal(isSeenBy(said('1', kari), '', none), false);
  assert.equal(isSeenBy(said('1', ''), '', none), true);
  assert.equal(isSeenBy(said('1', ''), nils, none), false);
  assert.equal(isSeenBy(said('1', ''), kari, new Set(['1'])), true);
});

test('One is never sent in the name of another, and nobody’s is sent whoever is here', async () => {
  const entries = [said('1', kari), said('2', ''), said('3', nils)];
  const store: Store<QueuedHassle> = {
    all: () => Promise.resolve([...entries]),
    add: () => Promise.resolve(),
    update: () => Promise.resolve(),
    remove: entry => Promise.resolve(void entries.splice(entries.findIndex(one => one.id === entry.id), 1)),
  };
  const tried: string[] = [];
  let held: string | null = '3';
  const outbox = new Outbox<QueuedHassle, SentHassle>({
    store,
    lease: { take: () => 0, release() {} },
    isForNow: entry => isForNow(entry, nils),
    async send({ id }): Promise<Outcome<SentHassle>> {
      tried.push(id);
      return id === held ? { kind: 'held' } : { kind: 'sent', result: { claimCode: null } };
    },
    onChange() {},
    onSent() {},
    backoff: new Backoff(1, 2, () => 0),
  });
  await outbox.flush();
  assert.deepEqual(tried, ['2', '3']);
  // Held, because the server saw somebody else: it waits, and is sent when they are back.
  assert.deepEqual(entries.map(one => one.id), ['1', '3']);
  held = null;
  await outbox.flush();
  assert.deepEqual(entries.map(one => one.id), ['1']);
});

test('What the form had is what is sent, with numbers as numbers and nothing that is empty', () => {
  assert.deepEqual(bodyOf(said('1', kari)), {
    id: '1',
    unitId: 'u',
    claimCode: 'C',
    text: 'Plunder 1',
    speaker: 'named',
    minutes: 10,
    timesPerWeek: 0.25,
  });
});

test('What looked like a name is sent as it is once its writer says so', () => {
  assert.equal(bodyOf(said('1', kari))['sure'], undefined);
  assert.equal(bodyOf({ ...said('1', kari), isSure: true })['sure'], true);
});

test('The answer tells the code; another who is signed in, or nobody, makes it wait; a rule refuses it', async () => {
  assert.deepEqual(await judgeHassle(Response.json({ id: '1', claimCode: 'C' }, { status: 201 })), { kind: 'sent', result: { claimCode: 'C' } });
  assert.deepEqual(await judgeHassle(Response.json({ id: '1' })), { kind: 'sent', result: { claimCode: null } });
  const changed = { type: 'urn:endre:problem:person-changed' };
  assert.deepEqual(await judgeHassle(Response.json(changed, { status: 409 })), { kind: 'held' });
  assert.deepEqual(await judgeHassle(Response.json({}, { status: 401 })), { kind: 'held' });
  const taken = { type: 'urn:endre:problem:id-taken', detail: 'Brukt' };
  assert.deepEqual(await judgeHassle(Response.json(taken, { status: 409 })), { kind: 'refused', problem: 'Brukt' });
  const hint = { type: 'urn:endre:problem:name-hint', detail: 'Ser ut som et navn' };
  assert.deepEqual(await judgeHassle(Response.json(hint, { status: 422 })), {
    kind: 'refused',
    problem: 'Ser ut som et navn',
    asks: true,
  });
  assert.equal((await judgeHassle(new Response('', { status: 503 }))).kind, 'later');
});

test('A code made here is one that the server reads', () => {
  // That the server takes it is shown by a phone: OfflineTests.
  assert.equal(newClaimCode(Uint8Array.from({ length: 15 }, () => 0)), '0000-0000-0000-0000');
  assert.match(newClaimCode(), /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  const [one, other] = [newClaimCode(), newClaimCode()];
  assert.notEqual(one, other);
  // One wrong symbol is seen: the check symbol is another.
  const values = Uint8Array.from({ length: 15 }, (_, i) => i);
  const wrong = Uint8Array.from(values, (value, i) => (i === 3 ? 30 : value));
  assert.notEqual(newClaimCode(values).at(-1), newClaimCode(wrong).at(-1));
});

test('An id of what nobody is to know the time of is random', () => {
  assert.match(randomId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(randomId(), randomId());
});

test('What has lain here for two weeks is too old', () => {
  assert.equal(isTooOld(said('1', kari), 1_000 + keptFor), false);
  assert.equal(isTooOld(said('1', kari), 1_001 + keptFor), true);
});
