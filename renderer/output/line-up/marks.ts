import type { Mark } from '../../../core/control/line-up.ts';
import type { Problem } from '../../../core/result.ts';
import type { Point } from '../../../core/rig/geometry.ts';
import { applyHomography } from '../../../core/rig/homography.ts';
import { uprightSize, uprightToRaster } from '../../../core/rig/raster.ts';
import type { OutputRecord } from '../../../core/rig/rig.schema.ts';
import { bezierSurface, type ControlGrid } from '../../../core/rig/warp-grid.ts';
import { controlGrid } from '../../../core/rig/warp-mesh.ts';

/**
 * What is drawn over an output while it is lined up, in raster pixels. Sizes are shares of the picture: a technician
 * sees it from 60 m.
 */
type Colour = readonly [number, number, number];
/** A line of a width with round ends, or where `from` is `to`, a ring of that radius (0: a dot). */
export type Stroke = { from: Point; to: Point; radius: number; width: number; colour: Colour };
export type Marked = Pick<OutputRecord, 'width' | 'height' | 'rotation' | 'mirror' | 'region' | 'warp'>;
/** Closed outlines of masks, raster pixels. */
export type Outlines = readonly (readonly Point[])[];

const GREEN: Colour = [0.25, 1, 0.45];
const AMBER: Colour = [1, 0.72, 0.1];
const RED: Colour = [1, 0.14, 0.1];
const WHITE: Colour = [1, 1, 1];
const BLUE: Colour = [0.35, 0.7, 1];
/** Shares of the picture's shorter side. */
const LINE = 0.002;
const DOT = 0.009;
const RING = 0.015;
const ARM = 0.03;
const CROSS_RING = 0.03;
/** A curved side of the grid is drawn in at least so many pieces. */
const PIECES = 32;

export const strokesOf = (
  mark: Mark,
  output: Marked,
  problems: readonly Problem[],
  masks: Outlines,
): Stroke[] => {
  const size = uprightSize(output);
  const unit = Math.min(size.width, size.height);
  const toRaster = uprightToRaster(output);
  const raster = (p: Point): Point => applyHomography(toRaster, p);
  const line = (from: Point, to: Point, colour: Colour, width = LINE): Stroke => ({
    from: raster(from),
    to: raster(to),
    radius: 0,
    width: width * unit,
    colour,
  });
  const ring = (at: Point, radius: number, width: number, colour: Colour): Stroke => ({
    ...line(at, at, colour, width),
    radius: radius * unit,
  });
  const selected = (at: Point, colour: Colour): Stroke[] => [
    line([at[0] - ARM * unit, at[1]], [at[0] + ARM * unit, at[1]], colour, 1.5 * LINE),
    line([at[0], at[1] - ARM * unit], [at[0], at[1] + ARM * unit], colour, 1.5 * LINE),
    ring(at, RING, 2 * LINE, colour),
  ];

  const mesh = (): Stroke[] => {
    const grid = controlGrid(output);
    const faults = new Set(problems.map((problem) => indexOf(problem)));
    const colour = problems.length > 0 ? RED : GREEN;
    const lines = sidesOf(grid, output.warp).map(([from, to]) => line(from, to, colour));
    const dots = grid.points.map((at) => ring(at, 0, DOT, colour));
    const named = grid.points.flatMap((at, index) => (faults.has(index) ? selected(at, RED) : []));
    return [...lines, ...dots, ...named];
  };
  /** One that lies beyond the raster is marked at its edge: the technician must know where to look. */
  const points = (): Stroke[] => {
    const grid = controlGrid(output);
    return mark.selected.flatMap((index) => {
      const at = grid.points[index];
      return at ? selected([within(at[0], size.width), within(at[1], size.height)], AMBER) : [];
    });
  };
  const cross = ([x, y]: Point): Stroke[] => [
    line([0, y], [size.width, y], WHITE),
    line([x, 0], [x, size.height], WHITE),
    ring([x, y], CROSS_RING, LINE, WHITE),
  ];
  return [
    ...masks.flatMap((outline) => closed(outline, LINE * unit)),
    ...(mark.mesh && output.warp.kind !== 'model' ? mesh() : []),
    ...points(),
    ...(mark.cross ? cross(mark.cross) : []),
  ];
};

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

const closed = (outline: readonly Point[], width: number): Stroke[] =>
  outline.map((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from;
    return { from, to, radius: 0, width, colour: BLUE };
  });

/** `output:left.warp.points.12` → 12; a corner's place in the record, clockwise, to its place in the grid of 2 × 2. */
const indexOf = ({ path }: Problem): number | null => {
  const [, list, text] = /\.(points|corners)\.(\d+)$/.exec(path) ?? [];
  if (list === undefined) return null;
  return list === 'points' ? Number(text) : ([0, 1, 3, 2][Number(text)] ?? null);
};

/** The grid's lines as pieces, upright pixels. Where points are close enough, curves are drawn as straight. */
const sidesOf = (grid: ControlGrid, warp: OutputRecord['warp']): [Point, Point][] => {
  const { columns, rows } = grid;
  const isCurved = warp.kind === 'grid' && warp.interpolation === 'bezier' && grid.points.length > 4;
  const finer = (count: number): number => (isCurved ? Math.ceil(PIECES / (count - 1)) : 1);
  const [across, down] = [finer(columns), finer(rows)];
  const at = across > 1 || down > 1 ? curveOf(grid) : straightOf(grid);
  return [
    ...lanes(rows, (columns - 1) * across, (row, piece) => at(piece / across, row)),
    ...lanes(columns, (rows - 1) * down, (column, piece) => at(column, piece / down)),
  ];
};
/** `count` lines of `pieces` each; `at`: of the line's number and the piece's end. */
const lanes = (
  count: number,
  pieces: number,
  at: (lane: number, piece: number) => Point,
): [Point, Point][] => {
  const sides: [Point, Point][] = [];
  for (let lane = 0; lane < count; lane += 1) {
    let from = at(lane, 0);
    for (let piece = 1; piece <= pieces; piece += 1) {
      const to = at(lane, piece);
      sides.push([from, to]);
      from = to;
    }
  }
  return sides;
};

/** Control points by column and row, which may be fractions on a curve alone. */
const straightOf =
  ({ columns, points }: ControlGrid) =>
  (column: number, row: number): Point =>
    points[row * columns + column]!;
const curveOf = (grid: ControlGrid): ((column: number, row: number) => Point) => {
  const surface = bezierSurface(grid);
  return (column, row) => {
    const [x, y, w] = surface(between(grid.columnsAt, column), between(grid.rowsAt, row));
    return [x / w, y / w];
  };
};
const between = (knots: readonly number[], position: number): number => {
  const before = Math.min(knots.length - 2, Math.floor(position));
  return knots[before]! + (knots[before + 1]! - knots[before]!) * (position - before);
};
