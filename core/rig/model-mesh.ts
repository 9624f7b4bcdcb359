import type { Problem } from '../result.ts';
import { composeHomography, invertHomography } from './homography.ts';
import { lappedPieces, piecesOf } from './model-pieces.ts';
import type { Piece } from './model-pieces.ts';
import { NOTHING, verticesOf } from './model-vertices.ts';
import { isHidden, sightOf, slopesAt, worldAt } from './model-sight.ts';
import type { ModelSight } from './model-sight.ts';
import { cameraOf, unmirror } from './pose.ts';
import { uprightToRaster } from './raster.ts';
import type { OutputRecord } from './rig.schema.ts';
import type { Solid } from './solid.ts';
import type { Venue } from './venue.ts';
import { wallMemory } from './wall-map.ts';
import { wallCells } from './wall-mesh-detail.ts';
import { boundsOf, canvasOf } from './warp-lattice.ts';
import { scaleOf } from './warp-scale.ts';
import type { WarpedOutput, WarpMesh } from './warp-mesh.ts';
import type { PoseRecord } from './warp.schema.ts';

/**
 * The mesh of a calibrated output: the building's own triangles from the projector's place, with true depth in z, so
 * that the graphics card leaves out what the projector cannot reach. What stands in the way outside the region is
 * drawn too: its picture lies outside the stage's and stays black. Codes: `model-missing`, `model-unseen`.
 */
export const buildModelMesh = (
  output: WarpedOutput,
  path: string,
  pose: PoseRecord,
  venue: Venue,
): WarpMesh => {
  const { width, height, rotation, mirror, region } = output;
  const key = JSON.stringify([path, width, height, rotation, mirror, region, pose, solidKey(venue.solid)]);
  return meshes(venue.wall, key, () => makeModelMesh(output, path, pose, venue));
};

/** Remembered: a large façade takes tens of milliseconds, and others are dragged beside it. */
const meshes = wallMemory<WarpMesh>();
const solidKeys = new WeakMap<Solid, number>();
let counted = 0;
const solidKey = (solid: Solid | null): number => {
  if (!solid) return 0;
  const key = solidKeys.get(solid) ?? ++counted;
  solidKeys.set(solid, key);
  return key;
};

const makeModelMesh = (output: WarpedOutput, path: string, pose: PoseRecord, venue: Venue): WarpMesh => {
  const sight = venue.solid && sightFrom(output, pose, venue.solid);
  const pieces = sight ? piecesOf(sight, output.region, output, linesOf(sight, output, venue)) : [];
  const lit = pieces.filter(({ isLit }) => isLit);
  const parts = sight && lit.length > 0 ? verticesOf(sight, lappedPieces(sight, pieces), output) : NOTHING;
  const canvas = canvasOf(parts.wall, venue.wall);
  const shown = lit.length > 0 ? boundsOf(cornersOf(lit)) : output.region;
  return {
    ...parts,
    canvas,
    columns: 0,
    rows: 0,
    region: output.region,
    pictureRegion: venue.wall.isPlain ? shown : boundsOf(canvasOf(edgesOf(shown), venue.wall)),
    width: output.width,
    height: output.height,
    rasterToUpright: invertHomography(uprightToRaster(output)),
    density: sight ? densityOf(sight, output) : 0,
    problems: problemsOf(sight, lit, `${path}.warp.pose`),
    model: sight,
  };
};

/** World metres → raster pixels, through the mounting of the projector. */
const sightFrom = (output: WarpedOutput, pose: PoseRecord, solid: Solid): ModelSight => {
  const { matrix, position } = cameraOf(pose);
  const turn = composeHomography(uprightToRaster(output), unmirror(output));
  const at = (row: number, column: number): number =>
    [0, 1, 2].reduce((sum, k) => sum + turn[row * 3 + k]! * matrix[k * 4 + column]!, 0);
  const turned = Array.from({ length: 12 }, (_, i) => at(Math.floor(i / 4), i % 4));
  return sightOf(solid, turned, position);
};

/** Where lit pieces are cut for the wall mesh; nowhere when the drawing fits. */
const linesOf = (sight: ModelSight, { region, width, height }: WarpedOutput, { wall }: Venue) => {
  if (wall.isPlain) return { xs: [], ys: [] };
  const cells = wallCells(wall, region, densityOf(sight, { region, width, height }));
  const inner = (from: number, size: number): number[] =>
    Array.from({ length: cells - 1 }, (_, i) => from + ((i + 1) / cells) * size);
  return { xs: inner(region.x, region.width), ys: inner(region.y, region.height) };
};

const cornersOf = (pieces: readonly Piece[]): Float64Array =>
  Float64Array.from(pieces.flatMap(({ polygon }) => polygon.flatMap(([x, y]) => [x, y])));

const EDGE_STEPS = 32;
/** Places along the border of a rectangle: a wall mesh bends its sides. */
const edgesOf = ({ x, y, width, height }: OutputRecord['region']): Float64Array =>
  Float64Array.from(
    Array.from({ length: EDGE_STEPS + 1 }, (_, i) => i / EDGE_STEPS).flatMap((s) => {
      const [u, v] = [x + s * width, y + s * height];
      return [u, y, u, y + height, x, v, x + width, v];
    }),
  );

const SAMPLES = 24;
/** Greatest number of pixels per metre, where rays over the whole raster meet the front of the building. */
const densityOf = (
  sight: ModelSight,
  { region, width, height }: Pick<WarpedOutput, 'region' | 'width' | 'height'>,
): number => {
  let density = 0;
  for (let i = 0; i <= SAMPLES; i++)
    for (let j = 0; j <= SAMPLES; j++) {
      const at = worldAt(sight, (i / SAMPLES) * width, (j / SAMPLES) * height);
      if (at && isWithin(region, at[0], at[1])) density = Math.max(density, densityAt(sight, at[0], at[1]));
    }
  return density;
};
const densityAt = (sight: ModelSight, u: number, v: number): number => {
  const slopes = isHidden(sight, u, v) ? null : slopesAt(sight, u, v);
  return slopes ? scaleOf(...slopes).density : 0;
};
const isWithin = ({ x, y, width, height }: OutputRecord['region'], u: number, v: number): boolean =>
  u >= x && v >= y && u <= x + width && v <= y + height;

const problemsOf = (sight: ModelSight | null, lit: readonly Piece[], path: string): Problem[] => {
  if (!sight)
    return [
      {
        code: 'model-missing',
        message: 'There is no model to draw on. Open the façade, or give the rig a model.',
        path,
      },
    ];
  if (lit.length > 0) return [];
  const message = 'From its place this projector sees nothing of its region. Calibrate it again.';
  return [{ code: 'model-unseen', message, path }];
};
