import * as THREE from 'three';
import type { Rectangle } from './composite.pass.ts';

const NOTHING: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
const corner = new THREE.Vector3();

/**
 * Canvas metres that geometries may touch: their bounding boxes, wider by `reach` (their own metres) for what shaders
 * push outwards, moved by `matrix`. Never too small; a little too large when turned.
 */
export const extentOf = (
  geometries: readonly THREE.BufferGeometry[],
  reach: number,
  matrix: THREE.Matrix4 | null,
): Rectangle => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    if (!geometry.boundingBox) geometry.computeBoundingBox();
    const box = geometry.boundingBox;
    if (!box || box.isEmpty()) continue;
    for (let at = 0; at < 4; at += 1) {
      const x = at % 2 === 0 ? box.min.x - reach : box.max.x + reach;
      const y = at < 2 ? box.min.y - reach : box.max.y + reach;
      corner.set(x, y, 0);
      if (matrix) corner.applyMatrix4(matrix);
      [x0, y0] = [Math.min(x0, corner.x), Math.min(y0, corner.y)];
      [x1, y1] = [Math.max(x1, corner.x), Math.max(y1, corner.y)];
    }
  }
  return x1 >= x0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : NOTHING;
};
