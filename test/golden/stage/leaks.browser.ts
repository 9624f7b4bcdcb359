import { describe, expect, test } from 'vitest';
import { frameOf, scenes } from '../layers/scene.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, SIZE, WHOLE } from '../support/scene.ts';

/**
 * What a stage took of the GPU is given back: `renderer.info.memory` is as it was before, apart from the triangle by
 * which the studio itself encodes. Read while the renderer lives: its own end would hide a leak.
 */
const OWN = 1;
/** Three's table for physical materials (DFG), one for a renderer for as long as it lives. */
const tablesOf = (layers: readonly { type: string }[]): number =>
  layers.some(({ type }) => type === 'model') ? 1 : 0;
describe('dispose leaves nothing', () => {
  test.each(scenes)('$name', async (scene) => {
    const studio = makeStudio(scene.facade ? { facade: scene.facade } : {});
    const { memory } = studio.renderer.info;
    const before = { ...memory };
    const frame = frameOf(scene);
    await studio.shoot(frame);
    expect(memory.geometries).toBeGreaterThan(before.geometries);
    studio.stage.dispose();
    const tables = tablesOf(frame.groups.flatMap(({ layers }) => layers));
    expect(memory).toEqual({ geometries: before.geometries + OWN, textures: before.textures + tables });
    studio.dispose();
  });
  test('all of them at once, with masks and targets of two sizes', async () => {
    const studio = makeStudio();
    const { memory } = studio.renderer.info;
    const before = { ...memory };
    const masked = makeLayer('solid', { region: { elements: ['arch'], inverted: false } });
    const layers = [
      ...scenes.flatMap((scene) => frameOf(scene).groups.flatMap((group) => group.layers)),
      masked,
    ];
    const frame = makeFrame([makeGroup(layers), makeGroup(layers, { key: 'main-2', weight: 0.5 })]);
    await studio.shoot(frame);
    await studio.shoot(frame, WHOLE, { width: SIZE.width / 2, height: SIZE.height / 2 });
    expect(memory.textures).toBeGreaterThan(10);
    studio.stage.dispose();
    const tables = tablesOf(layers);
    expect(memory).toEqual({ geometries: before.geometries + OWN, textures: before.textures + tables });
    studio.dispose();
  });
  test('a layer that no frame names any more is given back while the stage lives', async () => {
    const studio = makeStudio({ keep: 2 });
    const { memory } = studio.renderer.info;
    const empty = makeFrame([makeGroup([makeLayer('solid')])]);
    const round = async () => {
      for (const scene of scenes) await studio.shoot(frameOf(scene));
      for (let i = 0; i < 4; i += 1) await studio.shoot(empty);
      return { ...memory };
    };
    const first = await round();
    expect(studio.stage.info.layers).toBe(1);
    expect(await round()).toEqual(first);
    studio.dispose();
  });
  test('a picture that comes after its stage has gone is given back', async () => {
    const studio = makeStudio();
    const { memory } = studio.renderer.info;
    const before = { ...memory };
    const image = scenes.find(({ name }) => name === 'image-contain')!;
    const loading = studio.stage.prepare(frameOf(image));
    studio.stage.dispose();
    await loading;
    expect(memory).toEqual(before);
    studio.dispose();
  });
});
