import { describe, expect, it } from 'vitest';
import { seatAt } from '../../../core/layers/along-seat.ts';
import { textRanks } from '../../../core/layers/text-order.ts';

describe('the order of letters', () => {
  it.each([
    ['forwards', [0, 1, 2, 3, 4], 5],
    ['backwards', [4, 3, 2, 1, 0], 5],
    ['centre-out', [2, 1, 0, 1, 2], 3],
    ['edges-in', [0, 1, 2, 1, 0], 3],
    ['together', [0, 0, 0, 0, 0], 1],
  ] as const)('%s', (order, ranks, steps) => {
    expect(textRanks(5, order, 1)).toEqual({ ranks, steps });
  });
  it('a random order has every step once, the same from run to run', () => {
    const { ranks, steps } = textRanks(40, 'random', 7);
    expect(ranks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(steps).toBe(40);
    expect(textRanks(40, 'random', 7).ranks).toEqual(ranks);
    expect(textRanks(40, 'random', 8).ranks).not.toEqual(ranks);
  });
  it('no letters take one step', () => {
    expect(textRanks(0, 'random', 1)).toEqual({ ranks: [], steps: 1 });
  });
});

describe('a seat on a line', () => {
  const corner = {
    points: [
      [0, 0],
      [3, 0],
      [3, 4],
    ] as [number, number][],
    closed: false,
  };
  it('follows its corners, and goes straight on past its ends', () => {
    expect(seatAt(corner, 1)).toEqual({ x: 1, y: 0, angle: 0 });
    expect(seatAt(corner, 5)).toEqual({ x: 3, y: 2, angle: Math.PI / 2 });
    expect(seatAt(corner, 8)).toEqual({ x: 3, y: 5, angle: Math.PI / 2 });
    expect(seatAt(corner, -2)).toEqual({ x: -2, y: 0, angle: 0 });
  });
  it('goes round a closed one', () => {
    expect(seatAt({ ...corner, closed: true }, 12 + 1)).toEqual({ x: 1, y: 0, angle: 0 });
    expect(seatAt({ ...corner, closed: true }, -1)).toMatchObject({ x: 0.6000000000000001 });
  });
  it('a point is a line to the right', () => {
    expect(seatAt({ points: [[1, 2]], closed: false }, 3)).toEqual({ x: 4, y: 2, angle: 0 });
  });
});
