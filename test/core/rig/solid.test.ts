import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Triangles } from '../../../core/facade/triangles.ts';
import type { Vector } from '../../../core/rig/rotation.ts';
import { firstHit } from '../../../core/rig/solid-ray.ts';
import { frontAt, solidOf } from '../../../core/rig/solid.ts';
import { seeded } from './pose.builders.ts';

/** Loose triangles in a box of 30 × 12 × 6 m. */
const litter = (seed: number, count: number): Triangles => {
  const random = seeded(seed);
  const corner = () => [30 * random(), 12 * random(), -6 * random()];
  const vertices = Float64Array.from(
    Array.from({ length: count }, () => {
      const [x, y, z] = corner() as [number, number, number];
      const near = () => [x + 4 * random() - 2, y + 4 * random() - 2, z + 2 * random() - 1];
      return [x, y, z, ...near(), ...near()];
    }).flat(),
  );
  return { vertices, triangles: Uint32Array.from({ length: count * 3 }, (_, i) => i) };
};
/** Every triangle by itself: the plane's equation and three half planes. */
const hitsOneByOne = ({ vertices, triangles }: Triangles, from: Vector, way: Vector): number[] => {
  const at = (i: number): Vector => [vertices[i * 3]!, vertices[i * 3 + 1]!, vertices[i * 3 + 2]!];
  const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]; // prettier-ignore
  const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const found: number[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = [at(triangles[i]!), at(triangles[i + 1]!), at(triangles[i + 2]!)] as const;
    const normal = cross(minus(corners[1], corners[0]), minus(corners[2], corners[0]));
    const t = dot(normal, minus(corners[0], from)) / dot(normal, way);
    const p: Vector = [from[0] + t * way[0], from[1] + t * way[1], from[2] + t * way[2]];
    const isIn = corners.every(
      (a, k) => dot(normal, cross(minus(corners[(k + 1) % 3]!, a), minus(p, a))) >= 0,
    );
    if (isIn && t > 0) found.push(t);
  }
  return found.sort((a, b) => a - b);
};
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('rays', () => {
  const triangles = litter(4, 300);
  const solid = solidOf(triangles)!;
  prop.prop([fc.tuple(unit, unit, unit), fc.tuple(unit, unit, unit)], { numRuns: 400 })(
    'meet the triangle that they meet first when each is asked',
    (a, b) => {
      const from: Vector = [a[0] * 60 - 15, a[1] * 30 - 9, a[2] * 40 - 10];
      const way: Vector = [30 * b[0] - from[0], 12 * b[1] - from[1], -6 * b[2] - from[2]];
      const expected = hitsOneByOne(triangles, from, way)[0] ?? null;
      const found = firstHit(solid, from, way, 0, 1e6);
      if (expected === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(expected, 8);
    },
  );
  prop.prop([unit, unit], { numRuns: 300 })('straight from the front: the same place as frontAt', (s, t) => {
    const hits = hitsOneByOne(triangles, [30 * s, 12 * t, 50], [0, 0, -1]);
    const z = frontAt(solid, 30 * s, 12 * t)?.z ?? null;
    if (hits.length === 0) expect(z).toBeNull();
    else expect(z).toBeCloseTo(50 - hits[0]!, 8);
  });
  test('along an axis, beside the building, and away from it', () => {
    const wall = solidOf({
      vertices: Float64Array.from([0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 10, 0]),
      triangles: Uint32Array.from([0, 1, 2, 0, 2, 3]),
    })!;
    expect(firstHit(wall, [5, 5, 8], [0, 0, -1], 0, 100)).toBe(8);
    expect(firstHit(wall, [5, 5, 8], [0, 0, 1], 0, 100)).toBeNull();
    expect(firstHit(wall, [11, 5, 8], [0, 0, -1], 0, 100)).toBeNull();
    expect(firstHit(wall, [5, 5, 8], [0, 0, -1], 0, 7)).toBeNull();
    expect(solidOf({ vertices: new Float64Array(0), triangles: new Uint32Array(0) })).toBeNull();
  });
});
