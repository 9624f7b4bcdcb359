import { afterAll, describe, expect, test } from 'vitest';
import { cutOut, meanGap, reduced } from '../support/areas.ts';
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
    expect(meanGap(part, cutOut(whole, { left: 160, top: 90, ...SIZE }))).toBeLessThan(0.05);
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
