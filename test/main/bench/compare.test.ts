import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOver, isSlower, middles, misses, withRatios, wordsOf } from '../../bench/compare.ts';
import { pageOf, plotsOf } from '../../bench/page.ts';
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
    expect(isOver(makeMeasurement({ ratio: 6 }), { pass: 2 }, 3)).toBe(false);
    expect(isOver(makeMeasurement({ ratio: 6.01 }), { pass: 2 }, 3)).toBe(true);
    expect(isOver(makeMeasurement({ ratio: Number.NaN }), {})).toBe(true);
  });
  it('says beyond a fifth more', () => {
    expect(isSlower(makeMeasurement({ ratio: 2.4 }), { pass: 2 })).toBe(false);
    expect(isSlower(makeMeasurement({ ratio: 2.41 }), { pass: 2 })).toBe(true);
    expect(isSlower(makeMeasurement({ ratio: 100 }), { other: 2 })).toBe(false);
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
      'correction-peer',
      'cue-lateness',
      'first-picture',
      'frame-at',
      'frame-at-growth',
      'frame-at-jump',
      'host-back',
      'keys-superfly',
      'keys-theatre',
      'light-map',
      'mesh-drag',
      'osc-decode',
      'osc-decode-osc',
      'osc-to-picture',
      'osc-to-state',
      'osc-to-state-least',
      'outputs-cpu',
      'outputs-memory',
      'outputs-messages',
      'same-frame',
      'show-edit',
      'show-open',
      'show-seek',
    ]);
  });
  it('makes a page with a plot of each series, and hides no miss', () => {
    const points: [number, number][] = [
      [1, 2],
      [16, 9],
    ];
    const series = { title: 'A <line>', x: 'outputs', y: 'ms', points };
    const found = [makeMeasurement({ value: 6, series }), makeMeasurement({ name: 'other' })];
    const plots = plotsOf(found);
    expect(Object.keys(plots)).toEqual(['goals.svg', 'pass.svg']);
    for (const svg of Object.values(plots)) expect(svg.length).toBeLessThan(5000);
    expect(plots['pass.svg']).toContain('A &lt;line>');
    const page = pageOf(found, { pass: 2 }, { date: '2018-11-22', processors: 'two', loads: [0, 1] });
    expect(page).toContain('5 ms, for a test: **missed**');
    expect(page).toContain('(images/bench/pass.svg)');
  });
  it('the middle of an even number is the upper of the two', () => {
    expect(median([1, 4, 2, 3])).toBe(3);
  });
});
