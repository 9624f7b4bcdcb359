import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../support/compare.ts';
import { goldenOf, same } from '../support/golden.ts';
import type { Picture } from '../support/picture.ts';
import { WHOLE } from '../support/scene.ts';
import { frameOf, makeStudios, scenes, type Scene } from './scene.ts';

/** Three times of a layer, drawn in two orders in one studio: no frame knows which came before it. */
const SMALL = { width: 160, height: 90 };
const ORDERS = [
  [2, 0, 1],
  [0, 2, 1],
];
const studios = makeStudios();
afterAll(() => studios.dispose());
const moving = scenes.flatMap((scene) => (scene.times ? [{ ...scene, times: scene.times }] : []));

describe.sequential('at three times in any order', () => {
  test.each(moving)('$name', async (scene) => {
    const [first, again] = [await strip(scene, ORDERS[0]!), await strip(scene, ORDERS[1]!)];
    expect(compare(again, first).most).toBe(0);
    expect(await goldenOf(`times-${scene.name}`, first)).toBe(same);
    expect(studios.of(scene).problems).toEqual([]);
  });
});

/** The pictures one below the other, in the order of time. */
const strip = async (
  scene: Scene & { times: readonly number[] },
  order: readonly number[],
): Promise<Picture> => {
  const bytes = SMALL.width * SMALL.height * 4;
  const pixels = new Uint8ClampedArray(bytes * scene.times.length);
  for (const place of order) {
    const frame = frameOf(scene, scene.parameters, scene.times[place]);
    const picture = await studios.of(scene).shoot(frame, WHOLE, SMALL);
    pixels.set(picture.pixels, place * bytes);
  }
  return { width: SMALL.width, height: SMALL.height * scene.times.length, pixels };
};
