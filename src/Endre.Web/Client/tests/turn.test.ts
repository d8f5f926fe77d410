import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turn } from '../happened/turn.ts';

test('Cards come one after another and begin again', () => {
  assert.deepEqual([-1, 0, 1, 2].map(at => turn(at, 3)), [0, 1, 2, 0]);
});

test('When cards have gone, it goes on with those that are left', () => {
  assert.equal(turn(7, 3), 2);
  assert.equal(turn(4, 1), 0);
  assert.equal(turn(4, 0), 0);
});
