/** Metres, lower left corner and size. */
export type WallArea = { x: number; y: number; width: number; height: number };
/** A raster over the wall that all outputs of a rig share. Texel (i, j) has its centre at x + (i + ½)·size. */
export type WallRaster = { x: number; y: number; width: number; height: number; size: number };
/** Texels around the outermost region, so that every edge has an outside. */
const MARGIN = 3;
/** Height by width of the wall that `resolution` is stated for. */
const ASPECT = 9 / 16;

/**
 * `resolution`: texels along the longer side of a 16:9 wall. A longer wall gets as many texels in all, up to four times
 * as many along it: the overlaps of eight projectors in a row need them there. Empty without areas.
 */
export const wallRaster = (areas: readonly WallArea[], resolution: number): WallRaster => {
  if (areas.length === 0) return { x: 0, y: 0, width: 0, height: 0, size: 1 };
  const left = Math.min(...areas.map(({ x }) => x));
  const bottom = Math.min(...areas.map(({ y }) => y));
  const right = Math.max(...areas.map(({ x, width }) => x + width));
  const top = Math.max(...areas.map(({ y, height }) => y + height));
  const [width, height] = [right - left, top - bottom];
  const size = Math.max(
    Math.max(width, height) / (4 * resolution),
    Math.sqrt((width * height) / ASPECT) / resolution,
  );
  return {
    x: left - MARGIN * size,
    y: bottom - MARGIN * size,
    width: Math.ceil(width / size) + 2 * MARGIN,
    height: Math.ceil(height / size) + 2 * MARGIN,
    size,
  };
};

/** A place between four texel centres: column and row of the lower left one, and how far towards the others, 0–1. */
export type Spot = { i: number; j: number; fx: number; fy: number };

/** Beyond the raster's edge: on it. */
export const spotAt = (raster: WallRaster, u: number, v: number): Spot => {
  const x = Math.min(raster.width - 1, Math.max(0, (u - raster.x) / raster.size - 0.5));
  const y = Math.min(raster.height - 1, Math.max(0, (v - raster.y) / raster.size - 0.5));
  const i = Math.min(raster.width - 2, Math.floor(x));
  const j = Math.min(raster.height - 2, Math.floor(y));
  return { i, j, fx: x - i, fy: y - j };
};

/** Bilinear. */
export const sampleAt = (values: Float32Array, { width }: WallRaster, { i, j, fx, fy }: Spot): number => {
  const a = j * width + i;
  const b = a + width;
  const lower = values[a]! * (1 - fx) + values[a + 1]! * fx;
  const upper = values[b]! * (1 - fx) + values[b + 1]! * fx;
  return lower + (upper - lower) * fy;
};

/** Columns and rows, all inclusive; empty when `right` < `left`. */
export type TexelBox = { left: number; right: number; bottom: number; top: number };

/** The spots that any texel above `floor` has a part in. */
export const boxAbove = (values: Float32Array, { width, height }: WallRaster, floor: number): TexelBox => {
  const box = { left: width, right: -1, bottom: height, top: -1 };
  for (let j = 0, n = 0; j < height; j++)
    for (let i = 0; i < width; i++, n++) {
      if (!(values[n]! > floor)) continue;
      box.left = Math.min(box.left, i - 1);
      box.right = Math.max(box.right, i);
      box.bottom = Math.min(box.bottom, j - 1);
      box.top = j;
    }
  return box;
};
export const isInBox = ({ left, right, bottom, top }: TexelBox, { i, j }: Spot): boolean =>
  i >= left && i <= right && j >= bottom && j <= top;
/** Whether two boxes have a spot in common. */
export const doMeet = (a: TexelBox, b: TexelBox): boolean =>
  a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
