import { composeHomography, homographyBetween, invertHomography } from './homography.ts';
import type { Homography, Quad } from './homography.ts';
import type { Problem } from '../result.ts';
import { buildModelMesh } from './model-mesh.ts';
import type { ModelSight } from './model-sight.ts';
import { rasterToClip, uprightSize, uprightToRaster } from './raster.ts';
import type { OutputRecord } from './rig.schema.ts';
import { evenly } from './spline.ts';
import type { Venue } from './venue.ts';
import { PLAIN_WALL } from './wall-map.ts';
import { wallCells } from './wall-mesh-detail.ts';
import { warpFaults } from './warp-check.ts';
import { densityOf } from './warp-density.ts';
import { bezierSurface, cornersOf, linearSurface, projectiveSurface, UNIT_SQUARE } from './warp-grid.ts';
import type { ControlGrid } from './warp-grid.ts';
import { boundsOf, latticeOf, trianglesOf } from './warp-lattice.ts';
import type { Lattice, Shape } from './warp-lattice.ts';
import type { WarpRecord } from './warp.schema.ts';

/** What the mesh of an output depends on. */
export type WarpedOutput = Pick<OutputRecord, 'width' | 'height' | 'rotation' | 'mirror' | 'region' | 'warp'>;
/**
 * How an output's region lies in its raster. Vertices form a lattice that is regular on the wall, row by row from
 * the region's upper left corner; each cell is two triangles, split from its upper left to its lower right vertex. Of a
 * calibrated output they are the building's own triangles, and there is no lattice: no columns and no rows.
 */
export type WarpMesh = Lattice & {
  /** 3 a triangle. */
  indices: Uint32Array;
  /** Wall metres. */
  region: OutputRecord['region'];
  /** What the picture must show, canvas metres: the region, seen through the wall mesh. */
  pictureRegion: OutputRecord['region'];
  /** Raster pixels. */
  width: number;
  height: number;
  rasterToUpright: Homography;
  /** Greatest number of output pixels per canvas metre, in any direction anywhere. */
  density: number;
  /** Points that lie across their neighbours or on them; the mesh still draws what it can. */
  problems: Problem[];
  /** What a calibrated output sees; null for all others. */
  model: ModelSight | null;
};

/** Lattice cells along a curved side: 64 keeps a bulge of 50 px in 400 within 0.2 px of its curve. */
const CURVE_CELLS = 64;

/** The warp of an output as a mesh. `path`: where the output stands, for problems (`output:left`). */
export const buildWarpMesh = (output: WarpedOutput, path: string, venue: Venue): WarpMesh => {
  if (output.warp.kind === 'model') return buildModelMesh(output, path, output.warp.pose, venue);
  const grid = controlGrid(output);
  const shape = surfaceOf(output, grid);
  const upright = uprightToRaster(output);
  const toClip = composeHomography(rasterToClip(output), upright);
  const { region, width, height } = output;
  const drawn = detailed(shape, toClip, output, venue);
  const lattice = latticeOf(drawn, toClip, region, venue.wall);
  return {
    ...lattice,
    indices: trianglesOf(lattice.columns, lattice.rows),
    region,
    pictureRegion: venue.wall.isPlain ? region : boundsOf(lattice.canvas),
    width,
    height,
    rasterToUpright: invertHomography(upright),
    density: densityOf(lattice, width, height),
    problems: warpFaults(grid, lattice, `${path}.warp`, output.warp.kind === 'grid' ? 'grid' : 'corners'),
    model: null,
  };
};

/** The shape cut finely enough that the picture's place is right between vertices too. */
const detailed = (shape: Shape, toClip: Homography, output: WarpedOutput, { wall }: Venue): Shape => {
  if (wall.isPlain) return shape;
  const { region, width, height } = output;
  const rough = latticeOf(shape, toClip, region, PLAIN_WALL);
  const cells = wallCells(wall, region, densityOf(rough, width, height));
  const finer = (vertices: number): number => (vertices - 1) * Math.ceil(cells / (vertices - 1)) + 1;
  return { ...shape, columns: finer(shape.columns), rows: finer(shape.rows) };
};

/**
 * The points that a technician moves, as a grid; a corner pin is a grid of 2 × 2, and so, of the whole picture, is a
 * record that makes no sense (`rig-grid` names it).
 */
export const controlGrid = (output: WarpedOutput): ControlGrid => {
  const { warp } = output;
  if (warp.kind === 'grid' && isWholeGrid(warp)) {
    const { columns, rows, points } = warp;
    const [columnsAt, rowsAt] = [warp.columnsAt ?? evenly(columns), warp.rowsAt ?? evenly(rows)];
    return { columns, rows, points, columnsAt, rowsAt };
  }
  const pin = { columns: 2, rows: 2, columnsAt: [0, 1], rowsAt: [0, 1] };
  const corners = warp.kind === 'corners' ? warp.corners : null;
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners ?? wholePicture(output);
  return { ...pin, points: [upperLeft, upperRight, lowerLeft, lowerRight] };
};

/** The corners of the upright picture itself. */
export const wholePicture = (output: WarpedOutput): Quad => {
  const { width, height } = uprightSize(output);
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
};

/** As many points as columns × rows, and every line between its neighbours. */
export const isWholeGrid = (warp: Extract<WarpRecord, { kind: 'grid' }>): boolean =>
  warp.points.length === warp.columns * warp.rows &&
  isRising(warp.columnsAt, warp.columns) &&
  isRising(warp.rowsAt, warp.rows);
const isRising = (lines: readonly number[] | null, count: number): boolean =>
  lines === null ||
  (lines.length === count &&
    lines[0] === 0 &&
    lines.at(-1) === 1 &&
    lines.every((line, i) => i === 0 || line - lines[i - 1]! >= LEAST_GAP));
/** Between two lines of a grid, as a share of the region. */
export const LEAST_GAP = 1 / 512;

/** The picture’s place as a formula, and how finely to cut it. */
export const surfaceOf = ({ warp }: WarpedOutput, grid: ControlGrid): Shape => {
  const curved = { columns: cellsOver(grid.columnsAt) + 1, rows: cellsOver(grid.rowsAt) + 1 };
  if (warp.kind === 'grid')
    return { at: warp.interpolation === 'linear' ? linearSurface(grid) : bezierSurface(grid), ...curved };
  const pin = homographyBetween(UNIT_SQUARE, cornersOf(grid));
  return pin.ok
    ? { at: projectiveSurface(pin.value), columns: 2, rows: 2 }
    : { at: linearSurface(grid), ...curved };
};

/** Even cells, so many that each of the grid’s lines is one of theirs, or as near as can be. */
const cellsOver = (lines: readonly number[]): number => {
  const gaps = lines.length - 1;
  if (lines.every((line, i) => Math.abs(line * gaps - i) < 1e-9))
    return gaps * Math.max(2, Math.round(CURVE_CELLS / gaps));
  const offBy = (cells: number): number =>
    Math.max(...lines.map((line) => Math.abs(line * cells - Math.round(line * cells)) / cells));
  const least = Math.min(...UNEVEN_CELLS.map(offBy));
  return UNEVEN_CELLS.find((cells) => offBy(cells) <= least + 1e-9) ?? CURVE_CELLS;
};
const UNEVEN_CELLS = [64, 128, 96, 120, 112, 144, 160, 192];
