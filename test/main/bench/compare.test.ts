import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOver, middles, misses, withRatios, wordsOf } from '../../bench/compare.ts';
import { median, type Measurement } from '../../bench/measure.ts';

const makeMeasurement = (given: Partial<Measurement> = {}): Measurement => ({
  name: 'pass',
  what: 'a pass',
  value: 4,
  unit: 'ms',
  goal: { of: 'value', most: 5, why: 'for a test' },
  reference: { what: 'a copy', value: 2 },
  ratio: 2,
  ...given,
});

describe('the bench against what is committed', () => {
  it('is over beyond one and a half of its own ratio, and only then', () => {
    expect(isOver(makeMeasurement({ ratio: 3 }), { pass: 2 })).toBe(false);
    expect(isOver(makeMeasurement({ ratio: 3.01 }), { pass: 2 })).toBe(true);
    expect(isOver(makeMeasurement({ ratio: 100 }), { other: 2 })).toBe(false);
    expect(isOver(makeMeasurement({ ratio: Number.NaN }), {})).toBe(true);
  });
  it('a goal is of the figure or of its ratio', () => {
    const goal = { of: 'ratio', most: 1.5, why: 'for a test' } as const;
    expect(misses(makeMeasurement({ value: 5 }))).toBe(false);
    expect(misses(makeMeasurement({ value: 5.1 }))).toBe(true);
    expect(misses(makeMeasurement({ goal, value: 99, ratio: 1.5 }))).toBe(false);
    expect(misses(makeMeasurement({ goal, value: 0, ratio: 1.6 }))).toBe(true);
  });
  it('takes the middle of three runs, figure by figure', () => {
    const runs = [
      [1, 9],
      [3, 7],
      [2, 8],
    ].map((ratios) => ratios.map((ratio, index) => makeMeasurement({ name: `m${index}`, ratio })));
    expect(middles(runs).map(({ name, ratio }) => [name, ratio])).toEqual([
      ['m0', 2],
      ['m1', 8],
    ]);
  });
  it('keeps what was not measured', () => {
    expect(Object.entries(withRatios({ z: 1, pass: 9 }, [makeMeasurement({ ratio: 2.34567 })]))).toEqual([
      ['pass', 2.35],
      ['z', 1],
    ]);
  });
  it('says figure, committed ratio, counts, goal and reference', () => {
    const words = wordsOf(makeMeasurement({ value: 6, counts: { passes: 1, reads: 2 } }), { pass: 2.5 });
    expect(words).toMatch(/^pass +6\.000 ms, ratio 2\.00 \(committed 2\.50\), passes 1, reads 2\n/);
    expect(words).toMatch(/goal: at most 5 ms \(for a test\): missed, a gap\n/);
    expect(words).toContain('a pass, against a copy (2.0000 ms)');
  });
  it('every measurement has a committed ratio', () => {
    const file = path.resolve(import.meta.dirname, '../../bench/ratios.json');
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([
      'correction',
      'first-picture',
      'frame-at',
      'frame-at-growth',
      'keys-superfly',
      'keys-theatre',
      'light-map',
      'mesh-drag',
      'osc-decode',
      'osc-to-picture',
      'osc-to-state',
    ]);
  });
  it('the middle of an even number is the upper of the two', () => {
    expect(median([1, 4, 2, 3])).toBe(3);
  });
});
