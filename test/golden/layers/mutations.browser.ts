import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../support/compare.ts';
import { storedGolden } from '../support/golden.ts';
import { frameOf, makeStudios, scenes, type Scene } from './scene.ts';

/**
 * One parameter of a golden scene 5 % off must not pass for the golden image: the tolerance is tight enough. A 0 has
 * no 5 %, and of copies and specks of dust there are so few that 5 % may be none.
 */
const OFF = 0.95;
const COUNTS = new Set(['repeat', 'dust']);
const studios = makeStudios();
afterAll(() => studios.dispose());

const numbersOf = (scene: Scene) =>
  Object.entries(scene.parameters).flatMap(([param, value]) =>
    typeof value === 'number' && value !== 0 && !COUNTS.has(param)
      ? [{ name: scene.name, param, scene, off: value * OFF }]
      : [],
  );
const mutations = scenes.flatMap(numbersOf);

test('there are mutations of every scene that has a number', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(20);
});
describe('5 % off is refused', () => {
  test.each(mutations)('$name: $param', async ({ scene, param, off }) => {
    const golden = await storedGolden(`layer-${scene.name}`);
    const picture = await studios.of(scene).shoot(frameOf(scene, { ...scene.parameters, [param]: off }));
    expect(golden).not.toBeNull();
    expect(golden && compare(picture, golden)).toMatchObject({ isSame: false });
  });
});
