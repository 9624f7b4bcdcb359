/** Path data for machines: local metres, y up. Plain strings, so that a designer can edit them in the document. */
const n = (value) => {
  const r = Math.round(value * 100) / 100;
  return Object.is(r, -0) ? 0 : r;
};
export const poly = (points, close = true) =>
  `M ${points.map(([x, y]) => `${n(x)} ${n(y)}`).join(' L ')}${close ? ' Z' : ''}`;
export const lineOf = (...points) => poly(points, false);
export const box = (x0, y0, x1, y1) =>
  poly([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]);
export const ring = (r, cx = 0, cy = 0) =>
  `M ${n(cx + r)} ${n(cy)} A ${n(r)} ${n(r)} 0 1 1 ${n(cx - r)} ${n(cy)} A ${n(r)} ${n(r)} 0 1 1 ${n(cx + r)} ${n(cy)} Z`;
/** Arc about (cx, cy) from one angle to another, degrees, counter-clockwise. */
export const arc = (r, from, to, cx = 0, cy = 0) => {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 12));
  return poly(
    Array.from({ length: steps + 1 }, (_, i) => {
      const a = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
      return [cx + r * Math.cos(a), cy + r * Math.sin(a)];
    }),
    false,
  );
};
/** Catmull-Rom through the points. */
export const flow = (points, close = false) => {
  const count = points.length;
  const at = (i) => (close ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))]);
  const parts = [`M ${n(points[0][0])} ${n(points[0][1])}`];
  for (let i = 0; i < (close ? count : count - 1); i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    parts.push(
      `C ${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (d[0] - b[0]) / 6)} ${n(c[1] - (d[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`,
    );
  }
  return parts.join(' ') + (close ? ' Z' : '');
};
export const spokes = (r0, r1, count, turn = 0) =>
  Array.from({ length: count }, (_, i) => {
    const a = ((i + turn) / count) * 2 * Math.PI;
    return lineOf([r0 * Math.cos(a), r0 * Math.sin(a)], [r1 * Math.cos(a), r1 * Math.sin(a)]);
  });
/** Zigzag of a lattice girder between two polylines given at the same stations. */
export const lattice = (a, b) =>
  a.slice(1).flatMap((point, i) => [lineOf(a[i], b[i + 1]), lineOf(b[i], point), lineOf(point, b[i + 1])]);
export const mirror = (points) => points.map(([x, y]) => [-x, y]);
/** The same points shifted and scaled. */
export const moved = (points, x, y, scale = 1) => points.map(([px, py]) => [x + px * scale, y + py * scale]);
