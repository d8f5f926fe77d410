import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, parseLeft, passed, read, ServerClock } from '../live/time.ts';

const nine = Date.parse('2026-03-02T09:00:00Z');

test('A phone that is ten minutes wrong shows the right time left', () => {
  let phone = nine - 600_000;
  const clock = new ServerClock(() => phone);
  clock.hear(nine);
  phone += 61_000;
  assert.equal(format(read(nine + 120_000, null, clock.now())), '0:59');
});

test('The word that travelled fastest tells the time best', () => {
  const clock = new ServerClock(() => nine);
  clock.hear(nine - 900);
  clock.hear(nine - 40);
  clock.hear(nine - 700);
  assert.equal(clock.offset, -40);
});

test('A clock that is set while the workshop runs is noticed', () => {
  let phone = nine;
  const clock = new ServerClock(() => phone);
  clock.hear(nine);
  phone += 3600_000;
  clock.hear(nine + 1_000);
  assert.equal(clock.now(), nine + 1_000);
});

test('What an earlier page measured serves until the server speaks', () => {
  const clock = new ServerClock(() => nine);
  clock.recall(5_000);
  assert.equal(clock.now(), nine + 5_000);
  clock.hear(nine + 60_000);
  assert.equal(clock.now(), nine + 60_000);
  clock.recall(1);
  assert.equal(clock.now(), nine + 60_000);
});

test('A countdown begins on its full minutes and ends on zero', () => {
  const shown = [0, 1, 1000, 899_001, 900_000, 900_400, 901_000, 965_000].map(later =>
    format(read(nine + 900_000, null, nine + later)),
  );
  assert.deepEqual(shown, ['15:00', '15:00', '14:59', '0:01', '0:00', '0:00', '+0:01', '+1:05']);
});

test('A pause stands still, also over time', () => {
  assert.equal(format(read(null, 75, nine)), '1:15');
  assert.deepEqual(read(null, -12, nine), { state: 'over', seconds: 12 });
  assert.equal(read(null, null, nine).state, 'idle');
});

test('Hours are shown where there are any', () => {
  assert.equal(format({ state: 'running', seconds: 3750 }), '1:02:30');
});

test('Five minutes, one minute and the end are said once each', () => {
  const said: number[] = [];
  let before = null;
  for (let left = 310; left > -60; left--) {
    const now = read(nine, null, nine - left * 1000);
    const mark = passed(before, now);
    if (mark !== null) said.push(mark);
    before = now;
  }
  assert.deepEqual(said, [300, 60, 0]);
});

test('What passed while the phone slept is not said afterwards', () => {
  assert.equal(passed({ state: 'running', seconds: 400 }, { state: 'running', seconds: 120 }), null);
});

test('What is left of a stopped clock is read as the server writes it', () => {
  const spans = ['00:01:15', '-00:00:12.5000000', '1.02:03:04', '', undefined];
  assert.deepEqual(spans.map(parseLeft), [75, -12.5, 93_784, null, null]);
});
