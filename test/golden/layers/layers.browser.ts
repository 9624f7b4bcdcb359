import { afterAll, describe, expect, test } from 'vitest';
import { expectGolden } from '../support/compare.ts';
import { makeStudio } from '../support/scene.ts';
import { frameOf, scenes } from './scenes.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());

describe('each layer type', () => {
  test.each(scenes)('$name', async (scene) => {
    await expectGolden(await studio.shoot(frameOf(scene)), `layer-${scene.name}`);
    expect(studio.problems).toEqual([]);
  });
});
