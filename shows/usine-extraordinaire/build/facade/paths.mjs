/**
 * Path data of the elevation. Coordinates are those of the schematic: x from the middle of the façade, y from the
 * pavement, metres. `X0` moves the origin to the canvas's lower left corner. Only M, L, C, H, V and Z come out: arcs
 * would change their sweep under a flip of y.
 */
export const X0 = 117.5;
const KAPPA = 0.5522847498;
export const round = (n) => {
  const r = Math.round(n * 100) / 100;
  return Object.is(r, -0) ? 0 : r;
};
export const point = ([x, y]) => `${round(x + X0)} ${round(y)}`;

export const open = (points) => `M ${points.map(point).join(' L ')}`;
export const closed = (points) => `${open(points)} Z`;
export const rect = (x0, y0, x1, y1) =>
  closed([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]);
/** Horizontal lines at `ys` from x0 to x1, as one path. */
export const levels = (x0, x1, ys) =>
  ys
    .map((y) =>
      open([
        [x0, y],
        [x1, y],
      ]),
    )
    .join(' ');
/** Vertical lines at `xs` from y0 to y1, as one path. */
export const uprights = (y0, y1, xs) =>
  xs
    .map((x) =>
      open([
        [x, y0],
        [x, y1],
      ]),
    )
    .join(' ');
export const range = (from, to, step) => {
  const values = [];
  for (let i = 0; from + i * step <= to + 1e-9; i += 1) values.push(from + i * step);
  return values;
};

/** Upper half circle from (cx − r, y) over the crown to (cx + r, y), as cubic Béziers behind a current point. */
export const halfCircle = (cx, y, r) => {
  const k = KAPPA * r;
  const c = (a, b, p) => `C ${point(a)} ${point(b)} ${point(p)}`;
  return `${c([cx - r, y + k], [cx - k, y + r], [cx, y + r])} ${c([cx + k, y + r], [cx + r, y + k], [cx + r, y])}`;
};
/** Round-headed opening: jambs from y0 to the springing, half circle above. */
export const archOutline = (cx, y0, springing, r) =>
  `M ${point([cx - r, y0])} L ${point([cx - r, springing])} ${halfCircle(cx, springing, r)} L ${point([cx + r, y0])} Z`;
export const archLine = (cx, y0, springing, r) =>
  `M ${point([cx - r, y0])} L ${point([cx - r, springing])} ${halfCircle(cx, springing, r)} L ${point([cx + r, y0])}`;

/** Circle as a closed path. */
export const circle = (cx, cy, r) => {
  const k = KAPPA * r;
  const c = (a, b, p) => `C ${point(a)} ${point(b)} ${point(p)}`;
  return `M ${point([cx - r, cy])} ${halfCircle(cx, cy, r)} ${c([cx + r, cy - k], [cx + k, cy - r], [cx, cy - r])} ${c([cx - k, cy - r], [cx - r, cy - k], [cx - r, cy])} Z`;
};

/** Catmull-Rom through the points, as cubic Béziers (tension 1/6). */
export const smooth = (points, isClosed) => {
  const n = points.length;
  const at = (i) => (isClosed ? points[(i + n) % n] : points[Math.max(0, Math.min(n - 1, i))]);
  const parts = [`M ${point(points[0])}`];
  for (let i = 0; i < (isClosed ? n : n - 1); i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6];
    const second = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6];
    parts.push(`C ${point(first)} ${point(second)} ${point(c)}`);
  }
  return isClosed ? `${parts.join(' ')} Z` : parts.join(' ');
};

/** Spiral of `turns` from radius r inwards, starting at `angle`; `hand` −1 turns clockwise. */
export const spiral = (cx, cy, r, turns, angle, hand) => {
  const steps = Math.round(turns * 10);
  const points = [];
  for (let i = 0; i <= steps; i += 1) {
    const t = i / steps;
    const a = angle + hand * turns * 2 * Math.PI * t;
    points.push([cx + r * (1 - 0.85 * t) * Math.cos(a), cy + r * (1 - 0.85 * t) * Math.sin(a)]);
  }
  return smooth(points, false);
};

/** Superellipse upper half: |x/a|^n + |y/b|^n = 1 above (cx, y0); `count` points from left to right. */
export const superellipse = (cx, y0, a, b, n, count) => {
  const points = [];
  for (let i = 0; i <= count; i += 1) {
    const t = Math.PI * (1 - i / count);
    const c = Math.cos(t);
    points.push([
      cx + a * Math.sign(c) * Math.abs(c) ** (2 / n),
      y0 + b * Math.max(0, Math.sin(t)) ** (2 / n),
    ]);
  }
  return points;
};
/** Height of that superellipse at x. */
export const superellipseY = (x, cx, y0, a, b, n) =>
  y0 + b * Math.max(0, 1 - Math.abs((x - cx) / a) ** n) ** (1 / n);
