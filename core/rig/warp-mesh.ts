import type { Point } from './geometry.ts';
import { composeHomography, homographyBetween, invertHomography } from './homography.ts';
import type { Homography } from './homography.ts';
import type { Problem } from '../result.ts';
import { rasterToClip, uprightSize, uprightToRaster } from './raster.ts';
import type { OutputRecord } from './rig.schema.ts';
import { foldsOf } from './warp-check.ts';
import { bezierSurface, cornersOf, linearSurface, projectiveSurface, UNIT_SQUARE } from './warp-grid.ts';
import type { ControlGrid, Surface } from './warp-grid.ts';
import type { Venue } from './venue.ts';
import { scaleAt } from './warp-lookup.ts';

/** What the mesh of an output depends on. */
export type WarpedOutput = Pick<OutputRecord, 'width' | 'height' | 'rotation' | 'mirror' | 'region' | 'warp'>;
/**
 * How an output's region lies in its raster. Vertices form a lattice that is regular on the canvas, row by row from
 * the region's upper left corner; each cell is two triangles, split from its upper left to its lower right vertex.
 */
export type WarpMesh = {
  /** Vertices along the region's width and height, each ≥ 2. */
  columns: number;
  rows: number;
  /** x, y, z, w in the raster's clip space, 4 a vertex: the w makes the perspective true. Front plane: z = 0. */
  positions: Float64Array;
  /** u, v on the canvas in metres, 2 a vertex. */
  canvas: Float64Array;
  /** 3 a triangle. */
  indices: Uint32Array;
  region: OutputRecord['region'];
  /** Raster pixels. */
  width: number;
  height: number;
  rasterToUpright: Homography;
  /** Greatest number of output pixels per canvas metre, in any direction anywhere. */
  density: number;
  /** Points that lie across their neighbours or on them; the mesh still draws what it can. */
  problems: Problem[];
};

/** Lattice cells along a curved side: 64 keeps a bulge of 50 px in 400 within 0.2 px of its curve. */
const CURVE_CELLS = 64;

/** The warp of an output as a mesh. `path`: where the output stands, for problems (`output:left`). */
export const buildWarpMesh = (output: WarpedOutput, path: string, venue: Venue): WarpMesh => {
  void venue;
  const grid = controlGrid(output);
  const shape = surfaceOf(output, grid);
  const upright = uprightToRaster(output);
  const mesh = latticeOf(shape, composeHomography(rasterToClip(output), upright), output);
  const built: WarpMesh = {
    ...mesh,
    region: output.region,
    width: output.width,
    height: output.height,
    rasterToUpright: invertHomography(upright),
    density: 0,
    problems: foldsOf(grid, shape, `${path}.warp`, output.warp.kind === 'grid' ? 'grid' : 'corners'),
  };
  return { ...built, density: densityOf(built) };
};

/** The points that a technician moves, as a grid; a corner pin is a grid of 2 × 2. */
export const controlGrid = (output: WarpedOutput): ControlGrid => {
  const { width, height } = uprightSize(output);
  const whole: Point[] = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ];
  const { warp } = output;
  if (warp.kind === 'grid' && warp.points.length === warp.columns * warp.rows)
    return { columns: warp.columns, rows: warp.rows, points: warp.points };
  if (warp.kind !== 'corners' || warp.corners === null) return { columns: 2, rows: 2, points: whole };
  const [upperLeft, upperRight, lowerRight, lowerLeft] = warp.corners;
  return { columns: 2, rows: 2, points: [upperLeft, upperRight, lowerLeft, lowerRight] };
};

type Shape = { at: Surface; columns: number; rows: number };
const surfaceOf = ({ warp }: WarpedOutput, grid: ControlGrid): Shape => {
  const curved = {
    columns: (grid.columns - 1) * cellsPer(grid.columns) + 1,
    rows: (grid.rows - 1) * cellsPer(grid.rows) + 1,
  };
  if (warp.kind === 'grid')
    return { at: warp.interpolation === 'linear' ? linearSurface(grid) : bezierSurface(grid), ...curved };
  const pin = homographyBetween(UNIT_SQUARE, cornersOf(grid));
  return pin.ok
    ? { at: projectiveSurface(pin.value), columns: 2, rows: 2 }
    : { at: linearSurface(grid), ...curved };
};
const cellsPer = (points: number): number => Math.max(2, Math.round(CURVE_CELLS / (points - 1)));

const latticeOf = (
  { at, columns, rows }: Shape,
  toClip: Homography,
  { region }: WarpedOutput,
): Pick<WarpMesh, 'columns' | 'rows' | 'positions' | 'canvas' | 'indices'> => {
  const positions = new Float64Array(columns * rows * 4);
  const canvas = new Float64Array(columns * rows * 2);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const s = i / (columns - 1);
      const t = j / (rows - 1);
      const [x, y, w] = at(s, t);
      const clip = [0, 3, 6].map((row) => toClip[row]! * x + toClip[row + 1]! * y + toClip[row + 2]! * w);
      positions.set([clip[0]!, clip[1]!, 0, clip[2]!], (j * columns + i) * 4);
      canvas.set([region.x + s * region.width, region.y + (1 - t) * region.height], (j * columns + i) * 2);
    }
  return { columns, rows, positions, canvas, indices: trianglesOf(columns, rows) };
};
const trianglesOf = (columns: number, rows: number): Uint32Array => {
  const indices = new Uint32Array((columns - 1) * (rows - 1) * 6);
  for (let j = 0, n = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++, n += 6) {
      const a = j * columns + i;
      const [b, d, c] = [a + 1, a + columns, a + columns + 1];
      indices.set([a, d, c, a, c, b], n);
    }
  return indices;
};

const SAMPLES = 16;
const densityOf = (mesh: WarpMesh): number => {
  const { region } = mesh;
  let density = 0;
  for (let j = 0; j <= SAMPLES; j++)
    for (let i = 0; i <= SAMPLES; i++) {
      const u = region.x + (i / SAMPLES) * region.width;
      const v = region.y + (j / SAMPLES) * region.height;
      density = Math.max(density, scaleAt(mesh, u, v)?.density ?? 0);
    }
  return density;
};
