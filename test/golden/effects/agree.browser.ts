import { afterAll, describe, expect, test } from 'vitest';
import { cutOut, meanGap, mostGap, reduced } from '../support/areas.ts';
import { makeStudio, WHOLE } from '../support/scene.ts';
import { frameOf, scenes, SMALL } from './scene.ts';

/** Two outputs that overlap draw the same light, whatever else they show and however dense they are. */
const studio = makeStudio();
afterAll(() => studio.dispose());
const FINE = { width: 320, height: 180 };
const T = 1.5;

describe('the same area agrees', () => {
  test.each(scenes)('through two regions: $name', async (scene) => {
    const whole = await studio.shoot(frameOf(scene, T), WHOLE, FINE);
    // Its lower left corner lies within a pixel of the whole.
    const part = await studio.shoot(frameOf(scene, T), { x: 8, y: 4.5, width: 16, height: 9 }, SMALL);
    const own = cutOut(whole, { left: 80, top: 45, ...SMALL });
    expect(meanGap(part, own)).toBeLessThan(0.05);
    expect(mostGap(part, own)).toBeLessThanOrEqual(3);
  });
  test.each(scenes)('through two densities: $name', async (scene) => {
    const fine = await studio.shoot(frameOf(scene, T), WHOLE, FINE);
    const coarse = await studio.shoot(frameOf(scene, T), WHOLE, SMALL);
    // Five pixels a metre: what is moved lies softer there, and a line spreads into the next square.
    expect(meanGap(reduced(fine, 20), reduced(coarse, 10))).toBeLessThan(2);
  });
});
