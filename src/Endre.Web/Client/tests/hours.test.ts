import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursAYear } from '../say/hours.ts';

test('minutes, times and people make hours in a year, as the server counts them', () => {
  assert.equal(Math.round(hoursAYear(10, 5, 8, 46)!), 307);
  assert.equal(Math.round(hoursAYear(10, 5, null, 46)!), 38);
});

test('what nobody knows makes no hours', () => {
  assert.equal(hoursAYear(null, 5, 8, 46), null);
  assert.equal(hoursAYear(10, null, 8, 46), null);
});
