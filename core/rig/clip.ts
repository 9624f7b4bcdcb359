/**
 * Cutting convex polygons by planes (I. Sutherland, G. Hodgman, Reentrant polygon clipping, 1974). What two polygons
 * share before they share after: the cut of an edge is computed from its lower end, whichever way round it comes.
 */
export type Corner = readonly [number, number, number];
export type Polygon = readonly Corner[];
/** a, b, c, d: keeps a·x + b·y + c·z + d ≥ 0. */
export type Plane = readonly [number, number, number, number];

const heightOver = ([a, b, c, d]: Plane, [x, y, z]: Corner): number => a * x + b * y + c * z + d;
export const opposite = ([a, b, c, d]: Plane): Plane => [-a, -b, -c, -d];

/** The part on the plane's side; fewer than three corners: nothing is left. */
export const cutBy = (polygon: Polygon, plane: Plane): Polygon => {
  const heights = polygon.map((corner) => heightOver(plane, corner));
  if (heights.every((height) => height >= 0)) return polygon;
  const kept: Corner[] = [];
  polygon.forEach((corner, i) => {
    const next = (i + 1) % polygon.length;
    if (heights[i]! >= 0) kept.push(corner);
    if (heights[i]! >= 0 !== heights[next]! >= 0)
      kept.push(between(corner, polygon[next]!, heights[i]!, heights[next]!));
  });
  return kept;
};

const between = (a: Corner, b: Corner, ha: number, hb: number): Corner => {
  if (comesBefore(b, a)) return between(b, a, hb, ha);
  const t = ha / (ha - hb);
  const at = (axis: 0 | 1 | 2): number => a[axis] + (b[axis] - a[axis]) * t;
  return [at(0), at(1), at(2)];
};
const comesBefore = (a: Corner, b: Corner): boolean =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

export const cutByAll = (polygon: Polygon, planes: readonly Plane[]): Polygon =>
  planes.reduce((rest, plane) => (rest.length < 3 ? rest : cutBy(rest, plane)), polygon);

/** Splits a polygon along lines x = values or y = values. */
export const splitAlong = (polygon: Polygon, axis: 0 | 1, values: readonly number[]): Polygon[] => {
  const parts: Polygon[] = [];
  let rest = polygon;
  for (const value of values) {
    const plane: Plane = axis === 0 ? [1, 0, 0, -value] : [0, 1, 0, -value];
    const below = cutBy(rest, opposite(plane));
    if (below.length >= 3) parts.push(below);
    rest = cutBy(rest, plane);
    if (rest.length < 3) return parts;
  }
  return [...parts, rest];
};
