/** Pictures as a test reads them: the canvas of a page, a rendered file, and how far two of them are apart. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

/** What an output page really shows, as the window's own pixels. */
export async function pictureOf(page) {
  return PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
}

export const parsePicture = (bytes) => PNG.sync.read(bytes);
export const readPicture = (file) => parsePicture(readFileSync(file));

/** Mean of all colour channels, 0–255. */
export function brightness({ data }) {
  let sum = 0;
  for (let index = 0; index < data.length; index += 4) sum += data[index] + data[index + 1] + data[index + 2];
  return sum / ((data.length / 4) * 3);
}

/**
 * The golden tolerance: how far two pictures of one size are apart, in 8-bit codes.
 * @returns {{mean: number, far: number}} mean of the absolute differences; share of the channels more than 10 apart
 */
export function distance(a, b) {
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`The pictures differ in size: ${a.width}×${a.height} and ${b.width}×${b.height}.`);
  let sum = 0;
  let far = 0;
  let count = 0;
  for (let index = 0; index < a.data.length; index += 1) {
    if (index % 4 === 3) continue;
    const apart = Math.abs(a.data[index] - b.data[index]);
    sum += apart;
    if (apart > 10) far += 1;
    count += 1;
  }
  return { mean: sum / count, far: far / count };
}
