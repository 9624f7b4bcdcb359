import { commands } from 'vitest/browser';
import type { Picture } from './bench-of-light.ts';

/**
 * How many pixels differ from test/golden/correction/images/<name>.png by more than `codes` in a channel. Where any
 * does, the actual picture and the difference × 16 are written to artefacts/golden/correction. Only
 * `VITE_GOLDEN=write npm run test:golden` writes an image.
 */
export const differing = async (name: string, picture: Picture, codes: number): Promise<number> => {
  const path = `test/golden/correction/images/${name}.png`; // commands count from the root
  if (import.meta.env['VITE_GOLDEN'] === 'write') {
    await commands.writeFile(path, await encode(picture), 'base64');
    return 0;
  }
  const expected = await decode(await commands.readFile(path, 'base64'));
  if (expected.width !== picture.width || expected.height !== picture.height) return Infinity;
  const difference = differenceOf(picture, expected);
  const beyond = countBeyond(difference, codes);
  if (beyond > 0) {
    const artefacts = `artefacts/golden/correction/${name}`;
    await commands.writeFile(`${artefacts}.actual.png`, await encode(picture), 'base64');
    await commands.writeFile(`${artefacts}.difference.png`, await encode(difference), 'base64');
  }
  return beyond;
};

/** Absolute difference × 16, opaque. */
const differenceOf = (a: Picture, b: Picture): Picture => ({
  ...a,
  pixels: a.pixels.map((value, i) =>
    i % 4 === 3 ? 255 : Math.min(255, Math.abs(value - b.pixels[i]!) * 16),
  ),
});
const countBeyond = ({ pixels }: Picture, codes: number): number => {
  let count = 0;
  for (let i = 0; i < pixels.length; i += 4)
    if (Math.max(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!) > codes * 16) count++;
  return count;
};

const encode = async ({ width, height, pixels }: Picture): Promise<string> => {
  const { canvas, context } = makeCanvas(width, height);
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
};
const decode = async (base64: string): Promise<Picture> => {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const { context } = makeCanvas(width, height);
  context.drawImage(image, 0, 0);
  return { width, height, pixels: new Uint8Array(context.getImageData(0, 0, width, height).data) };
};
const makeCanvas = (width: number, height: number) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { colorSpace: 'srgb' });
  if (!context) throw new Error('no 2D context');
  return { canvas, context };
};
