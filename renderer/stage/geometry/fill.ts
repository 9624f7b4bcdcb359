import * as THREE from 'three';
import type { Polyline } from '../../../core/facade/path.ts';

/** Polygons, holes by even-odd nesting, as triangles. `index` is repeated on each vertex as attribute `aIndex`. */
export type FillPart = { lines: readonly Polyline[]; index: number };

export const createFill = (parts: readonly FillPart[]): THREE.BufferGeometry => {
  const position: number[] = [];
  const number: number[] = [];
  const box: number[] = [];
  for (const part of parts) {
    const rings = part.lines.filter((line) => line.points.length > 2).map((line) => line.points);
    const bounds = boundsOf(rings.flat());
    for (const [contour, holes] of nested(rings)) {
      const vector = (ring: Ring) => ring.map(([x, y]) => new THREE.Vector2(x, y));
      const [outer, inner] = [vector(contour), holes.map(vector)];
      const all = [outer, ...inner].flat();
      for (const corner of THREE.ShapeUtils.triangulateShape(outer, inner).flat()) {
        const at = all[corner];
        if (!at) continue;
        position.push(at.x, at.y, 0);
        number.push(part.index);
        box.push((at.x - bounds.x) / bounds.width, (at.y - bounds.y) / bounds.height);
      }
    }
  }
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(position, 3));
  geometry.setAttribute('aIndex', new THREE.Float32BufferAttribute(number, 1));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(box, 2));
  return geometry;
};

type Ring = readonly (readonly [number, number])[];
export const boundsOf = (points: Ring): { x: number; y: number; width: number; height: number } => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  if (x0 > x1) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: x0, y: y0, width: Math.max(x1 - x0, 1e-6), height: Math.max(y1 - y0, 1e-6) };
};

const inside = ([x, y]: readonly [number, number], ring: Ring): boolean => {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
};
/** Rings at an even depth with the rings one level deeper that lie in them. */
const nested = (rings: readonly Ring[]): [Ring, Ring[]][] => {
  const depth = rings.map(
    (ring) => rings.filter((other) => other !== ring && inside(ring[0]!, other)).length,
  );
  return rings.flatMap((ring, i): [Ring, Ring[]][] => {
    if (depth[i]! % 2 === 1) return [];
    const holes = rings.filter((hole, j) => depth[j] === depth[i]! + 1 && inside(hole[0]!, ring));
    return [[ring, holes]];
  });
};
