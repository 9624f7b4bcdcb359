import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import { makeEdges, makeOutput } from '../../core/rig/builders.ts';
import { decodeSignal, ditherAt } from '../../../core/rig/colour.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';
import { drawFlat, makeRenderer, readBack } from './bench-of-light.ts';
import { drawChart } from './chart.ts';
import { BULGE, mutations, PIN, rigs, SIZE } from './scenes.ts';
import { compare, TOLERANCE } from '../support/compare.ts';
import { goldenOf, same, storedGolden } from '../support/golden.ts';
import { rgbAt as at, type Picture } from '../support/picture.ts';

const renderer = makeRenderer();
afterAll(() => renderer.dispose());
const makeCorrection = (output: LitOutput, outputs = [output]): Correction =>
  createCorrection({
    renderer,
    output,
    outputs,
    venue: PLAIN_VENUE,
    canvas: { width: 28, height: 9 },
    pixelRatio: 1,
  });
const draw = (output: LitOutput, outputs = [output]): Picture => {
  const correction = makeCorrection(output, outputs);
  drawChart(renderer, correction);
  const picture = readBack(renderer, correction, output);
  correction.dispose();
  return picture;
};
const isNear = (code: number) => (value: number) => Math.abs(value - code) <= 1;

/** A pixel of the chart's hard edges may fall either way; the dither moves a code. */
const HARD = { ...TOLERANCE, most: 255 };
const drawRig = ([first, ...others]: LitOutput[]): Picture => draw(first!, [first!, ...others]);

describe('golden images of the correction', () => {
  test.each(Object.entries(rigs))('%s', async (name, rig) => {
    expect(await goldenOf(`correction-${name}`, drawRig(rig({})), HARD)).toBe(same);
  });
  test.each(mutations)('%s is refused with 5 %% less: %s', async (name, _what, off) => {
    const golden = await storedGolden(`correction-${name}`);
    const picture = drawRig(rigs[name]!(off));
    expect(golden).not.toBeNull();
    expect(golden && compare(picture, golden, HARD)).toMatchObject({ isSame: false });
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
    correction.setRig([dark], PLAIN_VENUE, { coarse: true });
    expect(at(drawFlat(renderer, correction, dark, [1, 1, 1]), 90, 90)[1]).toBeCloseTo(64, -0.5);
    correction.setRig([output], PLAIN_VENUE);
    expect(at(drawFlat(renderer, correction, output, [1, 1, 1]), 90, 90)[1]).toBe(255);
    expect(() => correction.setRig([], PLAIN_VENUE)).toThrow('correction-output-missing');
    correction.dispose();
  });
  test('while another output is dragged the mesh stays as it is; its own drag makes another', () => {
    const output = makeOutput({ ...SIZE, warp: BULGE });
    const other = makeOutput({ ...SIZE, id: 'output:b' });
    const correction = makeCorrection(output, [output, other]);
    const { problems } = correction;
    correction.setRig([{ ...output }, { ...other, latencyMs: 3 }], PLAIN_VENUE, { coarse: true });
    expect(correction.problems).toBe(problems);
    correction.setRig([{ ...output, warp: { ...output.warp } }, other], PLAIN_VENUE);
    expect(correction.problems).not.toBe(problems);
    correction.dispose();
  });
  test('dispose leaves no texture and no geometry', () => {
    const before = { ...renderer.info.memory };
    for (let i = 0; i < 3; i++) draw(makeOutput({ ...SIZE, warp: BULGE }));
    expect(renderer.info.memory).toEqual(before);
  });
});
