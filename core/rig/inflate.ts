import type { Corner, Polygon } from './clip.ts';
import { crossOf, dot3, lengthOf, minus, plus, scaled, unit } from './rotation.ts';
import type { Vector } from './rotation.ts';

/** Corners go out no farther than this times what the edges do, however sharp they are. */
const MITRE = 3;

/**
 * A flat convex polygon whose edges are moved outwards in its own plane by so many metres. One without area stays as
 * it is.
 */
export const inflated = (polygon: Polygon, by: number): Polygon => {
  const normal = normalOf(polygon);
  if (!normal) return polygon;
  const outward = polygon.map((corner, i): Vector => {
    const along = minus(polygon[(i + 1) % polygon.length]!, corner);
    return unit(crossOf(along, normal));
  });
  return polygon.map((corner, i): Corner => {
    const before = outward[(i + polygon.length - 1) % polygon.length]!;
    const after = outward[i]!;
    if (lengthOf(before) < 0.5 || lengthOf(after) < 0.5) return corner; // an edge of no length
    const both = plus(before, after);
    const reach = Math.min(1 / (1 + dot3(before, after)), MITRE / (lengthOf(both) || 1));
    return plus(corner, scaled(both, by * reach));
  });
};

/** Newell's sum, so that corners in one line do no harm. */
const normalOf = (polygon: Polygon): Vector | null => {
  const [origin] = polygon;
  if (!origin) return null;
  const sum = polygon.reduce<Vector>(
    (total, corner, i) => {
      const next = polygon[(i + 1) % polygon.length]!;
      return plus(total, crossOf(minus(corner, origin), minus(next, origin)));
    },
    [0, 0, 0],
  );
  return lengthOf(sum) > 1e-12 ? unit(sum) : null;
};
