import type { Triangles } from '../facade/triangles.ts';

/**
 * The building as triangles in world metres (x, y on the wall, z towards the public), sorted into square cells over the
 * wall so that what stands at a place, and what a ray meets, is a few triangles. Plain data: it may travel to a worker.
 */
export type Solid = Triangles & { grid: SolidGrid };
type SolidGrid = {
  /** Lower left corner and side of a cell, metres. */
  x: number;
  y: number;
  size: number;
  columns: number;
  rows: number;
  /** Triangles of cell i: `items[starts[i]]` up to `items[starts[i + 1]]`. */
  starts: Uint32Array;
  items: Uint32Array;
  /** Greatest z in each cell; −Infinity in an empty one. */
  tops: Float64Array;
  /** Depth range of all. */
  back: number;
  front: number;
};

/** Cells are about as many as triangles, and no more than this. */
const MOST_CELLS = 40_000;

/** Null where there is no triangle. */
export const solidOf = ({ vertices, triangles }: Triangles): Solid | null => {
  if (triangles.length === 0) return null;
  const [x, width] = rangeOf(vertices, 0);
  const [y, height] = rangeOf(vertices, 1);
  const [back, depth] = rangeOf(vertices, 2);
  const count = Math.min(MOST_CELLS, Math.max(16, triangles.length / 3));
  const longer = Math.max(width, height, 1e-6);
  const size = Math.max(Math.sqrt((width * height) / count), longer / 1000);
  const columns = Math.floor(width / size) + 1;
  const rows = Math.floor(height / size) + 1;
  const frame = { x, y, size, columns, rows, back, front: back + depth };
  return { vertices, triangles, grid: { ...frame, ...sortInto(frame, vertices, triangles) } };
};

const rangeOf = (vertices: Float64Array, axis: number): [number, number] => {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = axis; i < vertices.length; i += 3) {
    least = Math.min(least, vertices[i]!);
    greatest = Math.max(greatest, vertices[i]!);
  }
  return [least, greatest - least];
};

type Frame = Pick<SolidGrid, 'x' | 'y' | 'size' | 'columns' | 'rows'>;
export const columnAt = (grid: Frame, x: number): number =>
  Math.max(0, Math.min(grid.columns - 1, Math.floor((x - grid.x) / grid.size)));
export const rowAt = (grid: Frame, y: number): number =>
  Math.max(0, Math.min(grid.rows - 1, Math.floor((y - grid.y) / grid.size)));

const sortInto = (
  frame: Frame,
  vertices: Float64Array,
  triangles: Uint32Array,
): Pick<SolidGrid, 'starts' | 'items' | 'tops'> => {
  const cells = frame.columns * frame.rows;
  const starts = new Uint32Array(cells + 1);
  const tops = new Float64Array(cells).fill(-Infinity);
  eachCell(frame, vertices, triangles, (cell, _, top) => {
    starts[cell + 1]!++;
    tops[cell] = Math.max(tops[cell]!, top);
  });
  for (let i = 0; i < cells; i++) starts[i + 1]! += starts[i]!;
  const items = new Uint32Array(starts[cells]!);
  const next = starts.slice();
  eachCell(frame, vertices, triangles, (cell, triangle) => (items[next[cell]!++] = triangle));
  return { starts, items, tops };
};

/** Metres around a triangle, so that one on the border of two cells is found from both. */
const SEAM = 1e-6;
const eachCell = (
  frame: Frame,
  vertices: Float64Array,
  triangles: Uint32Array,
  visit: (cell: number, triangle: number, top: number) => void,
): void => {
  for (let t = 0; t < triangles.length / 3; t++) {
    const [a, b, c] = [triangles[t * 3]! * 3, triangles[t * 3 + 1]! * 3, triangles[t * 3 + 2]! * 3];
    const span = (axis: number): [number, number] => {
      const [p, q, r] = [vertices[a + axis]!, vertices[b + axis]!, vertices[c + axis]!];
      return [Math.min(p, q, r) - SEAM, Math.max(p, q, r) + SEAM];
    };
    const [xs, ys, zs] = [span(0), span(1), span(2)];
    const right = columnAt(frame, xs[1]);
    const upper = rowAt(frame, ys[1]);
    for (let row = rowAt(frame, ys[0]); row <= upper; row++)
      for (let column = columnAt(frame, xs[0]); column <= right; column++)
        visit(row * frame.columns + column, t, zs[1]);
  }
};

/** The surface that the public sees at a place of the wall. */
export type Front = {
  z: number;
  /** Metres of z per metre of x and of y. */
  slopeX: number;
  slopeY: number;
};
/** A triangle that shows the public less than this part of its area is a side wall. */
const EDGE_ON = 1e-6;

/** Null where nothing stands. */
export const frontAt = ({ vertices: v, triangles, grid }: Solid, x: number, y: number): Front | null => {
  const cell = cellAt(grid, x, y);
  let front: Front | null = null;
  for (let i = cell < 0 ? 0 : grid.starts[cell]!; i < (cell < 0 ? 0 : grid.starts[cell + 1]!); i++) {
    const t = grid.items[i]! * 3;
    const [a, b, c] = [triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3];
    const [abx, aby, abz] = [v[b]! - v[a]!, v[b + 1]! - v[a + 1]!, v[b + 2]! - v[a + 2]!];
    const [acx, acy, acz] = [v[c]! - v[a]!, v[c + 1]! - v[a + 1]!, v[c + 2]! - v[a + 2]!];
    const nx = aby * acz - abz * acy;
    const ny = abz * acx - abx * acz;
    const nz = abx * acy - aby * acx;
    if (Math.abs(nz) <= EDGE_ON * Math.hypot(nx, ny, nz)) continue;
    const [dx, dy] = [x - v[a]!, y - v[a + 1]!];
    const s = (dx * acy - dy * acx) / nz;
    const r = (abx * dy - aby * dx) / nz;
    if (s < -1e-9 || r < -1e-9 || s + r > 1 + 1e-9) continue;
    const z = v[a + 2]! + s * abz + r * acz;
    if (!front || z > front.z) front = { z, slopeX: -nx / nz, slopeY: -ny / nz };
  }
  return front;
};

const cellAt = (grid: SolidGrid, x: number, y: number): number => {
  const isOn =
    x >= grid.x &&
    y >= grid.y &&
    x <= grid.x + grid.columns * grid.size &&
    y <= grid.y + grid.rows * grid.size;
  return isOn ? rowAt(grid, y) * grid.columns + columnAt(grid, x) : -1;
};
