import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../support/compare.ts';
import type { Picture } from '../support/picture.ts';
import { SIZE, WHOLE } from '../support/scene.ts';
import { frameOf, makeStudios, scenes } from './scene.ts';

/** A picture is a function of its frame, region and size, and of nothing that was drawn before. */
const studios = makeStudios();
const others = makeStudios();
afterAll(() => {
  studios.dispose();
  others.dispose();
});
/** Codes: gaps narrower than a pixel between engraved lines are drawn a little too dark. */
const HATCHED = 3;
const first = new Map<string, Picture>();

describe.sequential('any order, twice, the same pixels', () => {
  test.each(scenes)('forwards: $name', async (scene) => {
    first.set(scene.name, await studios.of(scene).shoot(frameOf(scene)));
    expect(brightest(first.get(scene.name))).toBeGreaterThan(20);
  });
  test.each(scenes.toReversed())('backwards: $name', async (scene) => {
    expect(gap(await studios.of(scene).shoot(frameOf(scene)), first.get(scene.name))).toBe(0);
  });
  test.each(scenes)('on another GL: $name', async (scene) => {
    expect(gap(await others.of(scene).shoot(frameOf(scene)), first.get(scene.name))).toBe(0);
  });
});

describe('the same area agrees', () => {
  const FINE = { width: 640, height: 360 };
  test.each(scenes)('through two regions: $name', async (scene) => {
    const studio = studios.of(scene);
    const whole = await studio.shoot(frameOf(scene), WHOLE, FINE);
    const part = await studio.shoot(frameOf(scene), { x: 8, y: 4.5, width: 16, height: 9 }, SIZE);
    expect(meanGap(part, cutOut(whole, 160, 90))).toBeLessThan(0.05);
  });
  test.each(scenes)('through two densities: $name', async (scene) => {
    const studio = studios.of(scene);
    const fine = await studio.shoot(frameOf(scene), WHOLE, FINE);
    const coarse = await studio.shoot(frameOf(scene));
    expect(meanGap(reduced(fine, 8), reduced(coarse, 4))).toBeLessThan(
      scene.type === 'engraving' ? HATCHED : 1.2,
    );
  });
});

const brightest = (picture?: Picture): number =>
  picture ? picture.pixels.reduce((most, value, i) => (i % 4 === 3 ? most : Math.max(most, value)), 0) : 0;
const gap = (a: Picture, b?: Picture): number => (b ? compare(a, b).most : Infinity);

/** Mean difference of all colour channels, of 255. */
const meanGap = (a: Picture, b: Picture): number => {
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i += 1) if (i % 4 < 3) sum += Math.abs(a.pixels[i]! - b.pixels[i]!);
  return sum / ((a.pixels.length / 4) * 3);
};
const cutOut = ({ width, pixels }: Picture, left: number, top: number): Picture => ({
  ...SIZE,
  pixels: Uint8ClampedArray.from({ length: SIZE.width * SIZE.height * 4 }, (_, i) => {
    const [x, y] = [(i >> 2) % SIZE.width, Math.floor((i >> 2) / SIZE.width)];
    return pixels[((y + top) * width + x + left) * 4 + (i % 4)]!;
  }),
});
/** The mean light of squares of `by` pixels: an edge may be smoothed otherwise, the light must be the same. */
const reduced = ({ width, height, pixels }: Picture, by: number): Picture => {
  const w = width / by;
  const out = new Uint8ClampedArray((w * height * 4) / by);
  for (let i = 0; i < out.length; i += 1) {
    const [left, top] = [((i >> 2) % w) * by, Math.floor((i >> 2) / w) * by];
    let light = 0;
    for (let k = 0; k < by * by; k += 1)
      light += lightOf(pixels[((top + Math.floor(k / by)) * width + left + (k % by)) * 4 + (i % 4)]!);
    out[i] = codeOf(light / by / by);
  }
  return { width: w, height: height / by, pixels: out };
};
/** IEC 61966-2-1. */
const lights = Float64Array.from({ length: 256 }, (_, code) =>
  code <= 10.31475 ? code / 255 / 12.92 : ((code / 255 + 0.055) / 1.055) ** 2.4,
);
const lightOf = (code: number): number => lights[code]!;
const codeOf = (light: number): number =>
  255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
