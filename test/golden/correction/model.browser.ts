import { afterAll, describe, expect, test } from 'vitest';
import { COLUMN, venueFor } from '../../core/rig/building.builders.ts';
import { makeOutput } from '../../core/rig/builders.ts';
import { lookAt } from '../../core/rig/pose.builders.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';
import { drawFlat, makeRenderer, readBack } from './bench-of-light.ts';
import { drawChart } from './chart.ts';
import { TOLERANCE } from '../support/compare.ts';
import { goldenOf, same } from '../support/golden.ts';
import { rgbAt, type Picture } from '../support/picture.ts';
import { flatnessOf, lightOnWall, pictureOfWall, type SimulatedWall } from './wall-of-light.ts';

/**
 * A column of 1 m, 4 m before its wall, thrown at from the left and from the right. What should be where is said by a
 * few lines of vectors here and by the geometry of the two shadows, not by the code under test.
 */
const renderer = makeRenderer();
afterAll(() => renderer.dispose());
const venue = venueFor(COLUMN);
const SIZE = { width: 640, height: 360 };

type Vector = readonly [number, number, number];
const LEFT = { at: [2, 5, 14] as Vector, to: [10, 5, -4] as Vector };
const RIGHT = { at: [18, 5, 14] as Vector, to: [10, 5, -4] as Vector };
const THROW = 0.9;

const projector = (name: string, { at, to }: typeof LEFT): LitOutput =>
  makeOutput({
    id: `output:${name}`,
    ...SIZE,
    region: { x: 0, y: 0, width: 20, height: 10 },
    warp: { kind: 'model', pose: scaledPose(lookAt(at, to, { throwRatio: THROW })) },
    blend: { kind: 'auto' },
  });
/** The builder's raster is 1920 wide. */
const scaledPose = (pose: ReturnType<typeof lookAt>): ReturnType<typeof lookAt> => ({
  ...pose,
  focal: [pose.focal[0] / 3, pose.focal[1] / 3],
  centre: [pose.centre[0] / 3, pose.centre[1] / 3],
});
const outputs = [projector('left', LEFT), projector('right', RIGHT)];

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** Both look level along (x, z): right is that turned by a quarter, down is −y. */
const projected = ({ at, to }: typeof LEFT, world: Vector): [number, number] => {
  const length = Math.hypot(to[0] - at[0], to[2] - at[2]);
  const ahead: Vector = [(to[0] - at[0]) / length, 0, (to[2] - at[2]) / length];
  const right: Vector = [-ahead[2], 0, ahead[0]];
  const way = minus(world, at);
  const depth = dot(way, ahead);
  return [320 + (THROW * 640 * dot(way, right)) / depth, 180 - (THROW * 640 * way[1]) / depth];
};
const zOf = (u: number): number => (u >= 9 && u <= 10 ? 0 : -4);
/** On the wall, from the column's far foot to where the ray over its near edge lands. */
const isShadowed = ({ at }: typeof LEFT, u: number): boolean => {
  const lands = (edge: number): number => at[0] + ((edge - at[0]) * (at[2] + 4)) / at[2];
  return at[0] < 9 ? u > 10 && u < lands(10) : u < 9 && u > lands(9);
};

const correctionOf = (output: LitOutput, lit = outputs): Correction =>
  createCorrection({
    renderer,
    output,
    outputs: lit,
    venue,
    canvas: { width: 20, height: 10 },
    pixelRatio: 1,
  });
const chartOf = (output: LitOutput): Picture => {
  const correction = correctionOf(output, [output]);
  drawChart(renderer, correction);
  const picture = readBack(renderer, correction, output);
  correction.dispose();
  return picture;
};
/** Where the white dot about (x, y) has its middle, pixels. */
const middleOf = (picture: Picture, [x, y]: readonly [number, number]): [number, number] => {
  let [sum, sx, sy] = [0, 0, 0];
  for (let j = Math.round(y) - 14; j <= y + 14; j++)
    for (let i = Math.round(x) - 14; i <= x + 14; i++) {
      const [red, green, blue] = rgbAt(picture, i, j) as [number, number, number];
      const weight = Math.max(0, Math.min(red, green, blue) - 180);
      sum += weight;
      sx += weight * (i + 0.5);
      sy += weight * (j + 0.5);
    }
  return [sx / sum, sy / sum];
};

describe('a column before its wall, seen from the left', () => {
  const picture = chartOf({ ...outputs[0]!, blend: { kind: 'none' } });
  const dots = [4, 8, 16].flatMap((u) => [4, 8].map((v) => [u, v] as const));
  test.each(dots)('the dot at %f m, %f m lands where a pinhole throws it', (u, v) => {
    const expected = projected(LEFT, [u, v, -4]);
    const [x, y] = middleOf(picture, expected);
    expect(Math.hypot(x - expected[0], y - expected[1])).toBeLessThan(0.5);
  });
  test('the column has its own picture, before what it hides', () => {
    const [x, y] = projected(LEFT, [9.86, 4.3, 0]).map(Math.floor) as [number, number];
    const hidden = projected(LEFT, [12.1, 4.1, -4]).map(Math.floor) as [number, number];
    expect(Math.hypot(x - hidden[0], y - hidden[1])).toBeLessThan(3); // a light square before a dark one
    expect(rgbAt(picture, x, y)[0]).toSatisfy((code: number) => Math.abs(code - 255 * 0.33 ** (1 / 2.2)) < 2);
  });
  test('golden image', async () => {
    expect(await goldenOf('correction-model', picture, { ...TOLERANCE, most: 255 })).toBe(same);
  });
});

/** The wall and the column's front in steps of 4 cm: who reaches a place is geometry. */
const STEP = 0.04;
const simulate = (): SimulatedWall => {
  const [columns, rows] = [Math.round(20 / STEP), Math.round(10 / STEP)];
  const isLit = new Uint8Array(columns * rows);
  const count = new Uint8Array(columns * rows);
  const seen = outputs.map((output, k) => {
    const from = [LEFT, RIGHT][k]!;
    const x = new Float32Array(isLit.length).fill(NaN);
    const y = new Float32Array(isLit.length).fill(NaN);
    for (let i = 0; i < isLit.length; i++) {
      const [u, v] = [((i % columns) + 0.5) * STEP, (Math.floor(i / columns) + 0.5) * STEP];
      const [px, py] = projected(from, [u, v, zOf(u)]);
      const depth = Math.min(px, py, SIZE.width - px, SIZE.height - py);
      if (depth < 0 || isShadowed(from, u)) continue;
      [x[i], y[i]] = [px, py];
      count[i]!++;
      if (Math.min(depth, u / STEP, (20 - u) / STEP, v / STEP, (10 - v) / STEP) > 1.5) isLit[i] = 1;
    }
    return { output, x, y, leaks: new Float32Array(isLit.length) };
  });
  return { columns, rows, seen, isLit, count };
};

describe('the shadow of the column', () => {
  const wall = simulate();
  const flats = outputs.map((output) => {
    const correction = correctionOf(output);
    const picture = drawFlat(renderer, correction, output, [0.5, 0.5, 0.5]);
    correction.dispose();
    return picture;
  });
  const light = lightOnWall(wall, flats, 1);
  const meanAt = (from: number, to: number, lights: Float64Array): number => {
    const picked = lights.filter((_, i) => {
      const [u, v] = [((i % wall.columns) + 0.5) * STEP, (Math.floor(i / wall.columns) + 0.5) * STEP];
      return u > from && u < to && v > 4 && v < 6;
    });
    return picked.reduce((sum, value) => sum + value, 0) / picked.length;
  };

  test('gets nothing from the projector that it hides from, and all from the other', () => {
    const own = lightOnWall({ ...wall, seen: [wall.seen[0]!] }, [flats[0]!], 1);
    expect(meanAt(10.1, 12, own)).toBe(0);
    expect(meanAt(10.1, 12, light)).toBeGreaterThan(0.5 * 0.985);
    expect(meanAt(4, 7, light)).toBeGreaterThan(0.5 * 0.985);
  });
  test('leaves a flat sum wherever somebody reaches', async () => {
    const { least, greatest, mean, blocks } = flatnessOf(wall, light);
    expect(blocks).toBeGreaterThan(100_000);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(least).toBeGreaterThan(0.985);
    expect(greatest).toBeLessThan(1.015);
    const picture = pictureOfWall(wall, light, 0.5);
    expect(await goldenOf('correction-model-wall', picture, { ...TOLERANCE, most: 255 })).toBe(same);
  });
});
