import { afterAll, describe, expect, test } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import { goldenOf, same } from '../support/golden.ts';
import { frameOf, makeStudios, scenes } from './scene.ts';

const studios = makeStudios();
afterAll(() => studios.dispose());

describe('each layer type', () => {
  test('has a golden image', () => {
    const drawn = new Set(scenes.map(({ type }) => type));
    expect(Object.keys(layerTypes).filter((type) => !drawn.has(type))).toEqual([]);
  });
  test.each(scenes)('$name', async (scene) => {
    const studio = studios.of(scene);
    expect(await goldenOf(`layer-${scene.name}`, await studio.shoot(frameOf(scene)))).toBe(same);
    expect(studio.problems).toEqual([]);
  });
});
