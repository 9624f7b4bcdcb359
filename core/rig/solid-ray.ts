import type { Vector } from './rotation.ts';
import { columnAt, rowAt } from './solid.ts';
import type { Solid } from './solid.ts';

/**
 * The first place where `from + t·way`, t in least … most, meets the building; null where it meets nothing. Goes from
 * cell to cell (J. Amanatides, A. Woo, A fast voxel traversal algorithm, 1987) and looks only into those that it passes
 * below their top.
 */
export const firstHit = (
  solid: Solid,
  from: Vector,
  way: Vector,
  least: number,
  most: number,
): number | null => {
  const { grid } = solid;
  const range = rangeIn(solid, from, way, least, most);
  if (!range) return null;
  let [enter, end] = range;
  let column = columnAt(grid, from[0] + way[0] * enter);
  let row = rowAt(grid, from[1] + way[1] * enter);
  while (enter < end) {
    const toX = crossingOf(grid.x, grid.size, column, from[0], way[0]);
    const toY = crossingOf(grid.y, grid.size, row, from[1], way[1]);
    const leave = Math.min(toX, toY, end);
    const cell = row * grid.columns + column;
    const lowest = from[2] + Math.min(way[2] * enter, way[2] * leave);
    const hit = lowest <= grid.tops[cell]! + SEAM ? hitInCell(solid, cell, from, way, least, most) : null;
    if (hit !== null && hit <= leave + SEAM) return hit;
    if (toX <= toY) column += Math.sign(way[0]);
    else row += Math.sign(way[1]);
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return hit;
    enter = Math.max(enter, leave);
    if (leave === end) return hit;
  }
  return null;
};
const SEAM = 1e-7;

/** t at which the ray leaves a column or row of cells. */
const crossingOf = (start: number, size: number, index: number, from: number, way: number): number => {
  if (way === 0) return Infinity;
  return (start + (index + (way > 0 ? 1 : 0)) * size - from) / way;
};

/** The part of the ray within the box around the building. */
const rangeIn = (
  { grid }: Solid,
  from: Vector,
  way: Vector,
  least: number,
  most: number,
): [number, number] | null => {
  let [enter, leave] = [least, most];
  const sides: [number, number][] = [
    [grid.x, grid.x + grid.columns * grid.size],
    [grid.y, grid.y + grid.rows * grid.size],
    [grid.back - SEAM, grid.front + SEAM],
  ];
  for (const [axis, [low, high]] of sides.entries()) {
    const [at, by] = [from[axis]!, way[axis]!];
    if (by === 0 && (at < low || at > high)) return null;
    if (by === 0) continue;
    const [a, b] = [(low - at) / by, (high - at) / by];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave ? [enter, leave] : null;
};

/** T. Möller, B. Trumbore, Fast, minimum storage ray/triangle intersection, 1997; both sides of a triangle count. */
const hitInCell = (
  { vertices: v, triangles, grid }: Solid,
  cell: number,
  from: Vector,
  way: Vector,
  least: number,
  most: number,
): number | null => {
  let nearest = most;
  let isHit = false;
  for (let i = grid.starts[cell]!; i < grid.starts[cell + 1]!; i++) {
    const k = grid.items[i]! * 3;
    const [a, b, c] = [triangles[k]! * 3, triangles[k + 1]! * 3, triangles[k + 2]! * 3];
    const [e1x, e1y, e1z] = [v[b]! - v[a]!, v[b + 1]! - v[a + 1]!, v[b + 2]! - v[a + 2]!];
    const [e2x, e2y, e2z] = [v[c]! - v[a]!, v[c + 1]! - v[a + 1]!, v[c + 2]! - v[a + 2]!];
    const px = way[1] * e2z - way[2] * e2y;
    const py = way[2] * e2x - way[0] * e2z;
    const pz = way[0] * e2y - way[1] * e2x;
    const determinant = e1x * px + e1y * py + e1z * pz;
    if (determinant === 0) continue;
    const [sx, sy, sz] = [from[0] - v[a]!, from[1] - v[a + 1]!, from[2] - v[a + 2]!];
    const s = (sx * px + sy * py + sz * pz) / determinant;
    if (!(s >= -1e-9 && s <= 1 + 1e-9)) continue;
    const qx = sy * e1z - sz * e1y;
    const qy = sz * e1x - sx * e1z;
    const qz = sx * e1y - sy * e1x;
    const r = (way[0] * qx + way[1] * qy + way[2] * qz) / determinant;
    if (!(r >= -1e-9 && s + r <= 1 + 1e-9)) continue;
    const t = (e2x * qx + e2y * qy + e2z * qz) / determinant;
    if (t < least || t > nearest) continue;
    nearest = t;
    isHit = true;
  }
  return isHit ? nearest : null;
};
