import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isKept, makeDocsStudio } from '../support/docs.ts';
import { makeFrame, makeGroup, makeLayer, type Studio } from '../support/scene.ts';
import { docsPictures, type DocsPicture } from './pictures.ts';

/**
 * The pictures of docs/layers.md are drawn by the real stage, and a layer that looks otherwise than its picture fails
 * here. FRISE_GOLDEN_WRITE=1 writes those that differ; look at them.
 */
const SIZE = { width: 480, height: 240 };
let studio: Studio | null = null;

beforeAll(async () => {
  studio = await makeDocsStudio();
});
afterAll(() => studio?.dispose());

describe('the picture in docs/layers.md', () => {
  test.each(docsPictures)('of $type', async (scene) => {
    const picture = await studio!.shoot(frameOf(scene), scene.region, SIZE);
    expect(await isKept(scene.type, picture)).toBe(true);
    expect(studio!.problems).toEqual([]);
  });
});

const frameOf = ({ at, layers }: DocsPicture) =>
  makeFrame([
    makeGroup(
      layers.map((layer, i) =>
        makeLayer(layer.type, {
          // The same for all pictures: the dark façade below is built once.
          key: `main-1/clip:${layer.type}-${i}`,
          clip: `clip:${layer.type}-${i}`,
          position: at,
          free: at,
          parameters: layer.parameters ?? {},
          opacity: layer.opacity ?? 1,
          blend: layer.blend ?? 'normal',
        }),
      ),
    ),
  ]);
