import type { Point } from './geometry.ts';
import { isHidden, placeOf, slopesAt, worldAt } from './model-sight.ts';
import type { ModelSight } from './model-sight.ts';
import type { WarpMesh } from './warp-mesh.ts';
import { scaleOf } from './warp-scale.ts';

/**
 * Where a canvas point lands in the raster and back, by the same triangles that the graphics card draws: within a
 * triangle clip coordinates are linear on the canvas, which is what perspective-correct interpolation means. Of a
 * calibrated output the model itself is asked: its front at a place of the wall, and what stands before it.
 */

/**
 * Wall metres → raster pixels (also beyond the raster's edges); null outside the region, behind the horizon, and where
 * the building hides itself from a calibrated projector.
 */
export const canvasToOutput = (mesh: WarpMesh, u: number, v: number): Point | null => {
  if (!isWithin(mesh.region, u, v) || (mesh.model && isHidden(mesh.model, u, v))) return null;
  return extendedToOutput(mesh, u, v);
};
const EDGE = 1e-9;
const isWithin = ({ x, y, width, height }: WarpMesh['region'], u: number, v: number): boolean =>
  u >= x - EDGE && v >= y - EDGE && u <= x + width + EDGE && v <= y + height + EDGE;

/**
 * The same, going on beyond the region as its outermost triangles do: where a projector's empty raster still leaks.
 * Exact for a corner pin; null behind the horizon. Of a calibrated output: of the building's front, also where
 * something hides it, so that what a shadow cuts off goes on smoothly; null where nothing stands.
 */
export const extendedToOutput = (mesh: WarpMesh, u: number, v: number): Point | null => {
  if (mesh.model) return placeOf(mesh.model, u, v);
  const { columns, rows, region } = mesh;
  const s = ((u - region.x) / region.width) * (columns - 1);
  const t = (1 - (v - region.y) / region.height) * (rows - 1);
  const i = Math.max(0, Math.min(columns - 2, Math.floor(s)));
  const j = Math.max(0, Math.min(rows - 2, Math.floor(t)));
  return pixelInCell(mesh, j * columns + i, s - i, t - j);
};

/** `a`: index of the cell's upper left vertex; fs, ft: 0–1 within the cell. */
const pixelInCell = (mesh: WarpMesh, a: number, fs: number, ft: number): Point | null => {
  const c = a + mesh.columns + 1;
  const side = ft >= fs ? a + mesh.columns : a + 1;
  const [toSide, toFar] = ft >= fs ? [ft - fs, fs] : [fs - ft, ft];
  const p = mesh.positions;
  const at = (axis: number): number =>
    p[a * 4 + axis]! * (1 - toSide - toFar) + p[side * 4 + axis]! * toSide + p[c * 4 + axis]! * toFar;
  const w = at(3);
  return w > 0 ? [((at(0) / w + 1) / 2) * mesh.width, ((1 - at(1) / w) / 2) * mesh.height] : null;
};

/**
 * Scale of the warp at a canvas point. density: the greatest number of pixels per metre in any direction (the
 * Jacobian's larger singular value); footprint: square pixels per square metre. Null outside the region.
 */
export const scaleAt = (
  mesh: WarpMesh,
  u: number,
  v: number,
): { density: number; footprint: number } | null => {
  if (mesh.model) return modelScale(mesh, mesh.model, u, v);
  const { region } = mesh;
  const stepU = (u > region.x + region.width / 2 ? -1e-4 : 1e-4) * region.width;
  const stepV = (v > region.y + region.height / 2 ? -1e-4 : 1e-4) * region.height;
  const p = canvasToOutput(mesh, u, v);
  const right = canvasToOutput(mesh, u + stepU, v);
  const up = canvasToOutput(mesh, u, v + stepV);
  if (!p || !right || !up) return null;
  const [a, b] = [(right[0] - p[0]) / stepU, (right[1] - p[1]) / stepU];
  const [c, d] = [(up[0] - p[0]) / stepV, (up[1] - p[1]) / stepV];
  return scaleOf(a, b, c, d);
};

/** Of the front surface, hidden or not. */
const modelScale = (
  { region }: WarpMesh,
  model: ModelSight,
  u: number,
  v: number,
): ReturnType<typeof scaleAt> => {
  const slopes = isWithin(region, u, v) ? slopesAt(model, u, v) : null;
  return slopes && scaleOf(...slopes);
};

/**
 * Raster pixel → wall metres, or null where the raster stays dark. Where the mesh folds: the first triangle; of a model:
 * what stands foremost.
 */
export type OutputLookup = (x: number, y: number) => Point | null;

const BINS = 48;

/** Sorts the mesh's triangles into bins of the raster once; then a lookup is a few triangles. */
export const outputLookup = (mesh: WarpMesh): OutputLookup => {
  if (mesh.model) return modelLookup(mesh, mesh.model);
  const pixels = pixelsOf(mesh);
  const bins = binsOf(mesh, pixels);
  return (x, y) => {
    const column = binAt(x, mesh.width);
    const row = binAt(y, mesh.height);
    for (const triangle of bins[row * BINS + column]!) {
      const found = inTriangle(mesh, pixels, triangle, x, y);
      if (found) return found;
    }
    return null;
  };
};

const modelLookup =
  ({ region }: WarpMesh, model: ModelSight): OutputLookup =>
  (x, y) => {
    const at = worldAt(model, x, y);
    return at && isWithin(region, at[0], at[1]) ? [at[0], at[1]] : null;
  };

const binAt = (value: number, size: number): number =>
  Math.max(0, Math.min(BINS - 1, Math.floor((value / size) * BINS)));

/** x, y, 1/w a vertex. */
const pixelsOf = ({ positions, width, height }: WarpMesh): Float64Array => {
  const pixels = new Float64Array((positions.length / 4) * 3);
  for (let i = 0; i < positions.length / 4; i++) {
    const w = positions[i * 4 + 3]!;
    pixels[i * 3] = ((positions[i * 4]! / w + 1) / 2) * width;
    pixels[i * 3 + 1] = ((1 - positions[i * 4 + 1]! / w) / 2) * height;
    pixels[i * 3 + 2] = 1 / w;
  }
  return pixels;
};

const binsOf = (mesh: WarpMesh, pixels: Float64Array): number[][] => {
  const bins: number[][] = Array.from({ length: BINS * BINS }, () => []);
  for (let triangle = 0; triangle < mesh.indices.length / 3; triangle++) {
    const vertices = [0, 1, 2].map((k) => mesh.indices[triangle * 3 + k]!);
    if (vertices.some((vertex) => !(pixels[vertex * 3 + 2]! > 0))) continue;
    const xs = vertices.map((vertex) => binAt(pixels[vertex * 3]!, mesh.width));
    const ys = vertices.map((vertex) => binAt(pixels[vertex * 3 + 1]!, mesh.height));
    for (let row = Math.min(...ys); row <= Math.max(...ys); row++)
      for (let column = Math.min(...xs); column <= Math.max(...xs); column++)
        bins[row * BINS + column]!.push(triangle);
  }
  return bins;
};

const inTriangle = (
  { indices, wall }: WarpMesh,
  pixels: Float64Array,
  triangle: number,
  x: number,
  y: number,
): Point | null => {
  const a = indices[triangle * 3]!;
  const b = indices[triangle * 3 + 1]!;
  const c = indices[triangle * 3 + 2]!;
  const ax = pixels[a * 3]! - x;
  const ay = pixels[a * 3 + 1]! - y;
  const bx = pixels[b * 3]! - x;
  const by = pixels[b * 3 + 1]! - y;
  const cx = pixels[c * 3]! - x;
  const cy = pixels[c * 3 + 1]! - y;
  const wa = bx * cy - by * cx;
  const wb = cx * ay - cy * ax;
  const wc = ax * by - ay * bx;
  const area = wa + wb + wc;
  const slack = -1e-9 * Math.abs(area);
  const way = Math.sign(area);
  if (area === 0 || wa * way < slack || wb * way < slack || wc * way < slack) return null;
  const ka = wa * pixels[a * 3 + 2]!;
  const kb = wb * pixels[b * 3 + 2]!;
  const kc = wc * pixels[c * 3 + 2]!;
  const sum = ka + kb + kc;
  return [
    (ka * wall[a * 2]! + kb * wall[b * 2]! + kc * wall[c * 2]!) / sum,
    (ka * wall[a * 2 + 1]! + kb * wall[b * 2 + 1]! + kc * wall[c * 2 + 1]!) / sum,
  ];
};
