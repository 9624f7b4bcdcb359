import type { FacadeModel } from '../../../../core/facade/model.ts';
import { coverOutput } from '../../../../core/rig/coverage.ts';
import type { CompiledRig } from '../../../../core/rig/rig.document.ts';
import { buildVenue } from '../../../../core/rig/venue.ts';
import { wallRaster, type WallRaster } from '../../../../core/rig/wall-raster.ts';
import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';

/**
 * Where each projector of the rig reaches on the canvas, and how many of its pixels a metre gets there: its region as
 * far as its raster goes, less masks and what the building hides from it. Pure.
 */
type Canvas = { width: number; height: number };
export type ReachOutput = {
  key: string;
  name: string;
  /** Pixels a metre at each texel, row by row from the lower left; 0: it does not reach there. */
  density: Float32Array;
  /** Of what it reaches: pixels a metre, and the middle, canvas metres; null: nothing of the canvas. */
  span: { least: number; most: number; middle: Point } | null;
};
/** Texels of `size` metres from the canvas's lower left corner. */
export type ReachMap = { columns: number; rows: number; size: number; outputs: readonly ReachOutput[] };

/** Fine enough for a window of two metres, coarse enough to be there at once. */
const TEXELS = 30_000;

export const reachOf = (rig: CompiledRig, facade: FacadeModel | null, canvas: Canvas): ReachMap => {
  const venue = buildVenue(rig, facade);
  // Every texel has its middle on the canvas.
  const columns = Math.ceil(canvas.width / Math.sqrt((canvas.width * canvas.height) / TEXELS));
  const size = canvas.width / columns;
  const rows = Math.max(1, Math.round(canvas.height / size));
  const raster = venue.wall.isPlain
    ? { x: 0, y: 0, width: columns, height: rows, size }
    : wallOver(rig, canvas, size);
  const outputs = rig.outputs.map((output): ReachOutput => {
    const { coverage } = coverOutput(output, venue, raster);
    const density = new Float32Array(columns * rows);
    for (let j = 0, n = 0; j < rows; j++)
      for (let i = 0; i < columns; i++, n++) {
        const [u, v] = venue.wall.toWall([(i + 0.5) * size, (j + 0.5) * size]);
        const texel = texelAt(raster, u, v);
        if (texel !== null && (coverage.lit[texel] ?? 0) > 0)
          density[n] = Math.sqrt(coverage.footprint[texel] ?? 0);
      }
    return { key: output.key, name: output.name, density, span: spanOf(density, columns, size) };
  });
  return { columns, rows, size, outputs };
};

/** The wall as far as canvas and outputs go: the wall mesh may put a place of the one beyond the other. */
const wallOver = ({ outputs }: CompiledRig, canvas: Canvas, size: number): WallRaster => {
  const areas = [{ x: 0, y: 0, ...canvas }, ...outputs.map(({ region }) => region)];
  const { x, y, width, height, size: texel } = wallRaster(areas, 512);
  return {
    x,
    y,
    size,
    width: Math.ceil((width * texel) / size),
    height: Math.ceil((height * texel) / size),
  };
};
const texelAt = ({ x, y, width, height, size }: WallRaster, u: number, v: number): number | null => {
  const [i, j] = [Math.floor((u - x) / size), Math.floor((v - y) / size)];
  return i < 0 || j < 0 || i >= width || j >= height ? null : j * width + i;
};

const spanOf = (density: Float32Array, columns: number, size: number): ReachOutput['span'] => {
  let [least, most, x, y, count] = [Infinity, 0, 0, 0, 0];
  density.forEach((value, n) => {
    if (value <= 0) return;
    least = Math.min(least, value);
    most = Math.max(most, value);
    x += (n % columns) + 0.5;
    y += Math.floor(n / columns) + 0.5;
    count += 1;
  });
  return count === 0 ? null : { least, most, middle: { x: (x / count) * size, y: (y / count) * size } };
};

/** What reaches a place of the canvas, and with how many pixels a metre. */
export const reachAt = (
  { columns, rows, size, outputs }: ReachMap,
  { x, y }: Point,
): { name: string; density: number }[] => {
  const [i, j] = [Math.floor(x / size), Math.floor(y / size)];
  if (i < 0 || j < 0 || i >= columns || j >= rows) return [];
  return outputs.flatMap(({ name, density }) => {
    const here = density[j * columns + i] ?? 0;
    return here > 0 ? [{ name, density: here }] : [];
  });
};

type Rgba = readonly [number, number, number, number];
const DARK: Rgba = [255, 60, 45, 105];
const POOR: Rgba = [255, 185, 56, 84];
const GOOD: Rgba = [70, 209, 127, 64];
/** A wall that gets less than so much of the canvas's own density is short of pixels. */
const ENOUGH = 0.9;

/**
 * Red: no projector. Amber: fewer pixels a metre than the show is drawn with. Green: as many. RGBA, upper row first.
 * `own`: the show's pixels a metre.
 */
export const reachPixels = (
  { columns, rows, outputs }: ReachMap,
  own: number,
): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  for (let n = 0; n < columns * rows; n++) {
    const best = outputs.reduce((most, { density }) => Math.max(most, density[n] ?? 0), 0);
    const colour = best <= 0 ? DARK : best < ENOUGH * own ? POOR : GOOD;
    pixels.set(colour, ((rows - 1 - Math.floor(n / columns)) * columns + (n % columns)) * 4);
  }
  return pixels;
};
