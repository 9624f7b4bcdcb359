import { describe, expect, test } from 'vitest';
import type { Point } from '../../../core/rig/geometry.ts';
import type { Result } from '../../../core/result.ts';
import {
  movedWall,
  resetWall,
  typedWallPoint,
  wallGrid,
  wallPairs,
  wallPoints,
  withoutWallPoint,
  withWallPoint,
} from '../../../core/rig/wall-mesh-edit.ts';
import { buildWallMap } from '../../../core/rig/wall-mesh.ts';
import type { WallMeshRecord } from '../../../core/rig/warp.schema.ts';

const FACADE = { width: 60, height: 20 };
const NONE: WallMeshRecord = { kind: 'none' };
const STILL = { radius: null, symmetry: 'none' as const };
const made = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
};
const pairs: WallMeshRecord = {
  kind: 'points',
  pairs: [
    { canvas: [5, 5], wall: [5.2, 5] },
    { canvas: [40, 12], wall: [40, 11.9] },
  ],
};
const even = made(wallGrid(NONE, FACADE, 5, 3));
/** The farthest that a place of the drawing lies apart on the wall under two corrections. */
const farthest = (a: WallMeshRecord, b: WallMeshRecord): number => {
  const [before, after] = [buildWallMap(a, FACADE), buildWallMap(b, FACADE)];
  let most = 0;
  for (let y = 0; y <= 20; y += 2.5)
    for (let x = 0; x <= 60; x += 2.5) {
      const [p, q] = [before.toWall([x, y]), after.toWall([x, y])];
      most = Math.max(most, Math.hypot(p[0] - q[0], p[1] - q[1]));
    }
  return most;
};

describe('grid', () => {
  test('a new one moves nothing', () => {
    expect(wallPoints(even).length).toBe(15);
    expect(wallPoints(even)[0]).toEqual([0, 20]);
    expect(buildWallMap(even, FACADE).isPlain).toBe(true);
  });
  test('a window is pulled once', () => {
    const pulled = made(movedWall(even, [7], { by: [0.2, 0], ...STILL }));
    expect(buildWallMap(pulled, FACADE).toWall([30, 10])[0]).toBeCloseTo(30.2, 6);
  });
  test('a finer one keeps the pull', () => {
    const pulled = made(movedWall(even, [7, 8], { by: [0.2, -0.1], ...STILL }));
    expect(farthest(pulled, made(wallGrid(pulled, FACADE, 9, 5)))).toBeLessThan(0.001);
  });
  test('takes over what free points made', () => {
    expect(farthest(pairs, made(wallGrid(pairs, FACADE, 33, 33)))).toBeLessThan(0.005);
  });
  test('moves symmetrically', () => {
    const pulled = made(movedWall(even, [5], { by: [0.2, 0.1], radius: null, symmetry: 'left-right' }));
    expect([5, 9].map((i) => wallPoints(pulled)[i])).toEqual([
      [0.2, 10.1],
      [59.8, 10.1],
    ]);
  });
});

describe('free points', () => {
  test('a new one moves nothing yet', () => {
    expect(made(withWallPoint(NONE, FACADE, [30, 10]))).toEqual({
      kind: 'points',
      pairs: [{ canvas: [30, 10], wall: [30, 10] }],
    });
    expect(farthest(pairs, made(withWallPoint(pairs, FACADE, [20, 8])))).toBeLessThan(0.01);
  });
  test('are moved, typed, taken out and reset', () => {
    const moved = made(movedWall(pairs, [0], { by: [0.1, 0], radius: 3, symmetry: 'both' }));
    expect(wallPoints(moved)).toEqual([
      [5.3, 5],
      [40, 11.9],
    ]);
    expect(wallPoints(made(typedWallPoint(pairs, 1, [40.00004, 12])))[1]).toEqual([40, 12]);
    expect(wallPoints(made(withoutWallPoint(pairs, 0)))).toEqual([[40, 11.9]]);
    expect(wallPoints(made(resetWall(pairs, FACADE, [0])))).toEqual([
      [5, 5],
      [40, 11.9],
    ]);
    expect(made(resetWall(pairs, FACADE, null))).toEqual(NONE);
  });
  test('take over the points of a grid that were pulled, and its corners', () => {
    const pulled = made(movedWall(even, [7], { by: [0.2, 0], ...STILL }));
    const free = made(wallPairs(pulled, FACADE));
    expect(wallPoints(free).length).toBe(5);
    const at = buildWallMap(free, FACADE).toWall([30, 10]);
    expect(Math.hypot(at[0] - 30.2, at[1] - 10)).toBeLessThan(0.001);
  });
});

test.each<[string, Result<unknown>, string]>([
  ['34 columns', wallGrid(NONE, FACADE, 34, 3), 'wall-size'],
  ['half a row', wallGrid(NONE, FACADE, 4, 2.5), 'wall-size'],
  ['a point that is not there', movedWall(even, [15], { by: [1, 1], ...STILL }), 'wall-point'],
  ['any point of none', typedWallPoint(NONE, 0, [1, 1]), 'wall-point'],
  ['a point to take out of a grid', withoutWallPoint(even, 0), 'wall-point'],
  ['a free point in a grid', withWallPoint(even, FACADE, [1, 1]), 'wall-point'],
  ['no number', movedWall(even, [1], { by: [NaN, 0], ...STILL }), 'wall-value'],
  ['typed rubbish', typedWallPoint(even, 1, [Infinity, 0] as Point), 'wall-value'],
  ['a reset of nobody', resetWall(even, FACADE, [99]), 'wall-point'],
])('%s is refused with words', (_name, result, code) => {
  expect(result).toMatchObject({ ok: false, code, message: expect.stringMatching(/.{20}/) as string });
});
