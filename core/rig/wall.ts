import { coverOutput } from './coverage.ts';
import type { CoveredOutput, LitOutput } from './coverage.ts';
import { compileMasks } from './mask.ts';
import type { CompiledMask } from './mask.ts';
import { finish } from './steps.ts';
import type { Steps } from './steps.ts';
import { takeoverDepths } from './takeover.ts';
import type { Venue } from './venue.ts';
import { boxAbove, doMeet, wallRaster } from './wall-raster.ts';
import type { TexelBox, WallRaster } from './wall-raster.ts';

/** The wall as all outputs of a rig light it together: what shares and lifts are taken from at any place. */
export type WallOutput = CoveredOutput & {
  /** Metres to where others must take over: negative there. Null unless its blend is automatic. */
  depth: Float32Array | null;
  /** Where it may light, and where it may leak. */
  boxes: { lit: TexelBox; leak: TexelBox };
  /** The others that may have weight where it lights, and all that may leak there. */
  near: { weigh: WallOutput[]; leak: WallOutput[] };
};
export type Wall = {
  raster: WallRaster;
  outputs: WallOutput[];
  /** Everyone's. They dim all outputs alike, so they are no edge of the blend. */
  masks: readonly CompiledMask[];
  /** Σ black where most projectors overlap, and where fewest do. */
  leak: { greatest: number; smallest: number };
};
/** Texels along a 16:9 wall's longer side: overlaps of a twentieth of the wall get 25, with exact edges. */
export const WALL_RESOLUTION = 512;

/** Outputs as they lie on the wall, kept between two walls: a drag changes one of sixteen. */
export type CoverageMemo = WeakMap<LitOutput, { venue: Venue; covered: Map<string, CoveredOutput> }>;

export const buildWall = (
  outputs: readonly LitOutput[],
  venue: Venue,
  raster = outputsRaster(outputs, WALL_RESOLUTION),
): Wall => finish(wallSteps(outputs, venue, raster, new WeakMap()));

/** A raster over what outputs are given to light. */
export const outputsRaster = (outputs: readonly LitOutput[], resolution: number): WallRaster =>
  wallRaster(
    outputs.map(({ region }) => region),
    resolution,
  );

/** A step an output. `memo`: of the same outputs and the same venue, by identity. */
export function* wallSteps(
  outputs: readonly LitOutput[],
  venue: Venue,
  raster: WallRaster,
  memo: CoverageMemo,
): Steps<Wall> {
  const covered: CoveredOutput[] = [];
  for (const output of outputs) {
    covered.push(recall(memo, output, venue, raster));
    yield;
  }
  const automatic = covered.filter(({ output }) => output.blend.kind === 'auto');
  const depths = takeoverDepths(
    automatic.map(({ coverage }) => coverage.lit),
    raster,
  );
  yield;
  const wall = covered.map((entry): WallOutput => {
    const index = automatic.indexOf(entry);
    const depth = depths[index] ?? null;
    return {
      ...entry,
      depth,
      boxes: boxesOf(entry, depth, raster),
      near: { weigh: [], leak: [] },
    };
  });
  for (const own of wall) findNear(own, wall);
  yield;
  return { raster, outputs: wall, masks: sharedMasks(wall, venue, raster), leak: leakRange(wall, raster) };
}

const recall = (memo: CoverageMemo, output: LitOutput, venue: Venue, raster: WallRaster): CoveredOutput => {
  let known = memo.get(output);
  if (known?.venue !== venue) memo.set(output, (known = { venue, covered: new Map() }));
  const key = Object.values(raster).join(' ');
  const found = known.covered.get(key) ?? coverOutput(output, venue, raster);
  known.covered.set(key, found);
  return found;
};

const findNear = (own: WallOutput, all: readonly WallOutput[]): void => {
  const { left, right, bottom, top } = own.boxes.lit;
  const lit = { left: left - 2, right: right + 2, bottom: bottom - 2, top: top + 2 };
  own.near.weigh = all.filter((other) => other !== own && other.depth && doMeet(other.boxes.lit, lit));
  own.near.leak = all.filter(({ boxes, output }) => output.colour.black > 0 && doMeet(boxes.leak, lit));
};

const boxesOf = (
  { coverage, output }: CoveredOutput,
  depth: Float32Array | null,
  raster: WallRaster,
): WallOutput['boxes'] => ({
  lit: boxAbove(depth ?? coverage.lit, raster, 0),
  leak: boxAbove(coverage.reach, raster, -output.colour.blackFeather - raster.size),
});

/** Texels and pixels around an edge where depths are exact. */
const EXACT = { texels: 4, pixels: 2 };
const sharedMasks = (outputs: readonly WallOutput[], venue: Venue, raster: WallRaster): CompiledMask[] => {
  if (venue.masks.length === 0) return [];
  let least = Infinity;
  for (const { coverage } of outputs)
    for (const footprint of coverage.footprint) if (footprint < least) least = footprint;
  const margin = EXACT.texels * raster.size + EXACT.pixels / Math.sqrt(least);
  return compileMasks(venue.masks, { canvas: margin, output: margin });
};

const leakRange = (outputs: readonly WallOutput[], raster: WallRaster): Wall['leak'] => {
  const leaks = new Float64Array(raster.width * raster.height).fill(-1);
  for (const { coverage, output } of outputs)
    coverage.reach.forEach((depth, i) => {
      if (depth > 0) leaks[i] = Math.max(0, leaks[i]!) + output.colour.black;
    });
  let greatest = 0;
  let smallest = Infinity;
  for (const leak of leaks) {
    if (leak < 0) continue;
    greatest = Math.max(greatest, leak);
    smallest = Math.min(smallest, leak);
  }
  return { greatest, smallest: Math.min(smallest, greatest) };
};
