import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { compileArea } from '../../../core/rig/area.ts';
import type { Shape } from '../../../core/rig/area.ts';
import { distanceToSegment, isInside } from '../../../core/rig/geometry.ts';
import type { Point } from '../../../core/rig/geometry.ts';

/** One edge after the other. */
const signedDistanceToPolygon = (p: Point, polygon: readonly Point[]): number => {
  const distances = polygon.map((a, i) => distanceToSegment(p, a, polygon[(i + 1) % polygon.length]!));
  return Math.min(...distances) * (isInside(p, polygon) ? -1 : 1);
};
const coordinate = fc.integer({ min: -40, max: 40 }).map((value) => value / 4);
const polygon: fc.Arbitrary<Point[]> = fc.array(fc.tuple(coordinate, coordinate), {
  minLength: 3,
  maxLength: 9,
});
const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

describe('compileArea', () => {
  prop.prop([
    polygon,
    coordinate,
    coordinate,
    fc.constantFrom(0.3, 2, 30),
    fc.constantFrom(0.001, 0.13), // off the corners' lattice, where inside and outside meet
  ])('is the signed distance to any polygon, held at the limit', (points, x, y, limit, off) => {
    const p: Point = [x + off, y - off / 3];
    expect(compileArea([[points]], limit)(...p)).toBeCloseTo(
      clamp(signedDistanceToPolygon(p, points), limit),
      9,
    );
  });
  prop.prop([fc.array(polygon, { minLength: 1, maxLength: 5 }), coordinate, coordinate])(
    'of several shapes it is the nearest of them, inside the deepest',
    (polygons, x, y) => {
      const p: Point = [x + 0.01, y + 0.003];
      const each = polygons.map((points) => signedDistanceToPolygon(p, points));
      const all = compileArea(
        polygons.map((points): Shape => [points]),
        3,
      );
      expect(all(...p)).toBeCloseTo(clamp(Math.min(...each), 3), 9);
    },
  );
  test('a polygon inside another of one shape is a hole; as a shape of its own it is none', () => {
    const hole = compileArea([[square(0, 0, 9), square(3, 3, 3)]], 5);
    expect([hole(4.5, 4.5), hole(1, 4.5)]).toEqual([1.5, -1]);
    expect(compileArea([[square(0, 0, 9)], [square(3, 3, 3)]], 5)(4.5, 4.5)).toBe(-4.5);
  });
  test('nothing at all, or points that are one, are outside everywhere', () => {
    expect(compileArea([], 2)(0, 0)).toBe(2);
    const point: Point[] = [[1, 1], [1, 1], [1, 1]]; // prettier-ignore
    expect(compileArea([[point]], 2)(1, 2)).toBe(1);
    expect(compileArea([[point]], 2)(9, 9)).toBe(2);
  });
});
