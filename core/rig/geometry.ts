/** A point: output pixels (x right, y down) or canvas metres (x right, y up), as the name of what carries it says. */
export type Point = readonly [number, number];

/** Twice the signed area of the triangle a b c; positive when it turns from x to y. */
export const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Distance from p to the segment a b, in the points' unit. */
export const distanceToSegment = (p: Point, a: Point, b: Point): number => {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
};

/** Even-odd rule: is p inside the closed polygon? */
export const isInside = (p: Point, polygon: readonly Point[]): boolean => {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i]!;
    const b = polygon[j]!;
    if (a[1] > p[1] === b[1] > p[1]) continue;
    if (p[0] < a[0] + ((p[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
};

/** Distance to the rectangle 0 ≤ x ≤ width, 0 ≤ y ≤ height: positive inside, Euclidean outside. */
export const depthInBox = (x: number, y: number, width: number, height: number): number => {
  const dx = Math.min(x, width - x);
  const dy = Math.min(y, height - y);
  if (dx >= 0 && dy >= 0) return Math.min(dx, dy);
  return -Math.sqrt(Math.min(dx, 0) ** 2 + Math.min(dy, 0) ** 2); // hypot costs ten times as much
};
