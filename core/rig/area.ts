import type { Point } from './geometry.ts';

/** Closed polygons of one shape; inside is by the even-odd rule, so a polygon in another is a hole. */
export type Shape = readonly (readonly Point[])[];
/** Signed distance to the edge of an area, negative inside, in the shapes' unit. */
export type AreaDistance = (x: number, y: number) => number;

/** From x, y to x, y. */
type Edge = readonly [number, number, number, number];
type Part = {
  edges: Edge[];
  /** Per row of cells, the edges that cross it. */
  rows: Edge[][];
};
/** The edges of one shape that come within the limit of a cell. */
type Near = { part: Part; edges: Edge[] };
type Cells = { x: number; y: number; columns: number; rows: number; width: number; height: number };

/**
 * The union of shapes, sorted into cells once: exact up to `limit` from an edge and held there beyond it, so that most
 * places cost one look-up and a façade's windows, thousands of edges, can be asked at every texel of a wall. Inside
 * two overlapping shapes the depth is that below the deeper one's edge: a lower bound, exact near the union's edge.
 */
export const compileArea = (shapes: readonly Shape[], limit: number): AreaDistance => {
  const parts = shapes.map(partOf).filter(({ edges }) => edges.length > 0);
  if (parts.length === 0) return () => limit;
  const cells = cellsOver(parts, limit);
  const near: (Near[] | undefined)[] = [];
  const isDeep = new Uint8Array(cells.columns * cells.rows);
  for (const part of parts) sortIn(part, cells, limit, near, isDeep);
  return (x, y) => {
    const i = Math.floor((x - cells.x) / cells.width);
    const j = Math.floor((y - cells.y) / cells.height);
    if (i < 0 || j < 0 || i >= cells.columns || j >= cells.rows) return limit;
    const cell = j * cells.columns + i;
    if (isDeep[cell]) return -limit;
    let least = limit;
    for (const { part, edges } of near[cell] ?? [])
      least = Math.min(least, signed(x, y, edges, part.rows[j]!, limit));
    return least;
  };
};

const partOf = (shape: Shape): Part => ({
  edges: shape.flatMap((polygon) =>
    polygon.map((a, i): Edge => [...a, ...(polygon[(i + 1) % polygon.length] ?? a)]),
  ),
  rows: [],
});

const MOST_CELLS = 96;
const cellsOver = (parts: readonly Part[], limit: number): Cells => {
  const box = boxOf(parts.flatMap(({ edges }) => edges));
  const count = parts.reduce((sum, { edges }) => sum + edges.length, 0);
  const side = Math.min(MOST_CELLS, Math.max(8, Math.ceil(2 * Math.sqrt(count))));
  const width = box.right - box.left + 2 * limit;
  const height = box.top - box.bottom + 2 * limit;
  const size = { width: width / side, height: height / side };
  return { x: box.left - limit, y: box.bottom - limit, columns: side, rows: side, ...size };
};
const boxOf = (edges: readonly Edge[]) => {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of edges) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = Math.min(box.bottom, y);
    box.top = Math.max(box.top, y);
  }
  return box;
};

const sortIn = (
  part: Part,
  cells: Cells,
  limit: number,
  near: (Near[] | undefined)[],
  isDeep: Uint8Array,
): void => {
  part.rows = Array.from({ length: cells.rows }, () => []);
  const lists = new Map<number, Edge[]>();
  for (const edge of part.edges) {
    const top = rowAt(cells, Math.max(edge[1], edge[3]));
    for (let j = rowAt(cells, Math.min(edge[1], edge[3])); j <= top; j++) part.rows[j]!.push(edge);
    eachCellBy(edge, cells, limit, (cell) => {
      const list = lists.get(cell);
      if (list) list.push(edge);
      else lists.set(cell, [edge]);
    });
  }
  for (const [cell, edges] of lists) (near[cell] ??= []).push({ part, edges });
  markDeep(part, cells, lists, isDeep);
};
const rowAt = ({ y, height, rows }: Cells, at: number): number =>
  Math.min(rows - 1, Math.max(0, Math.floor((at - y) / height)));
const columnAt = ({ x, width, columns }: Cells, at: number): number =>
  Math.min(columns - 1, Math.max(0, Math.floor((at - x) / width)));

const eachCellBy = (edge: Edge, cells: Cells, limit: number, found: (cell: number) => void): void => {
  const [ax, ay, bx, by] = edge;
  const reach = ((limit + Math.hypot(cells.width, cells.height) / 2) * (1 + 1e-9)) ** 2;
  const left = columnAt(cells, Math.min(ax, bx) - limit);
  const right = columnAt(cells, Math.max(ax, bx) + limit);
  const top = rowAt(cells, Math.max(ay, by) + limit);
  for (let j = rowAt(cells, Math.min(ay, by) - limit); j <= top; j++)
    for (let i = left; i <= right; i++) {
      const [x, y] = centreOf(cells, i, j);
      if (squaredTo(x, y, edge) <= reach) found(j * cells.columns + i);
    }
};
const centreOf = ({ x, y, width, height }: Cells, i: number, j: number): Point => [
  x + (i + 0.5) * width,
  y + (j + 0.5) * height,
];

/** Cells wholly inside the shape, farther than the limit from its edge. */
const markDeep = (
  part: Part,
  cells: Cells,
  lists: ReadonlyMap<number, unknown>,
  isDeep: Uint8Array,
): void => {
  const box = boxOf(part.edges);
  for (let j = rowAt(cells, box.bottom); j <= rowAt(cells, box.top); j++)
    for (let i = columnAt(cells, box.left); i <= columnAt(cells, box.right); i++) {
      const cell = j * cells.columns + i;
      const [x, y] = centreOf(cells, i, j);
      if (!lists.has(cell) && isInside(x, y, part.rows[j]!)) isDeep[cell] = 1;
    }
};

const signed = (
  x: number,
  y: number,
  edges: readonly Edge[],
  row: readonly Edge[],
  limit: number,
): number => {
  let nearest = limit * limit;
  for (const edge of edges) nearest = Math.min(nearest, squaredTo(x, y, edge));
  return isInside(x, y, row) ? -Math.sqrt(nearest) : Math.sqrt(nearest);
};

/** Square of the distance to the edge. */
const squaredTo = (x: number, y: number, [ax, ay, bx, by]: Edge): number => {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
};

const isInside = (x: number, y: number, edges: readonly Edge[]): boolean => {
  let inside = false;
  for (const [ax, ay, bx, by] of edges) {
    if (ay > y === by > y) continue;
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
};
