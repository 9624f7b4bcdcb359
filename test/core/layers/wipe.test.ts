import { describe, expect, it } from 'vitest';
import {
  elementRanks,
  ringReach,
  wayWithin,
  wipeOrderSchema,
  wipeSchema,
} from '../../../core/layers/wipe.ts';

const row = [0, 1, 2, 3, 4].map((x) => ({ x, y: x * x }));
const ranked = (over: Record<string, unknown>) =>
  elementRanks(row, wipeSchema.parse(over), (index) => [3, 1, 4, 0, 2][index] ?? 0);

describe('the order in which a front reaches elements', () => {
  it.each([
    [{ order: 'left-right' }, [0, 0.25, 0.5, 0.75, 1]],
    [{ order: 'right-left' }, [1, 0.75, 0.5, 0.25, 0]],
    [{ order: 'centre-out' }, [1, 0.5, 0, 0.5, 1]],
    [{ order: 'edges-in' }, [0, 0.5, 1, 0.5, 0]],
    [{ order: 'up' }, [0, 1 / 16, 4 / 16, 9 / 16, 1]],
    [{ order: 'ring', x: 4, y: 16 }, [1, 0.9275, 0.7376, 0.4287, 0]],
    [{ order: 'angle', angle: 180 }, [1, 0.75, 0.5, 0.25, 0]],
    [{ order: 'random' }, [0.75, 0.25, 1, 0, 0.5]],
  ])('%j', (over, ranks) => {
    expect(ranked(over).map((rank) => Number(rank.toFixed(4)))).toEqual(ranks);
  });
  it('one element, or none, is reached at once', () => {
    expect(elementRanks(row.slice(0, 1), wipeSchema.parse({}), () => 0)).toEqual([0]);
    expect(elementRanks([], wipeSchema.parse({}), () => 0)).toEqual([]);
  });
});

it.each(wipeOrderSchema.options)('within an element %s goes from 0 to 1', (order) => {
  const p = wipeSchema.parse({ order, angle: 30 });
  const grid = Array.from({ length: 121 }, (_, i) => wayWithin(p, (i % 11) / 10, Math.floor(i / 11) / 10));
  expect(Math.min(...grid)).toBeCloseTo(0);
  expect(Math.max(...grid)).toBeCloseTo(1);
});
it('a ring reaches the farthest corner', () => {
  expect(ringReach({ x: 1, y: 0 }, { x: 0, y: 0, width: 4, height: 4 })).toBe(5);
});
