import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { look, makeUpFor, watchFrom, type Watch } from '../../../core/time/schedule-watch.ts';
import { nextFiring, type Rule } from '../../../core/time/schedule.ts';

/** The wall clock is stepped between looks: nothing is skipped, nothing is done twice. */
const rule: Rule = {
  time: '21:30',
  zone: 'Europe/Paris',
  days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  date: null,
};
const at = (iso: string) => Date.parse(iso);
const due = at('2026-11-26T20:30:00Z');
const minute = 60_000;
const walk = (start: number, clocks: readonly number[], fired: readonly number[] = []) => {
  let watch: Watch = watchFrom(start, fired);
  let before = clocks[0] ?? 0;
  return clocks.map((now) => {
    const seen = look(watch, rule, now, makeUpFor(now - before, minute));
    before = now;
    watch = seen.watch;
    return seen.missed === null ? seen.due : 'missed';
  });
};

it.each([
  ['an ordinary evening', [due - 100, due, due + 100], [null, due, null]],
  ['a late timer', [due - 100, due + 3000, due + 3100], [null, due, null]],
  ['put forward over it', [due - 50 * minute, due + 10 * minute], [null, due]],
  ['put back after it', [due, due - 30 * minute, due, due + minute], [due, null, null, null]],
  [
    'two days ahead by mistake, then put right',
    [due + 2 * 1440 * minute - 90 * minute, due - 90 * minute, due],
    ['missed', null, due],
  ],
  ['put forward by more than is made up for', [due - minute, due + 3 * 60 * minute], [null, 'missed']],
  [
    'from 1970 to now, when the network says so',
    [at('1970-01-01T03:00:00Z'), due - 30 * minute, due],
    [null, 'missed', due],
  ],
  ['the same an hour late', [at('1970-01-01T03:00:00Z'), due + 60 * minute], [null, 'missed']],
  ['the same just in time', [at('1970-01-01T03:00:00Z'), due + minute / 2], [null, due]],
])('%s', (_, clocks, expected) => {
  expect(walk(Math.min(clocks[0] ?? 0, due - 60 * minute), clocks)).toEqual(expected);
});

it('a host that starts late makes up for it within its time, once', () => {
  expect(walk(due - 1, [due + 20_000])).toEqual([due]);
  expect(walk(due + 1, [due + 20_000])).toEqual([null]);
  expect(walk(due - 1, [due + 20_000], [due])).toEqual([null]);
});

const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 30 * minute }) },
  { weight: 1, arbitrary: fc.integer({ min: -100 * minute, max: 100 * minute }) },
);
test.prop([fc.array(anyStep, { minLength: 50, maxLength: 200 })], { numRuns: 30 })(
  'whatever the steps below two hours: each firing that the clock passed has fired once',
  (steps) => {
    const start = due - 60 * minute;
    let now = start;
    let latest = start;
    const clocks = steps.map((step) => {
      now = Math.max(start, now + step);
      latest = Math.max(latest, now);
      return now;
    });
    const fired = walk(start, clocks).filter((one) => one !== null);
    const expected: number[] = [];
    for (let next = nextFiring(rule, start); next !== null && next <= latest; next = nextFiring(rule, next))
      expected.push(next);
    expect(fired).toEqual(expected);
  },
);
