import type { Piece } from './model-pieces.ts';
import type { ModelSight } from './model-sight.ts';
import type { WarpedOutput, WarpMesh } from './warp-mesh.ts';

/** Pieces of the building → what the graphics card draws. */
type ModelParts = Pick<WarpMesh, 'positions' | 'wall' | 'indices'>;
/** Of a projector that sees nothing. */
export const NOTHING: ModelParts = {
  positions: new Float64Array(0),
  wall: new Float64Array(0),
  indices: new Uint32Array(0),
};

/** Each piece as a fan of triangles; clip space of the raster. */
export const verticesOf = (
  { matrix: m }: ModelSight,
  pieces: readonly Piece[],
  { width, height }: WarpedOutput,
): ModelParts => {
  const corners = pieces.flatMap(({ polygon }) => polygon);
  const row = (i: number, [x, y, z]: readonly [number, number, number]): number =>
    m[i * 4]! * x + m[i * 4 + 1]! * y + m[i * 4 + 2]! * z + m[i * 4 + 3]!;
  const depths = corners.map((corner) => row(2, corner));
  const toZ = depthScale(depths);
  const positions = new Float64Array(corners.length * 4);
  const wall = new Float64Array(corners.length * 2);
  corners.forEach((corner, i) => {
    const depth = depths[i]!;
    const x = (2 * row(0, corner)) / width - depth;
    const y = depth - (2 * row(1, corner)) / height;
    positions.set([x, y, toZ(depth), depth], i * 4);
    wall.set([corner[0], corner[1]], i * 2);
  });
  return { positions, wall, indices: fansOf(pieces) };
};

const fansOf = (pieces: readonly Piece[]): Uint32Array => {
  const indices: number[] = [];
  let first = 0;
  for (const { polygon } of pieces) {
    for (let k = 2; k < polygon.length; k++) indices.push(first, first + k - 1, first + k);
    first += polygon.length;
  }
  return Uint32Array.from(indices);
};

/** Depth in metres → z in clip space, −w at the nearest and w at the farthest. */
const depthScale = (depths: readonly number[]): ((depth: number) => number) => {
  const near = depths.reduce((least, depth) => Math.min(least, depth), Infinity) * 0.999;
  const far = depths.reduce((most, depth) => Math.max(most, depth), 0) * 1.001;
  return (depth) => ((far + near) * depth - 2 * far * near) / (far - near);
};
