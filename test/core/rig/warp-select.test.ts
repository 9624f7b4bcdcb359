import { expect, test } from 'vitest';
import type { Point } from '../../../core/rig/geometry.ts';
import {
  columnOf,
  insideLasso,
  nearestPoint,
  neighbourOf,
  rowOf,
  steppedPoint,
} from '../../../core/rig/warp-select.ts';

const lattice = { columns: 4, rows: 3 };
const points = Array.from({ length: 12 }, (_, i): Point => [(i % 4) * 100, Math.floor(i / 4) * 100]);

test('the row and the column of a point', () => {
  expect(rowOf(lattice, 6)).toEqual([4, 5, 6, 7]);
  expect(columnOf(lattice, 6)).toEqual([2, 6, 10]);
  for (const nobody of [-1, 12, 1.5, NaN])
    expect([rowOf(lattice, nobody), columnOf(lattice, nobody)]).toEqual([[], []]);
});
test('what a lasso holds', () => {
  const lasso: Point[] = [
    [50, -50],
    [250, -50],
    [250, 150],
    [50, 150],
  ];
  expect(insideLasso(points, lasso)).toEqual([1, 2, 5, 6]);
  expect(insideLasso(points, [])).toEqual([]);
});
test('the nearest point within reach', () => {
  expect(nearestPoint(points, [104, 97], 20)).toBe(5);
  expect(nearestPoint(points, [150, 150], 20)).toBeNull();
  expect(nearestPoint([], [0, 0], 20)).toBeNull();
});
test('next and before, round about', () => {
  expect([steppedPoint(lattice, 11, 1), steppedPoint(lattice, 0, -1), steppedPoint(lattice, 4, 1)]).toEqual([
    0, 11, 5,
  ]);
});
test('an arrow leads to the neighbour and stops at the edge', () => {
  expect((['left', 'right', 'up', 'down'] as const).map((way) => neighbourOf(lattice, 5, way))).toEqual([
    4, 6, 1, 9,
  ]);
  expect((['left', 'right', 'up', 'down'] as const).map((way) => neighbourOf(lattice, 0, way))).toEqual([
    0, 1, 0, 4,
  ]);
  expect(neighbourOf(lattice, 99, 'left')).toBe(0);
});
