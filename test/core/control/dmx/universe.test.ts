import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createUniverse, MOST_SOURCES, SILENCE } from '../../../../core/control/dmx/universe.ts';

/** Several desks on one universe. */
const frame = (
  source: string,
  levels: number[],
  { priority = 100, sequence = null as number | null } = {},
) => ({
  source,
  priority,
  sequence,
  levels: Uint8Array.from(levels),
});
const top = (universe: ReturnType<typeof createUniverse>, count = 3) => [
  ...universe.levels().subarray(0, count),
];

describe('merging', () => {
  it('HTP: the highest of each channel', () => {
    const universe = createUniverse('htp');
    expect(universe.hear(frame('a', [10, 200, 0]), 0)).toBe('first');
    expect(universe.hear(frame('b', [50, 100, 0]), 0)).toBe('taken');
    expect(top(universe)).toEqual([50, 200, 0]);
    universe.hear(frame('b', [0, 0, 9]), 0.1);
    expect(top(universe)).toEqual([10, 200, 9]);
  });

  it('LTP: the one that moved last; a desk that joins takes nothing', () => {
    const universe = createUniverse('ltp');
    universe.hear(frame('a', [10, 20, 30]), 0);
    universe.hear(frame('b', [90, 90, 90]), 0);
    expect(top(universe)).toEqual([10, 20, 30]);
    universe.hear(frame('b', [90, 80, 90]), 0.1);
    expect(top(universe)).toEqual([10, 80, 30]);
    universe.hear(frame('a', [10, 25, 30]), 0.2);
    expect(top(universe)).toEqual([10, 25, 30]);
    universe.leave('a');
    expect(top(universe)).toEqual([90, 80, 90]);
  });

  it('the higher priority alone counts, until it leaves', () => {
    const universe = createUniverse('htp');
    universe.hear(frame('a', [255]), 0);
    universe.hear(frame('b', [3], { priority: 150 }), 0);
    expect(top(universe, 1)).toEqual([3]);
    expect([universe.leave('b'), universe.leave('b')]).toEqual([true, false]);
    expect(top(universe, 1)).toEqual([255]);
  });

  it('a shorter packet leaves the channels beyond it', () => {
    const universe = createUniverse('htp');
    universe.hear(frame('a', [1, 2, 3]), 0);
    universe.hear(frame('a', [9]), 0);
    expect(top(universe)).toEqual([9, 2, 3]);
  });
});

it('lets a desk go after its silence, keeps the last levels, and says who', () => {
  const universe = createUniverse('htp');
  universe.hear(frame('a', [200]), 0);
  universe.hear(frame('b', [100]), 2);
  expect(universe.expire(SILENCE)).toEqual([]);
  expect(universe.expire(SILENCE + 0.01)).toEqual(['a']);
  expect(top(universe, 1)).toEqual([100]);
  expect(universe.expire(10)).toEqual(['b']);
  expect([top(universe, 1), universe.sources()]).toEqual([[100], []]);
  expect(universe.hear(frame('b', [7]), 11)).toBe('first');
  universe.clear();
  expect(top(universe, 1)).toEqual([0]);
});

it('takes no more desks than it can be spoken to by', () => {
  const universe = createUniverse('htp');
  for (let n = 0; n < MOST_SOURCES; n += 1) universe.hear(frame(`s${n}`, [1]), 0);
  expect(universe.hear(frame('one more', [255]), 0)).toBe('full');
  expect(top(universe, 1)).toEqual([1]);
});

describe('late packets', () => {
  const heard = (...numbers: (number | null)[]) => {
    const universe = createUniverse('htp');
    return numbers.map((sequence) => universe.hear(frame('a', [1], { sequence }), 0));
  };
  it.each([
    [[1, 2, 3], 'taken'],
    [[2, 1], 'late'],
    [[2, 2], 'late'],
    [[255, 0], 'taken'],
    [[255, 1], 'taken'],
    [[0, 255], 'late'],
    [[100, 80], 'taken'],
    [[100, 81], 'late'],
    [[100, null], 'taken'],
  ])('%j', (numbers, last) => {
    expect(heard(...numbers).at(-1)).toBe(last);
  });
});

const anyFrame = fc.record({
  source: fc.constantFrom('a', 'b', 'c'),
  priority: fc.constantFrom(100, 150),
  levels: fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }),
});
test.prop([
  fc.array(anyFrame, { minLength: 1, maxLength: 40 }),
  fc.constantFrom('htp' as const, 'ltp' as const),
])('a merged level is always one that a desk of the highest priority sends now', (frames, merge) => {
  const universe = createUniverse(merge);
  const now = new Map<string, (typeof frames)[number]>();
  for (const each of frames) {
    universe.hear(frame(each.source, each.levels, { priority: each.priority }), 0);
    now.set(each.source, each);
    const highest = Math.max(...[...now.values()].map(({ priority }) => priority));
    const leading = [...now.values()].filter(({ priority }) => priority === highest);
    top(universe, 4).forEach((level, at) => {
      const sent = leading.map(({ levels }) => levels[at] ?? 0);
      expect(sent).toContain(level);
      if (merge === 'htp') expect(level).toBe(Math.max(...sent));
    });
  }
});
