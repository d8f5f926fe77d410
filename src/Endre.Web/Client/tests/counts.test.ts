import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flattenCounts } from '../live/counts.ts';

test('Counts are named by group and summed up where only groups have them', () => {
  const counts = flattenCounts({
    step: 's3',
    heads: 40,
    groups: [
      { id: 'g1', heads: 19, notes: 12, done: 3 },
      { id: 'g2', heads: 20, notes: 5, done: 0 },
    ],
  });
  assert.equal(counts.get('heads'), 40);
  assert.equal(counts.get('notes'), 17);
  assert.equal(counts.get('groups.g1.done'), 3);
  assert.equal(counts.get('groups.g2.heads'), 20);
  assert.equal(counts.has('step'), false);
});
