import type { Point } from './geometry.ts';
import { isReached, pixelFlux } from './luminance.ts';
import type { Flux } from './luminance.ts';
import { darkPatches } from './patch.ts';
import type { DarkPatch } from './patch.ts';
import type { Steps } from './steps.ts';
import type { Stone } from './stone.ts';
import type { LitOutput } from './coverage.ts';
import type { Venue } from './venue.ts';
import { sharedMaskAt, shareAt } from './share.ts';
import type { Wall } from './wall.ts';
import { wallRaster } from './wall-raster.ts';
import type { WallRaster } from './wall-raster.ts';

/**
 * What the automatic and the manual blend come to over the façade's stone, as numbers and as maps. Stone that a mask
 * of the venue keeps dark is left out: it is meant to be dark.
 */
export type Extremes = { least: number; greatest: number; leastAt: Point; greatestAt: Point };
export type Measures = {
  /** m². */
  stone: number;
  /** Sum of the outputs' shares, 1 where they make one light; over stone that is lit. Null: none is. */
  blend: Extremes | null;
  /** Luminance of white with flux, brightness, gain and pixel footprint, relative to its mean; over stone that is lit. */
  flatness: Extremes | null;
  /** 0–1 of the stone, and what is missing in m², the largest patches by name. */
  coverage: { fraction: number; missing: number; patches: DarkPatch[] };
  maps: MeasureMaps;
};
/** Row by row from the lower left; NaN where there is no stone. */
export type MeasureMaps = {
  raster: WallRaster;
  blend: Float32Array;
  /** Relative to the mean; 0 where nothing lights. */
  flatness: Float32Array;
  /** How many outputs reach the place. */
  reach: Float32Array;
};

/** Less light than this counts as not reached. */
const DARK = 0.5;
const PATCHES = 8;
/** Texels a step: a few milliseconds of work. */
const STEP = 4096;

/** Over the outputs and the whole façade: what no output was given is missing too. `canvas`: metres. */
export const measureRaster = (
  outputs: readonly LitOutput[],
  venue: Venue,
  canvas: { width: number; height: number },
  resolution: number,
): WallRaster => {
  const [left, bottom] = venue.wall.toWall([0, 0]);
  const [right, top] = venue.wall.toWall([canvas.width, canvas.height]);
  const whole = { x: left, y: bottom, width: right - left, height: top - bottom };
  return wallRaster([whole, ...outputs.map(({ region }) => region)], resolution);
};

/** `wall`: built on `measureRaster`, as was `stone`. */
export function* measureSteps(wall: Wall, stone: Stone, flux: Flux): Steps<Measures> {
  const maps = emptyMaps(wall.raster);
  const fluxes = wall.outputs.map((own) => pixelFlux(own, flux));
  for (let i = 0; i < stone.element.length; i++) {
    if (i % STEP === 0) yield;
    if (stone.element[i]! >= 0) measureTexel(wall, fluxes, maps, i);
  }
  return summary(maps, stone);
}

const emptyMaps = (raster: WallRaster): MeasureMaps => {
  const make = (): Float32Array => new Float32Array(raster.width * raster.height).fill(NaN);
  return { raster, blend: make(), flatness: make(), reach: make() };
};

const placeOf = ({ x, y, width, size }: WallRaster, i: number): Point => [
  x + ((i % width) + 0.5) * size,
  y + (Math.floor(i / width) + 0.5) * size,
];

const measureTexel = (wall: Wall, fluxes: readonly number[], maps: MeasureMaps, i: number): void => {
  const [u, v] = placeOf(wall.raster, i);
  const [first] = wall.outputs;
  if (first && sharedMaskAt(wall, first, u, v) < 1) return;
  let [blend, light, reach] = [0, 0, 0];
  wall.outputs.forEach((own, k) => {
    if (!isReached(wall, own, i)) return;
    const share = shareAt(wall, own, u, v);
    blend += share;
    light += share * fluxes[k]! * own.coverage.footprint[i]!;
    reach++;
  });
  maps.blend[i] = blend;
  maps.flatness[i] = blend < DARK ? 0 : light;
  maps.reach[i] = reach;
};

const summary = (maps: MeasureMaps, stone: Stone): Measures => {
  const { raster, blend, flatness } = maps;
  const isLit = (i: number): boolean => blend[i]! >= DARK;
  let [count, lit, light] = [0, 0, 0];
  blend.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    count++;
    if (!isLit(i)) return;
    lit++;
    light += flatness[i]!;
  });
  if (light > 0) flatness.forEach((value, i) => (flatness[i] = value / (light / lit)));
  const isDark = Uint8Array.from(blend, (value) => (value < DARK ? 1 : 0));
  const texel = raster.size ** 2;
  return {
    stone: count * texel,
    blend: extremesOf(blend, isLit, raster),
    flatness: light > 0 ? extremesOf(flatness, isLit, raster) : null,
    coverage: {
      fraction: count === 0 ? 0 : lit / count,
      missing: (count - lit) * texel,
      patches: darkPatches(isDark, raster, stone, PATCHES),
    },
    maps,
  };
};

const extremesOf = (
  values: Float32Array,
  counts: (i: number) => boolean,
  raster: WallRaster,
): Extremes | null => {
  let [low, high] = [-1, -1];
  values.forEach((value, i) => {
    if (!counts(i)) return;
    if (low < 0 || value < values[low]!) low = i;
    if (high < 0 || value > values[high]!) high = i;
  });
  if (low < 0) return null;
  const [least, greatest] = [values[low]!, values[high]!];
  return { least, greatest, leastAt: placeOf(raster, low), greatestAt: placeOf(raster, high) };
};
