import { afterAll, describe, expect, test } from 'vitest';
import type { LayerFactory } from '../../../renderer/stage/layer.ts';
import { layerFactories } from '../../../renderer/stage/layers/index.ts';
import { rgbAt } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeSolid as solid, makeStudio } from '../support/scene.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());

describe('what fails', () => {
  const broken: LayerFactory = (context) => {
    const layer = layerFactories['solid']!(context);
    return {
      object: layer.object,
      prepare: async () => undefined,
      update(times, parameters) {
        if (times.position > 1) throw new Error('no more paint');
        layer.update(times, parameters);
      },
      dispose: () => layer.dispose(),
    };
  };
  test('a layer keeps its last good picture and is named; its neighbours go on', async () => {
    const own = makeStudio({ factories: { ...layerFactories, solid: broken } });
    const shot = (position: number) =>
      own.shoot(
        makeFrame([
          makeGroup([
            solid('bad', '#ff0000', { position }),
            makeLayer('text', { parameters: { text: 'A' } }),
          ]),
        ]),
      );
    await shot(0);
    const picture = await shot(2);
    expect(rgbAt(picture, 300, 20)).toEqual([255, 0, 0]);
    expect(own.problems).toEqual([
      {
        code: 'layer-failed',
        message: 'no more paint. The layer keeps its last good picture.',
        path: 'clip:solid',
      },
    ]);
    own.dispose();
  });
  test('an unknown type is named once and the rest is drawn', async () => {
    const own = makeStudio();
    const frame = makeFrame([makeGroup([makeLayer('hologram'), solid('a', '#00ff00')])]);
    await own.shoot(frame);
    expect(rgbAt(await own.shoot(frame), 5, 5)).toEqual([0, 255, 0]);
    expect(own.problems.map(({ code }) => code)).toEqual(['layer-unknown']);
    own.dispose();
  });
  test('numbers beyond their range are clamped', async () => {
    const picture = await studio.shoot(
      makeFrame([makeGroup([makeLayer('solid', { parameters: { level: 1.4 } })])]),
    );
    expect(rgbAt(picture, 5, 5)).toEqual([255, 255, 255]);
  });
});
