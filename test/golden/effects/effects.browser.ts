import { afterAll, describe, expect, test } from 'vitest';
import { effectTypes } from '../../../core/layers/effects/registry.ts';
import { goldenOf, same } from '../support/golden.ts';
import { makeStudio } from '../support/scene.ts';
import { frameOf, scenes, SMALL, TIMES } from './scene.ts';
import { WHOLE } from '../support/scene.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());

describe('each effect', () => {
  test('has golden images', () => {
    const drawn = new Set(scenes.map(({ type }) => type));
    expect(Object.keys(effectTypes).filter((type) => !drawn.has(type))).toEqual([]);
  });
  // Neither forwards nor backwards: nothing of one time may show in another.
  const order = [2, 0, 1].flatMap((place) =>
    scenes.map((scene) => ({ name: `${scene.name}-${place + 1}`, scene, t: TIMES[place]! })),
  );
  test.each(order)('$name', async ({ name, scene, t }) => {
    expect(await goldenOf(`effect-${name}`, await studio.shoot(frameOf(scene, t), WHOLE, SMALL))).toBe(same);
    expect(studio.problems).toEqual([]);
  });
});
