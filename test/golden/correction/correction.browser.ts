import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import { makeEdges, makeOutput } from '../../core/rig/builders.ts';
import { decodeSignal, ditherAt } from '../../../core/rig/colour.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';
import { drawFlat, makeRenderer, readBack } from './bench-of-light.ts';
import type { Picture } from './bench-of-light.ts';
import { drawChart } from './chart.ts';
import { differing } from './compare.ts';

const renderer = makeRenderer();
afterAll(() => renderer.dispose());
const SIZE = { width: 320, height: 180 };
const makeCorrection = (output: LitOutput, outputs = [output]): Correction =>
  createCorrection({ renderer, output, outputs, canvas: { width: 28, height: 9 }, pixelRatio: 1 });
const draw = (output: LitOutput, outputs = [output]): Picture => {
  const correction = makeCorrection(output, outputs);
  drawChart(renderer, correction);
  const picture = readBack(renderer, correction, output);
  correction.dispose();
  return picture;
};
const at = ({ width, pixels }: Picture, x: number, y: number): number[] =>
  Array.from(pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3));

const isNear = (code: number) => (value: number) => Math.abs(value - code) <= 1;

const PIN = {
  kind: 'corners',
  corners: [
    [24, 14],
    [300, -8],
    [282, 176],
    [-6, 160],
  ],
};
const BULGE = {
  kind: 'grid',
  columns: 4,
  rows: 3,
  interpolation: 'bezier',
  points: Array.from({ length: 12 }, (_, i) => {
    const s = (i % 4) / 3;
    const t = Math.floor(i / 4) / 2;
    return [20 + 280 * s + 14 * Math.sin(Math.PI * t), 12 + 150 * t + 22 * Math.sin(Math.PI * s) * (t - 0.2)];
  }),
};
const MASKS = [
  { space: 'canvas', feather: 0.8, points: [[3, 2], [6, 2], [6, 7], [3, 7]] }, // prettier-ignore
  { space: 'output', inverted: true, points: [[10, 6], [312, 20], [300, 170], [22, 174]] }, // prettier-ignore
];

/** One dither step; a few pixels of an edge may fall either way. */
const TOLERANCE = { codes: 2, pixels: 24 };
const goldens: Record<string, () => Picture> = {
  plain: () => draw(makeOutput(SIZE)),
  'corner-pin': () => draw(makeOutput({ ...SIZE, warp: PIN })),
  'bezier-grid': () => draw(makeOutput({ ...SIZE, warp: BULGE })),
  'linear-grid': () => draw(makeOutput({ ...SIZE, warp: { ...BULGE, interpolation: 'linear' } })),
  masks: () => draw(makeOutput({ ...SIZE, masks: MASKS })),
  'soft-edges': () => draw(makeOutput({ ...SIZE, blend: makeEdges({ left: 60, right: 90, top: 40 }) })),
  'head-down-behind-a-screen': () =>
    draw(makeOutput({ ...SIZE, rotation: 180, mirror: 'horizontal', warp: PIN })),
  'on-its-side': () =>
    draw(makeOutput({ ...SIZE, rotation: 90, region: { x: 0, y: 0, width: 9, height: 16 } })),
  'automatic-with-lift-and-white-point': () => {
    const colour = { gamma: [1.8, 2.2, 2.6], gain: [1, 0.9, 0.8], brightness: 0.9, black: 0.02 };
    const blend = { kind: 'auto' };
    const beside = { id: 'output:b', region: { x: 11, y: 1, width: 16, height: 9 }, warp: PIN };
    const output = makeOutput({ ...SIZE, blend, colour });
    return draw(output, [output, makeOutput({ ...SIZE, blend, colour, ...beside })]);
  },
};

describe('golden images of the correction', () => {
  test.each(Object.entries(goldens))('%s', async (name, picture) => {
    expect(await differing(name, picture(), TOLERANCE.codes)).toBeLessThanOrEqual(TOLERANCE.pixels);
  });
});

describe('the correction pass', () => {
  test('an unwarped output shows the picture pixel for pixel: the upper left stays there', () => {
    const picture = draw(makeOutput({ ...SIZE, colour: { gamma: [1, 1, 1] } }));
    expect(at(picture, 4, 50)[0]).toBeGreaterThanOrEqual(203);
    expect(at(picture, 100, 175)[1]).toBeGreaterThanOrEqual(203);
    const squares = [at(picture, 30, 10)[0]!, at(picture, 50, 10)[0]!];
    expect(squares).toEqual([expect.toSatisfy(isNear(84)), expect.toSatisfy(isNear(20))]);
  });
  test('drawn twice it is the same bytes; another frame moves the dither by one code at most', () => {
    const output = makeOutput({ ...SIZE, warp: PIN });
    expect(draw(output).pixels).toEqual(draw(output).pixels);
    const correction = makeCorrection(output);
    const still = drawFlat(renderer, correction, output, [0.2, 0.2, 0.2]);
    const target = new THREE.WebGLRenderTarget(SIZE.width, SIZE.height);
    correction.render(target, 1);
    const moved = new Uint8Array(still.pixels.length);
    renderer.readRenderTargetPixels(target, 0, 0, SIZE.width, SIZE.height, moved);
    const levels = new Set(moved.filter((_, i) => i % 4 === 0));
    levels.delete(0);
    expect([...levels].sort((a, b) => a - b)).toEqual([122, 123]);
    target.dispose();
    correction.dispose();
  });
  test('the dither is that of the core, pixel for pixel', () => {
    const output = makeOutput(SIZE);
    const correction = makeCorrection(output);
    const light = decodeSignal(100.3 / 255, 2.2);
    const { pixels } = drawFlat(renderer, correction, output, [light, light, light]);
    const isOther = (value: number, i: number): boolean => {
      const [x, y] = [(i >> 2) % SIZE.width, Math.floor((i >> 2) / SIZE.width)];
      return i % 4 < 3 && value !== Math.round(100.3 + ditherAt(x, y, i % 4, 0) * 255);
    };
    expect(pixels.filter(isOther).length).toBeLessThan(pixels.length * 0.02);
    correction.dispose();
  });
  test('black stays black, and a highlight above white is white', () => {
    const output = makeOutput(SIZE);
    const correction = makeCorrection(output);
    expect(new Set(drawFlat(renderer, correction, output, [0, 0, 0]).pixels)).toEqual(new Set([0, 255]));
    expect(new Set(drawFlat(renderer, correction, output, [4, 4, 4]).pixels)).toEqual(new Set([255]));
    correction.dispose();
  });
  test('a highlight above white is no brighter in an overlap', () => {
    const blend = makeEdges({ left: 160 }, 1);
    const output = makeOutput({ ...SIZE, blend, colour: { gamma: [1, 1, 1] } });
    const correction = makeCorrection(output);
    expect(at(drawFlat(renderer, correction, output, [4, 4, 4]), 80, 90)[0]).toBeLessThan(130);
    correction.dispose();
  });
  test('asks the stage for its region and an overscan, at the density of the mesh', () => {
    const correction = makeCorrection(makeOutput(SIZE));
    expect([correction.target.width, correction.target.height]).toEqual([324, 184]);
    expect(correction.region.x).toBeCloseTo(-0.1, 9);
    expect(correction.region.width).toBeCloseTo(16.2, 9);
    expect(correction.density).toBeCloseTo(20, 6);
    correction.dispose();
  });
  test('a new rig is taken, coarse or fine; a rig without the output is refused by its code', () => {
    const output = makeOutput(SIZE);
    const correction = makeCorrection(output);
    const dark = {
      ...output,
      colour: { ...output.colour, brightness: 0.25, gamma: [1, 1, 1] as [number, number, number] },
    };
    correction.setRig([dark], { coarse: true });
    expect(at(drawFlat(renderer, correction, dark, [1, 1, 1]), 90, 90)[1]).toBeCloseTo(64, -0.5);
    correction.setRig([output]);
    expect(at(drawFlat(renderer, correction, output, [1, 1, 1]), 90, 90)[1]).toBe(255);
    expect(() => correction.setRig([])).toThrow('correction-output-missing');
    correction.dispose();
  });
  test('dispose leaves no texture and no geometry', () => {
    const before = { ...renderer.info.memory };
    for (let i = 0; i < 3; i++) draw(makeOutput({ ...SIZE, warp: BULGE }));
    expect(renderer.info.memory).toEqual(before);
  });
});
