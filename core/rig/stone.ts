import type { FacadeModel } from '../facade/model.ts';
import type { Shape } from './area.ts';
import type { Point } from './geometry.ts';
import type { Venue } from './venue.ts';
import type { WallRaster } from './wall-raster.ts';

/** What of the wall is stone: glass shines through and sky isn't there, so neither counts in a measure. */
export type Stone = {
  /** Per texel the index of the façade's element that is seen there; −1: none, or none of stone. */
  element: Int16Array;
  /** By that index. */
  keys: readonly string[];
};

/** Without a façade the whole canvas counts, as one element without a name. `canvas`: metres. */
export const stoneOf = (
  facade: FacadeModel | null,
  venue: Venue,
  canvas: { width: number; height: number },
  raster: WallRaster,
): Stone => {
  const element = new Int16Array(raster.width * raster.height).fill(-1);
  if (!facade) {
    paint(element, raster, [rectangle(canvas.width, canvas.height)], 0);
    return { element, keys: [''] };
  }
  facade.elements.forEach(({ id, surface }, index) => {
    for (const shape of venue.elements(id) ?? [])
      paint(element, raster, shape, surface === 'stone' ? index : -1);
  });
  return { element, keys: facade.elements.map(({ key }) => key) };
};

const rectangle = (width: number, height: number): Point[] => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];

/** Texels whose centre lies in the shape, by the even-odd rule, row by row. */
const paint = (into: Int16Array, raster: WallRaster, shape: Shape, value: number): void => {
  for (let j = 0; j < raster.height; j++) {
    const crossings = crossingsAt(shape, raster.y + (j + 0.5) * raster.size);
    for (let n = 0; n + 1 < crossings.length; n += 2) {
      const from = Math.max(0, Math.ceil((crossings[n]! - raster.x) / raster.size - 0.5));
      const to = Math.min(raster.width, Math.ceil((crossings[n + 1]! - raster.x) / raster.size - 0.5));
      if (to > from) into.fill(value, j * raster.width + from, j * raster.width + to);
    }
  }
};

const crossingsAt = (shape: Shape, y: number): number[] => {
  const found: number[] = [];
  for (const polygon of shape)
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const a = polygon[i]!;
      const b = polygon[j]!;
      if (a[1] > y !== b[1] > y) found.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
  return found.sort((a, b) => a - b);
};
