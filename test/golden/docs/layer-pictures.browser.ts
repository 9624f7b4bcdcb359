import { commands } from 'vitest/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { openDocument } from '../../../core/show/open.ts';
import { fromJpeg, toJpeg, type Picture } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, type Studio } from '../support/scene.ts';
import { docsPictures, type DocsPicture } from './pictures.ts';

/**
 * The pictures of docs/layers.md are drawn by the real stage, and a layer that looks otherwise than its picture fails
 * here. FRISE_GOLDEN_WRITE=1 writes those that differ; look at them.
 */
const SIZE = { width: 480, height: 240 };
const MOST_BYTES = 30_000;
/** Mean of 255: another version of the encoder may round otherwise. */
const MOST_GAP = 1;
const elevation = new URL('../../../shows/usine-extraordinaire/facade.json', import.meta.url);
let studio: Studio | null = null;

beforeAll(async () => {
  const text = await (await fetch(elevation)).text();
  const opened = openDocument(text, 'frise-facade', { layerTypes, facade: null });
  if (!opened.ok) throw new Error(opened.message);
  const facade = modelOf(opened.value.document);
  studio = makeStudio({ facade, canvas: { width: facade.width, height: facade.height }, language: 'en' });
});
afterAll(() => studio?.dispose());

describe('the picture in docs/layers.md', () => {
  test.each(docsPictures)('of $type', async (scene) => {
    const jpeg = smallEnough(await studio!.shoot(frameOf(scene), scene.region, SIZE));
    const kept = await commands.readDocs(`${scene.type}.jpg`);
    const isTrue = kept !== null && gap(await fromJpeg(jpeg), await fromJpeg(kept)) < MOST_GAP;
    expect(isTrue || (await commands.writeDocs(`${scene.type}.jpg`, jpeg))).toBe(true);
    expect(studio!.problems).toEqual([]);
  });
});

/** base64 of a JPEG, as good as its size allows. */
const smallEnough = (picture: Picture): string => {
  const all = [0.86, 0.75, 0.6, 0.45, 0.3].map((quality) => () => toJpeg(picture, quality));
  const best = all.find((make) => atob(make()).length < MOST_BYTES);
  if (!best) throw new Error('the picture is too rich for 30 kB: show less of the façade');
  return best();
};

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
const gap = (a: Picture, b: Picture): number => {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i += 1) if (i % 4 < 3) sum += Math.abs(a.pixels[i]! - b.pixels[i]!);
  return sum / ((a.pixels.length / 4) * 3);
};
