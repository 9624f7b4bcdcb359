import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { arcPoints } from './path-arc.ts';
import { parsePath } from './path-parse.ts';
import type { PathSegment, Point, Subpath } from './path-parse.ts';

/**
 * SVG path data → polylines, no point of the true curve farther than `tolerance` from its line. Lengths keep the
 * path's unit: metres for façade outlines, y up (the axes' direction does not matter here).
 */
export type Polyline = {
  /** At least one point; a closed line does not repeat its first point at the end. */
  points: [x: number, y: number][];
  closed: boolean;
};

/** No curve needs more on a wall; keeps a tiny tolerance from filling the memory. */
const MOST_PIECES = 2048;

/** Largest second difference of the control polygon. */
const bend = (points: readonly Point[]): number =>
  points.slice(2).reduce((most, c, index) => {
    const [a, b] = [points[index] ?? c, points[index + 1] ?? c];
    return Math.max(most, Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]));
  }, 0);

/**
 * Pieces of equal parameter length for a Bézier curve of degree n: √(n(n−1)/8 · bend/tolerance).
 * Source: G. Wang, "The subdivision method for finding the intersection between two Bézier curves or surfaces", 1984.
 */
const piecesOf = (points: readonly Point[], tolerance: number): number => {
  const degree = points.length - 1;
  const pieces = Math.ceil(Math.sqrt(((degree * (degree - 1)) / 8) * (bend(points) / tolerance)));
  return Math.min(MOST_PIECES, Math.max(1, pieces));
};

/** de Casteljau's algorithm at t. */
const pointAt = (points: readonly Point[], t: number): [number, number] => {
  let level = points;
  while (level.length > 1)
    level = level.slice(1).map((b, index): Point => {
      const a = level[index] ?? b;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    });
  const [x, y] = level[0] ?? [0, 0];
  return [x, y];
};

/** Points of a Bézier curve of any degree after its first, up to and with its last. */
export const bezierPoints = (points: readonly Point[], tolerance: number): [number, number][] => {
  const pieces = piecesOf(points, tolerance);
  return Array.from({ length: pieces }, (_, index) => pointAt(points, (index + 1) / pieces));
};

const segmentPoints = (from: Point, segment: PathSegment, tolerance: number): [number, number][] => {
  switch (segment.kind) {
    case 'line':
      return [[segment.to[0], segment.to[1]]];
    case 'quadratic':
      return bezierPoints([from, segment.control, segment.to], tolerance);
    case 'cubic':
      return bezierPoints([from, segment.control1, segment.control2, segment.to], tolerance);
    case 'arc':
      return arcPoints(from, segment, tolerance, MOST_PIECES);
  }
};

const flattenSubpath = ({ start, segments, closed }: Subpath, tolerance: number): Polyline => {
  const points: [number, number][] = [[start[0], start[1]]];
  let from = start;
  for (const segment of segments) {
    for (const point of segmentPoints(from, segment, tolerance)) {
      const last = points.at(-1);
      if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point);
    }
    from = segment.to;
  }
  const last = points.at(-1);
  if (closed && points.length > 1 && last?.[0] === start[0] && last[1] === start[1]) points.pop();
  return { points, closed };
};

/** One polyline a subpath. Codes: `path-data` (not a path, with the character), `path-tolerance` (not above 0). */
export const flattenPath = (data: string, tolerance: number): Result<Polyline[]> => {
  if (!(tolerance > 0))
    return fail('path-tolerance', `Tolerance ${tolerance} must be above 0, in the path's unit.`);
  const parsed = parsePath(data);
  return parsed.ok ? ok(parsed.value.map((subpath) => flattenSubpath(subpath, tolerance))) : parsed;
};
