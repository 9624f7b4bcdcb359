import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyHomography } from '../../../core/rig/homography.ts';
import { canvasToOutput, outputLookup } from '../../../core/rig/warp-lookup.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import { makeOutput } from './builders.ts';

const PIN = [
  [12, 7],
  [150, -4],
  [141, 88],
  [-3, 80],
];
const meshOf = (overrides: Record<string, unknown>): WarpMesh =>
  buildWarpMesh(makeOutput(overrides), 'output:a', PLAIN_VENUE);
/** A grid of points over 160 × 90, each moved by (fx, fy) of its place. */
const gridOf = (columns: number, rows: number, move: (s: number, t: number) => [number, number]) =>
  Array.from({ length: columns * rows }, (_, i) =>
    move((i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)),
  );
const grid = (columns: number, rows: number, points: number[][], interpolation = 'bezier') => ({
  warp: { kind: 'grid', columns, rows, points, interpolation },
});
const bulge = (s: number, t: number): [number, number] => [
  160 * s + 6 * Math.sin(Math.PI * t),
  90 * t + 9 * Math.sin(Math.PI * s) * (t - 0.3),
];
const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('corner pin', () => {
  test('an unwarped output maps metres to pixels straight, y down', () => {
    const mesh = meshOf({});
    expect(canvasToOutput(mesh, 0, 9)).toEqual([0, 0]);
    const [x, y] = canvasToOutput(mesh, 4, 1)!;
    expect([x, y]).toEqual([expect.closeTo(40, 9), expect.closeTo(80, 9)]);
    expect(mesh.density).toBeCloseTo(10, 6);
    expect(canvasToOutput(mesh, 17, 1)).toBeNull();
  });
  test('keeps true perspective between its two triangles', () => {
    const mesh = meshOf({ warp: { kind: 'corners', corners: PIN } });
    expect(mesh.indices.length).toBe(6);
    const [a, b, c, d] = PIN as [[number, number], [number, number], [number, number], [number, number]];
    const centre = canvasToOutput(mesh, 8, 4.5)!;
    const diagonals = (p: number[], q: number[], r: number[], s: number[]) => {
      const t =
        ((r[0]! - p[0]!) * (r[1]! - s[1]!) - (r[1]! - p[1]!) * (r[0]! - s[0]!)) /
        ((q[0]! - p[0]!) * (r[1]! - s[1]!) - (q[1]! - p[1]!) * (r[0]! - s[0]!));
      return [p[0]! + t * (q[0]! - p[0]!), p[1]! + t * (q[1]! - p[1]!)];
    };
    const expected = diagonals(a, c, b, d);
    expect(centre[0]).toBeCloseTo(expected[0]!, 9);
    expect(centre[1]).toBeCloseTo(expected[1]!, 9);
  });
  prop.prop([unit, unit])('canvas → output → canvas within 1e-9', (s, t) => {
    const mesh = meshOf({ warp: { kind: 'corners', corners: PIN } });
    const [x, y] = canvasToOutput(mesh, s * 16, t * 9)!;
    const [u, v] = outputLookup(mesh)(x, y)!;
    expect(Math.hypot(u - s * 16, v - t * 9)).toBeLessThan(1e-9);
  });
});

describe('grid', () => {
  const curved = meshOf(grid(5, 4, gridOf(5, 4, bulge)));
  const find = outputLookup(curved);
  prop.prop([unit, unit])('canvas → output → canvas within 1e-9', (s, t) => {
    const [x, y] = canvasToOutput(curved, s * 16, t * 9)!;
    const [u, v] = find(x, y)!;
    expect(Math.hypot(u - s * 16, v - t * 9)).toBeLessThan(1e-9);
  });
  test.each(['linear', 'bezier'])('%s passes through its points', (interpolation) => {
    const points = gridOf(5, 4, bulge);
    const mesh = meshOf(grid(5, 4, points, interpolation));
    points.forEach(([x, y], i) => {
      const at = canvasToOutput(mesh, ((i % 5) / 4) * 16, (1 - Math.floor(i / 5) / 3) * 9)!;
      expect(Math.hypot(at[0] - x, at[1] - y)).toBeLessThan(1e-6);
    });
  });
  test('a grid laid over a corner pin moves nothing', () => {
    const pin = meshOf({ warp: { kind: 'corners', corners: PIN } });
    const points = gridOf(4, 3, (s, t) => [...canvasToOutput(pin, s * 16, (1 - t) * 9)!]);
    const over = meshOf(grid(4, 3, points));
    for (const [u, v] of [
      [1.3, 2.2],
      [8, 4.5],
      [15.1, 8.4],
    ] as const) {
      const a = canvasToOutput(pin, u, v)!;
      const b = canvasToOutput(over, u, v)!;
      expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(1e-6);
    }
  });
  test('a curve is followed within 0.2 px', () => {
    const arch = (s: number, t: number): [number, number] => [160 * s, 90 * t + 50 * (s - 0.5) ** 2];
    const mesh = meshOf(grid(5, 3, gridOf(5, 3, arch)));
    for (let s = 0.01; s < 1; s += 0.013) {
      const [x, y] = canvasToOutput(mesh, s * 16, 4.5)!;
      expect(Math.hypot(x - arch(s, 0.5)[0], y - arch(s, 0.5)[1])).toBeLessThan(0.2);
    }
  });
});

describe('rotation and mirror', () => {
  const places = {
    'upright 90': { rotation: 90, width: 90, height: 160, at: [90, 0] },
    'head down': { rotation: 180, at: [160, 90] },
    'upright 270': { rotation: 270, width: 90, height: 160, at: [0, 160] },
    'rear projection': { mirror: 'horizontal', at: [160, 0] },
    'mirrored vertically': { mirror: 'vertical', at: [0, 90] },
  };
  test.each(Object.entries(places))('%s: where the upper left corner goes', (_, { at, ...output }) => {
    const mesh = meshOf(output);
    const [x, y] = canvasToOutput(mesh, 0, 9)!;
    expect(Math.hypot(x - at[0]!, y - at[1]!)).toBeLessThan(1e-9);
    const [a, b] = applyHomography(mesh.rasterToUpright, [x, y]);
    expect(Math.hypot(a, b)).toBeLessThan(1e-9);
  });
});

describe('folds', () => {
  test('a concave corner pin names its corner and still draws', () => {
    const corners = [PIN[0], PIN[1], [40, 30], PIN[3]];
    const mesh = meshOf({ warp: { kind: 'corners', corners } });
    expect(mesh.problems.map(({ code, path }) => [code, path])).toEqual([
      ['warp-fold', 'output:a.warp.corners.2'],
    ]);
    expect(mesh.problems[0]!.message).toContain('lower right');
    expect(mesh.indices.length).toBeGreaterThan(6);
  });
  test('a grid point pulled across its neighbour is named', () => {
    const points = gridOf(5, 4, (s, t) => [160 * s, 90 * t]);
    points[7] = [130, 30];
    const { problems } = meshOf(grid(5, 4, points));
    expect(problems.map(({ path }) => path)).toContain('output:a.warp.points.7');
    expect(problems[0]).toMatchObject({ code: 'warp-fold' });
  });
  test('two points on one place are degenerate', () => {
    const points = gridOf(3, 3, (s, t) => [160 * s, 90 * t]);
    points[4] = points[5]!;
    const { problems } = meshOf(grid(3, 3, points));
    expect(problems.some(({ path }) => path.endsWith('points.4'))).toBe(true);
  });
  test('sound warps have no problems', () => {
    expect(meshOf({ warp: { kind: 'corners', corners: PIN } }).problems).toEqual([]);
    expect(meshOf(grid(5, 4, gridOf(5, 4, bulge))).problems).toEqual([]);
  });
});
