import { describe, expect, test } from 'vitest';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { buildLightMap } from '../../../core/rig/light-map.ts';
import { headroom, liftAt, shareAt } from '../../../core/rig/share.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import type { Wall } from '../../../core/rig/wall.ts';
import { canvasToOutput, extendedToOutput } from '../../../core/rig/warp-lookup.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { simulateWall } from '../../golden/correction/wall-of-light.ts';
import { areaOf, walls } from '../../golden/correction/walls.ts';
import { makeOutput } from './builders.ts';

const AUTO = { kind: 'auto', power: 1 };
const pin = (...corners: [number, number][]) => ({ kind: 'corners', corners });
/** Three projectors whose pictures are arbitrary quads on the wall: each keystone cuts its region at the frame. */
const three = (colour: Record<string, unknown> = {}): LitOutput[] => [
  makeOutput({ id: 'output:a', blend: AUTO, colour, warp: pin([-10, 5], [158, -12], [150, 95], [8, 84]) }),
  makeOutput({
    id: 'output:b',
    blend: { ...AUTO, power: 2 },
    colour,
    region: { x: 9, y: 2, width: 14, height: 9 },
    warp: pin([10, -9], [171, 4], [149, 80], [-6, 99]),
  }),
  makeOutput({
    id: 'output:c',
    blend: AUTO,
    colour,
    region: { x: 4, y: -3, width: 12, height: 8 },
    warp: pin([3, 8], [140, -20], [165, 92], [22, 85]),
  }),
];

type Sum = { u: number; v: number; count: number; share: number; lift: number; leak: number };
/** The three together at points 7 cm apart; points within a pixel of a frame's edge are left out. */
const sums = (wall: Wall): Sum[] => {
  const found: Sum[] = [];
  for (let v = -3; v < 11; v += 0.07)
    for (let u = 0; u < 23; u += 0.07) {
      const at = wall.outputs.map(({ mesh }) => extendedToOutput(mesh, u, v));
      const depth = at.map((p) => (p ? Math.min(p[0], 160 - p[0], p[1], 90 - p[1]) : -Infinity));
      if (depth.some((value) => Math.abs(value) < 1)) continue;
      const lit = wall.outputs.filter(({ mesh }, i) => depth[i]! > 0 && canvasToOutput(mesh, u, v));
      const shares = lit.map((own) => shareAt(wall, own, u, v));
      const lift = lit.reduce((sum, own, i) => sum + liftAt(wall, own, u, v, shares[i]!), 0);
      const leak = wall.outputs
        .filter((_, i) => depth[i]! > 0)
        .reduce((sum, { output }) => sum + output.colour.black, 0);
      const share = shares.reduce((sum, value) => sum + value, 0);
      found.push({ u, v, count: lit.length, share, lift, leak });
    }
  return found.filter(({ count }) => count > 0);
};

describe('automatic blend', () => {
  const wall = buildWall(three({ black: 0.004 }), PLAIN_VENUE);
  const points = sums(wall);
  test('three arbitrary quads add up to one everywhere', () => {
    expect(points.filter(({ count }) => count === 3).length).toBeGreaterThan(1000);
    expect(points.filter(({ share }) => Math.abs(share - 1) > 0.005)).toEqual([]);
  });
  test('black with its lift is level, and white with black does not clip', () => {
    expect(points.filter(({ lift, leak }) => Math.abs(lift + leak - 0.012) > 0.0002)).toEqual([]);
    expect(points.filter(({ share, lift }) => share * headroom(wall) + lift > 1.006)).toEqual([]);
  });
  test('light fades to nothing where another takes over, without a step', () => {
    const own = wall.outputs[0]!;
    const at = (u: number): number => shareAt(wall, own, u, 4.5);
    let edge = 9;
    while (canvasToOutput(own.mesh, edge + 0.001, 4.5)?.[0] ?? Infinity) {
      const p = canvasToOutput(own.mesh, edge + 0.001, 4.5);
      if (!p || p[0] > 160) break;
      edge += 0.001;
    }
    expect(at(edge - 0.01)).toBeLessThan(0.02);
    for (let u = 8; u < edge - 0.02; u += 0.02) expect(Math.abs(at(u) - at(u + 0.02))).toBeLessThan(0.02);
  });
});

describe('overlap of two', () => {
  const two = (b: Record<string, unknown> = {}) =>
    buildWall(
      [
        makeOutput({ id: 'output:a', blend: AUTO }),
        makeOutput({ id: 'output:b', blend: AUTO, region: { x: 12, y: 0, width: 16, height: 9 }, ...b }),
      ],
      PLAIN_VENUE,
    );
  test('the ramp is straight from edge to edge, at the top as in the middle', () => {
    const wall = two();
    for (const v of [0.05, 4.5, 8.95])
      for (let x = 0.1; x < 1; x += 0.1)
        expect(shareAt(wall, wall.outputs[1]!, 12 + 4 * x, v)).toBeCloseTo(x, 2);
  });
  test('a mask hands its place over to the other projector', () => {
    const hole = {
      space: 'canvas',
      points: [
        [13, 3],
        [14, 3],
        [14, 6],
        [13, 6],
      ],
    };
    const wall = two({ masks: [hole] });
    expect(shareAt(wall, wall.outputs[1]!, 13.5, 4.5)).toBe(0);
    expect(shareAt(wall, wall.outputs[0]!, 13.5, 4.5)).toBe(1);
    const beside = wall.outputs.map((own) => shareAt(wall, own, 14.1, 4.5));
    expect(beside[1]).toBeLessThan(0.1);
    expect(beside[0]! + beside[1]!).toBeCloseTo(1, 6);
  });
  test('a mask of both keeps light off', () => {
    const masks = [
      {
        space: 'canvas',
        points: [
          [13, 3],
          [14, 3],
          [14, 6],
          [13, 6],
        ],
        feather: 0.5,
      },
    ];
    const wall = buildWall(
      two({ masks }).outputs.map(({ output }) => ({ ...output, masks: makeOutput({ masks }).masks })),
      PLAIN_VENUE,
    );
    const total = (u: number) => wall.outputs.reduce((sum, own) => sum + shareAt(wall, own, u, 4.5), 0);
    expect(total(13.9)).toBe(0);
    expect(total(14.25)).toBeCloseTo(0.5, 6);
    expect(total(14.6)).toBeCloseTo(1, 6);
  });
  test('a projector inside another shares the light', () => {
    const wall = two({ region: { x: 5, y: 3, width: 5, height: 3 } });
    const shares = wall.outputs.map((own) => shareAt(wall, own, 7.5, 4.5));
    expect(shares[1]).toBeGreaterThan(0.1);
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 12);
  });
});

test('the light map carries blend, gain and brightness, and nothing outside the mesh', () => {
  const output = makeOutput({
    colour: { gain: [1, 0.5, 0.25], brightness: 0.8 },
    warp: pin([40, 20], [120, 20], [120, 70], [40, 70]),
  });
  const map = buildLightMap(buildWall([output], PLAIN_VENUE), 'output:a', 160, 90);
  const at = (x: number, y: number) =>
    Array.from(map.values.subarray((y * 160 + x) * 4, (y * 160 + x) * 4 + 4));
  expect(at(80, 45)).toEqual([0.8, 0.4, 0.2, 0].map((value) => expect.closeTo(value, 6)));
  expect(at(41, 21)[0]).toBeCloseTo(0.8, 6);
  expect(at(39, 19)[0]).toBeCloseTo(0.8, 6);
  expect(at(30, 45)).toEqual([0, 0, 0, 0]);
});

test('an inverted mask in output pixels is dark outside, with its feather on the lit side', () => {
  const mask = {
    space: 'output',
    points: [
      [20, 20],
      [140, 20],
      [140, 70],
      [20, 70],
    ],
    inverted: true,
    feather: 10,
  };
  const wall = buildWall([makeOutput({ masks: [mask] })], PLAIN_VENUE);
  const share = (x: number) => shareAt(wall, wall.outputs[0]!, x / 10, 4.5);
  expect([share(19), share(20), share(25), share(31)]).toEqual([0, 0, expect.closeTo(0.5, 2), 1]);
});

describe('what is far from a façade’s usual rig', () => {
  test('no outputs make a wall without light', () => {
    const wall = buildWall([], PLAIN_VENUE);
    expect([wall.outputs, headroom(wall)]).toEqual([[], 1]);
    expect(buildLightMap(wall, 'output:a', 2, 2).values).toEqual(new Float32Array(16));
  });
  test('sixteen in a row add up to one, and each seam has texels enough', () => {
    const outputs = Array.from({ length: 16 }, (_, k) =>
      makeOutput({ id: `output:o${k}`, blend: AUTO, region: { x: k * 14, y: 0, width: 16, height: 9 } }),
    );
    const wall = buildWall(outputs, PLAIN_VENUE);
    expect(2 / wall.raster.size).toBeGreaterThan(10);
    for (let u = 0.05; u < 226; u += 0.3) {
      const lit = wall.outputs.filter(({ mesh }) => canvasToOutput(mesh, u, 4.5));
      const sum = lit.reduce((total, own) => total + shareAt(wall, own, u, 4.5), 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  });
  test.each(Object.keys(walls))('%s, warped at random, adds up to one at every place', (name) => {
    const outputs = walls[name]!(0);
    const wall = buildWall(outputs, PLAIN_VENUE);
    const area = areaOf(outputs);
    const simulated = simulateWall(outputs, area, 0.15);
    const off = simulated.isLit.reduce((most, isLit, i) => {
      if (!isLit) return most;
      const u = area.x + ((i % simulated.columns) + 0.5) * 0.15;
      const v = area.y + (Math.floor(i / simulated.columns) + 0.5) * 0.15;
      const falling = wall.outputs.filter((_, k) => !Number.isNaN(simulated.seen[k]!.x[i]!));
      return Math.max(most, Math.abs(falling.reduce((sum, own) => sum + shareAt(wall, own, u, v), -1)));
    }, 0);
    expect(off).toBeLessThan(0.005);
  });
});
