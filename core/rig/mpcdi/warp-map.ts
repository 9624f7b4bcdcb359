import type { Point } from '../geometry.ts';
import type { Box } from './manifest.ts';
import type { FloatMap } from './pfm.ts';

/** A warp as MPCDI says it, from and to places of the wall and pixels of the raster. */

/** Most texels a side: a texel every four pixels of a 1920 raster follows any mesh of ours to a tenth of a pixel. */
const MOST_TEXELS = 480;

export const warpMapSize = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, MOST_TEXELS / Math.max(width, height));
  return { width: Math.max(2, Math.round(width * scale)), height: Math.max(2, Math.round(height * scale)) };
};

/** `at`: raster pixel → canvas metres, null where the raster stays dark. `region`: canvas metres of the part. */
export const writeWarpMap = (
  raster: { width: number; height: number },
  region: Box,
  at: (x: number, y: number) => Point | null,
): FloatMap => {
  const { width, height } = warpMapSize(raster.width, raster.height);
  const values = new Float32Array(width * height * 3).fill(NaN);
  for (let j = 0, i = 0; j < height; j++)
    for (let k = 0; k < width; k++, i += 3) {
      const place = at(((k + 0.5) / width) * raster.width, ((j + 0.5) / height) * raster.height);
      if (!place) continue;
      values[i] = (place[0] - region.x) / region.width;
      values[i + 1] = (place[1] - region.y) / region.height;
      values[i + 2] = 0;
    }
  return { width, height, values };
};

/** A place of the wall (metres) and the raster pixel that shows it. */
export type Sighting = { wall: Point; pixel: Point };

/** Every texel that shows something, in rows of `columns` with holes (null): the reader needs neighbours. */
export const readWarpMap = (
  { width, height, values }: FloatMap,
  raster: { width: number; height: number },
  region: Box,
): (Sighting | null)[] =>
  Array.from({ length: width * height }, (_, index): Sighting | null => {
    const u = values[index * 3]!;
    const v = values[index * 3 + 1]!;
    if (!Number.isFinite(u) || !Number.isFinite(v) || Math.abs(u) > FAR || Math.abs(v) > FAR) return null;
    return {
      wall: [region.x + u * region.width, region.y + v * region.height],
      pixel: [
        (((index % width) + 0.5) / width) * raster.width,
        ((Math.floor(index / width) + 0.5) / height) * raster.height,
      ],
    };
  });
/** Beyond this many region widths a number is a marker for "nothing here". */
const FAR = 10;
