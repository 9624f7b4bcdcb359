import { afterAll, describe, expect, test } from 'vitest';
import { rgbAt } from '../support/picture.ts';
import { makeFrame, makeGroup, makeSolid as solid, makeStudio } from '../support/scene.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());
/** sRGB code of a share of full linear light. */
const code = (light: number): number =>
  Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));

describe('mixing in linear light', () => {
  test('half of white is code 188', async () => {
    const picture = await studio.shoot(makeFrame([makeGroup([solid('a', '#ffffff', { opacity: 0.5 })])]));
    expect(rgbAt(picture, 9, 9)[0]).toBeCloseTo(code(0.5), -0.5);
  });
  test('a cross-fade is A·(1 − w) + B·w', async () => {
    const picture = await studio.shoot(
      makeFrame([
        makeGroup([solid('a', '#ff0000')]),
        makeGroup([solid('b', '#0000ff')], { key: 'main-2', weight: 0.25 }),
      ]),
    );
    expect(rgbAt(picture, 5, 5)).toEqual([code(0.75), 0, code(0.25)]);
  });
  test('light multiplies at the end, and brings back what was above white', async () => {
    const lit = [solid('a', '#ffffff'), solid('b', '#ffffff', { blend: 'add' })];
    const picture = await studio.shoot(makeFrame([makeGroup(lit)], 0.25));
    expect(rgbAt(picture, 5, 5)[0]).toBeCloseTo(code(0.5), -0.5);
  });
  test('an overlay lies on what is below', async () => {
    const over = makeGroup([solid('b', '#00ff00', { region: { x: 0, y: 0, width: 16, height: 18 } })], {
      key: 'sting-1',
      mix: 'over',
      weight: 0.5,
    });
    const picture = await studio.shoot(makeFrame([makeGroup([solid('a', '#ff0000')]), over]));
    expect(rgbAt(picture, 50, 90)).toEqual([code(0.5), code(0.5), 0]);
    expect(rgbAt(picture, 250, 90)).toEqual([255, 0, 0]);
  });
});

test('layers side by side share a render call', async () => {
  const own = makeStudio();
  const layers = [1, 2, 3, 4].map((n) => solid(`s${n}`, '#102030', { opacity: 0.5 }));
  await own.shoot(makeFrame([makeGroup(layers)]));
  expect(own.stage.info).toEqual({ passes: 2, drawCalls: 5, layers: 4 });
  own.dispose();
});
