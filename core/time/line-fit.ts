/**
 * A straight line through pairs of clock readings of which some are badly late. Slope and height by Theil (1950) and
 * Sen (1968): the median of all pairwise slopes, which stands up to 29 % of wild points; then least squares over the
 * points within three robust deviations (1.4826 · median absolute residual), as Rousseeuw and Leroy, "Robust
 * Regression and Outlier Detection" (1987), recommend, which takes the noise of the good ones out as well.
 */
export type Point = { x: number; y: number };
export type Line = {
  slope: number;
  /** y at `x0`; keeping x near 0 keeps the digits. */
  x0: number;
  y0: number;
  /** Robust standard deviation of the residuals, in units of y. */
  spread: number;
  /** Points within three deviations. */
  kept: number;
  /** Standard error of the slope: spread / √Σ(x − x̄)². */
  slopeError: number;
};

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/** y of a line at x. */
export const lineAt = ({ slope, x0, y0 }: Line, x: number): number => y0 + slope * (x - x0);
/** x at which a line reaches y; the slope must not be 0. */
export const lineBack = ({ slope, x0, y0 }: Line, y: number): number => x0 + (y - y0) / slope;

/** null with fewer than two different x. Cost grows with the square of the points: give it some dozens. */
export const fitLine = (points: readonly Point[]): Line | null => {
  const slopes: number[] = [];
  points.forEach((a, index) => {
    for (const b of points.slice(index + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x));
  });
  if (slopes.length === 0) return null;
  const x0 = median(points.map(({ x }) => x));
  const slope = median(slopes);
  const y0 = median(points.map(({ x, y }) => y - slope * (x - x0)));
  const rough: Line = { slope, x0, y0, spread: 0, kept: points.length, slopeError: Infinity };
  const spread = 1.4826 * median(points.map((point) => Math.abs(point.y - lineAt(rough, point.x))));
  const good = points.filter(({ x, y }) => Math.abs(y - lineAt(rough, x)) <= 3 * spread + 1e-12);
  return leastSquares(good, { ...rough, spread, kept: good.length });
};

const leastSquares = (points: readonly Point[], rough: Line): Line => {
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x0 = mean(({ x }) => x);
  const y0 = mean(({ y }) => y);
  const across = mean(({ x }) => (x - x0) ** 2);
  const slope = mean(({ x, y }) => (x - x0) * (y - y0)) / across;
  if (points.length < 2 || across === 0) return rough;
  return { ...rough, slope, x0, y0, slopeError: rough.spread / Math.sqrt(across * points.length) };
};
