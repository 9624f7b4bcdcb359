import { commands } from 'vitest/browser';
import { SIZE } from './scene.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readGolden(name: string): Promise<string | null>;
    writeGolden(name: string, base64: string): Promise<boolean>;
    writeArtefact(name: string, base64: string): Promise<void>;
  }
}

/**
 * The tolerance: at most 0.05 % of the pixels may differ by more than 1 of 255 in a channel, and none by more than 24.
 * One software rasteriser draws the same bytes from run to run; another version of it may round an edge elsewhere.
 */
export const TOLERANCE = { step: 1, share: 0.0005, most: 24 };
export type Difference = { differing: number; most: number; isSame: boolean; map: Uint8ClampedArray };

export const compare = (actual: Uint8ClampedArray, expected: Uint8ClampedArray): Difference => {
  const map = new Uint8ClampedArray(actual.length);
  let differing = 0;
  let most = 0;
  for (let i = 0; i < actual.length; i += 4) {
    let worst = 0;
    for (let c = 0; c < 3; c += 1) worst = Math.max(worst, Math.abs(actual[i + c]! - (expected[i + c] ?? 0)));
    most = Math.max(most, worst);
    if (worst > TOLERANCE.step) differing += 1;
    map.set([Math.min(255, worst * 8), worst > TOLERANCE.step ? 0 : worst * 8, 0, 255], i);
  }
  const isSame =
    actual.length === expected.length &&
    differing <= (actual.length / 4) * TOLERANCE.share &&
    most <= TOLERANCE.most;
  return { differing, most, isSame, map };
};

const canvasOf = (pixels: Uint8ClampedArray, size = SIZE): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const data = new ImageData(size.width, size.height);
  data.data.set(pixels);
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  return canvas;
};
export const toPng = (pixels: Uint8ClampedArray): string =>
  canvasOf(pixels).toDataURL('image/png').split(',')[1] ?? '';
export const fromPng = async (base64: string): Promise<Uint8ClampedArray> => {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2-D canvas');
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height).data;
};

/** Compares with test/golden/images/<name>.png; writes it where that is allowed. Throws with what differs. */
export const expectGolden = async (pixels: Uint8ClampedArray, name: string): Promise<void> => {
  const file = `${name}.png`;
  if (await commands.writeGolden(file, toPng(pixels))) return;
  const stored = await commands.readGolden(file);
  if (stored === null) {
    await commands.writeArtefact(`${name}.actual.png`, toPng(pixels));
    throw new Error(`There is no golden image ${file}; look at artefacts/golden/${name}.actual.png`);
  }
  const expected = await fromPng(stored);
  const { isSame, differing, most, map } = compare(pixels, expected);
  if (isSame) return;
  await commands.writeArtefact(`${name}.actual.png`, toPng(pixels));
  await commands.writeArtefact(`${name}.expected.png`, stored);
  await commands.writeArtefact(`${name}.difference.png`, toPng(map));
  throw new Error(
    `${file}: ${differing} pixels differ, by ${most} at most; see artefacts/golden/${name}.*.png`,
  );
};
