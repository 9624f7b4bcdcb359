import { commands } from 'vitest/browser';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { openDocument } from '../../../core/show/open.ts';
import { fromJpeg, toJpeg, type Picture } from './picture.ts';
import { makeStudio, type Studio } from './scene.ts';

/** Pictures of docs/images/layers: drawn by the real stage on the bundled façade, and kept true by a test. */
const MOST_BYTES = 30_000;
/** Mean of 255: another version of the encoder may round otherwise. */
const MOST_GAP = 1;
const elevation = new URL('../../../shows/usine-extraordinaire/facade.json', import.meta.url);

export const makeDocsStudio = async (): Promise<Studio> => {
  const text = await (await fetch(elevation)).text();
  const opened = openDocument(text, 'frise-facade', { layerTypes, facade: null });
  if (!opened.ok) throw new Error(opened.message);
  const facade = modelOf(opened.value.document);
  return makeStudio({ facade, canvas: { width: facade.width, height: facade.height }, language: 'en' });
};

/** Whether the kept picture of this name is this one; with FRISE_GOLDEN_WRITE=1 it becomes it. */
export const isKept = async (name: string, picture: Picture): Promise<boolean> => {
  const jpeg = smallEnough(picture);
  const kept = await commands.readDocs(`${name}.jpg`);
  if (kept !== null && gap(await fromJpeg(jpeg), await fromJpeg(kept)) < MOST_GAP) return true;
  return commands.writeDocs(`${name}.jpg`, jpeg);
};

/** base64 of a JPEG, as good as its size allows. */
const smallEnough = (picture: Picture): string => {
  const all = [0.86, 0.75, 0.6, 0.45, 0.3].map((quality) => () => toJpeg(picture, quality));
  const best = all.find((make) => atob(make()).length < MOST_BYTES);
  if (!best) throw new Error('the picture is too rich for 30 kB: show less of the façade');
  return best();
};
const gap = (a: Picture, b: Picture): number => {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i += 1) if (i % 4 < 3) sum += Math.abs(a.pixels[i]! - b.pixels[i]!);
  return sum / ((a.pixels.length / 4) * 3);
};
