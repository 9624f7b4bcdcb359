import type { Homography } from './homography.ts';
import type { OutputRecord } from './rig.schema.ts';
import { wallMemory } from './wall-map.ts';
import type { WallMap } from './wall-map.ts';
import type { Surface } from './warp-grid.ts';

/** How a surface is cut: vertices along the region's width and height, each ≥ 2. */
export type Shape = { at: Surface; columns: number; rows: number };
/** The vertices of a warp, row by row from the region's upper left corner, regular on the wall. */
export type Lattice = {
  columns: number;
  rows: number;
  /** x, y, z, w in the raster's clip space, 4 a vertex: the w makes the perspective true. Front plane: z = 0. */
  positions: Float64Array;
  /** u, v on the wall in metres, 2 a vertex. */
  wall: Float64Array;
  /** u, v of the picture there: canvas metres, 2 a vertex. The same array as `wall` where the drawing fits. */
  canvas: Float64Array;
};

/** `toClip`: upright pixels → clip space. */
export const latticeOf = (
  { at, columns, rows }: Shape,
  toClip: Homography,
  region: OutputRecord['region'],
  map: WallMap,
): Lattice => {
  const positions = new Float64Array(columns * rows * 4);
  const wall = new Float64Array(columns * rows * 2);
  for (let j = 0, n = 0; j < rows; j++)
    for (let i = 0; i < columns; i++, n++) {
      const s = i / (columns - 1);
      const t = j / (rows - 1);
      const [x, y, w] = at(s, t);
      positions[n * 4] = toClip[0] * x + toClip[1] * y + toClip[2] * w;
      positions[n * 4 + 1] = toClip[3] * x + toClip[4] * y + toClip[5] * w;
      positions[n * 4 + 3] = toClip[6] * x + toClip[7] * y + toClip[8] * w;
      wall[n * 2] = region.x + s * region.width;
      wall[n * 2 + 1] = region.y + (1 - t) * region.height;
    }
  if (map.isPlain) return { columns, rows, positions, wall, canvas: wall };
  const key = `${columns} ${rows} ${region.x} ${region.y} ${region.width} ${region.height}`;
  return { columns, rows, positions, wall, canvas: canvases(map, key, () => canvasOf(wall, map)) };
};

const canvases = wallMemory<Float64Array>();

/** What the drawing shows at places of the wall; both u, v a vertex, metres. */
export const canvasOf = (wall: Float64Array, map: WallMap): Float64Array => {
  if (map.isPlain) return wall;
  const canvas = new Float64Array(wall.length);
  for (let i = 0; i < wall.length; i += 2) canvas.set(map.toCanvas([wall[i]!, wall[i + 1]!]), i);
  return canvas;
};

/** The smallest upright rectangle around places, u, v each. */
export const boundsOf = (places: Float64Array): OutputRecord['region'] => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < places.length; i += 2) {
    left = Math.min(left, places[i]!);
    right = Math.max(right, places[i]!);
    bottom = Math.min(bottom, places[i + 1]!);
    top = Math.max(top, places[i + 1]!);
  }
  return { x: left, y: bottom, width: right - left, height: top - bottom };
};

/** Two triangles a cell, split from its upper left to its lower right vertex. */
export const trianglesOf = (columns: number, rows: number): Uint32Array => {
  const indices = new Uint32Array((columns - 1) * (rows - 1) * 6);
  for (let j = 0, n = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++, n += 6) {
      const a = j * columns + i;
      const [b, d, c] = [a + 1, a + columns, a + columns + 1];
      indices[n] = indices[n + 3] = a;
      indices[n + 1] = d;
      indices[n + 2] = indices[n + 4] = c;
      indices[n + 5] = b;
    }
  return indices;
};
