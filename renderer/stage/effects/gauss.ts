/**
 * A bell on a pixel grid: weights of a Gaussian, two neighbours read as one between them. Wide bells are worked out on
 * grids coarser by 2ⁿ: made with the kernel 1 3 3 1, read back with a cubic B-spline. Both are bells themselves, and what
 * they have already spread is taken off, so the result does not depend on how the grid happens to lie.
 */
export type Bell = { levels: number; x: Taps; y: Taps };
/** Offset and weight of each reading on one side; `middle` weighs what lies in the middle. */
export type Taps = { middle: number; pairs: readonly (readonly [number, number])[] };

/** Most readings to a side. */
export const MOST_PAIRS = 24;
/** Pixels of a grid that a bell may spread over before a coarser one is taken, and grids at most. */
const WIDEST = 5;
const MOST_LEVELS = 7;
/** Standard deviations to which a bell is cut; beyond lie 6 in 100,000 parts of its light. */
const CUT = 4;

const tapsOf = (variance: number): Taps => {
  const spread = Math.sqrt(Math.max(0, variance));
  if (spread < 0.05) return { middle: 1, pairs: [] };
  const reach = Math.min(MOST_PAIRS * 2, Math.ceil(spread * CUT));
  const weight = (i: number): number => (i > reach ? 0 : Math.exp(-(i * i) / (2 * variance)));
  const raw: [number, number][] = [];
  let sum = weight(0);
  for (let i = 1; i <= reach; i += 2) {
    const [a, b] = [weight(i), weight(i + 1)];
    raw.push([i + b / (a + b), a + b]);
    sum += 2 * (a + b);
  }
  return { middle: weight(0) / sum, pairs: raw.map(([offset, w]) => [offset, w / sum] as const) };
};

/** `sx`, `sy`: standard deviation in pixels of the fine grid. */
export const bellOf = (sx: number, sy: number): Bell => {
  const widest = Math.max(sx, sy);
  const levels = Math.min(MOST_LEVELS, Math.max(0, Math.floor(Math.log2(widest / (WIDEST / 2)))));
  const step = 4 ** levels;
  // Of the kernel 1 3 3 1 on each grid on the way, and of the spline: in squares of the coarsest pixel.
  const spent = levels === 0 ? 0 : (step - 1) / 4 / step + 1 / 3;
  return { levels, x: tapsOf((sx * sx) / step - spent), y: tapsOf((sy * sy) / step - spent) };
};
