import { crossOf, minus, unit } from '../rig/rotation.ts';
import type { Vector } from '../rig/rotation.ts';

/** Four corners with a normal each, in the arrays that a graphics card takes: four vertices and two triangles a face. */
export type Corner = Vector;
export type Surface = {
  /** x, y, z a vertex, metres. */
  positions: Float32Array;
  /** Outwards, of length 1. */
  normals: Float32Array;
  /** 3 a triangle. */
  triangles: Uint32Array;
};
export interface SurfaceSink {
  /** `normal` null: the face's own, on the public's side. A face without area is left out. */
  quad(corners: readonly [Corner, Corner, Corner, Corner], normal: Vector | null): void;
  done(): Surface;
}

export const createSurface = (): SurfaceSink => {
  const positions: number[] = [];
  const normals: number[] = [];
  const triangles: number[] = [];
  return {
    quad(corners, normal) {
      const [a, b, c, d] = corners;
      const across = crossOf(minus(c, a), minus(d, b));
      if (Math.hypot(...across) < 1e-9) return;
      const [x, y, z] = unit(across);
      const own = normal ?? (z < 0 ? [-x, -y, -z] : [x, y, z]);
      const first = positions.length / 3;
      for (const corner of [a, b, c, d]) {
        positions.push(...corner);
        normals.push(...own);
      }
      triangles.push(first, first + 1, first + 2, first, first + 2, first + 3);
    },
    done: () => ({
      positions: Float32Array.from(positions),
      normals: Float32Array.from(normals),
      triangles: Uint32Array.from(triangles),
    }),
  };
};
