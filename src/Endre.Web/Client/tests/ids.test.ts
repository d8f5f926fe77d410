import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../base/ids.ts';

test('Ids are UUIDs of version 7 and carry their time', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  const id = newId(now + 10 * 365 * 24 * 3600_000);
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseInt(id.replaceAll('-', '').slice(0, 12), 16), now + 10 * 365 * 24 * 3600_000);
});

test('Ten thousand ids in one millisecond are all different and in order', () => {
  const now = Date.parse('2099-01-01T00:00:00Z');
  const ids = Array.from({ length: 10_000 }, () => newId(now));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([...ids].sort(), ids);
});

test('A clock that is set back does not change the order', () => {
  const first = newId(Date.parse('2101-01-01T00:00:00Z'));
  const second = newId(Date.parse('2001-01-01T00:00:00Z'));
  assert.ok(second > first);
});
