import type { Ease } from '../show.schema.ts';

/**
 * An ease cut in two, so that both halves together travel as the whole did. Each ease is a cubic in x, therefore a Bézier,
 * and a piece of a Bézier is one again (de Casteljau). `in-out` has a kink in its middle and is cut there first.
 */
type Bezier = readonly [number, number, number, number];
type Point = { x: number; y: number };

export const BEZIERS = {
  in: [1 / 3, 0, 2 / 3, 1 / 3],
  out: [1 / 3, 2 / 3, 2 / 3, 1],
  smooth: [1 / 3, 0, 2 / 3, 1],
  heavy: [1 / 3, 0, 2 / 3, 0],
} as const satisfies Record<string, Bezier>;

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/** The curve's parameter at x: x never runs back, so halving finds it. */
const parameterAt = ([x1, , x2]: Bezier, x: number): number => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step += 1) {
    const t = (low + high) / 2;
    const at = 3 * x1 * t * (1 - t) ** 2 + 3 * x2 * t * t * (1 - t) + t ** 3;
    if (at < x) low = t;
    else high = t;
  }
  return (low + high) / 2;
};

const share = (value: number): number => Math.min(1, Math.max(0, value));
/** A piece as an ease of its own; a piece that ends as high as it began has none, and goes straight. */
const normalised = (a: Point, b: Point, c: Point, d: Point): Ease => {
  const [width, height] = [d.x - a.x, d.y - a.y];
  if (Math.abs(width) < 1e-9 || Math.abs(height) < 1e-9) return 'linear';
  return [share((b.x - a.x) / width), (b.y - a.y) / height, share((c.x - a.x) / width), (c.y - a.y) / height];
};

const dividedBezier = (curve: Bezier, x: number): [Ease, Ease] => {
  const [x1, y1, x2, y2] = curve;
  const t = parameterAt(curve, x);
  const [start, end] = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  const [one, two] = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
  const [a, b, c] = [between(start, one, t), between(one, two, t), between(two, end, t)];
  const [d, e] = [between(a, b, t), between(b, c, t)];
  const middle = between(d, e, t);
  return [normalised(start, a, d, middle), normalised(middle, e, c, end)];
};

/** Both halves of an ease that is cut at x, 0 < x < 1; `in-out` is halved by who asks. */
export const dividedEase = (ease: Exclude<Ease, 'in-out'>, x: number): [Ease, Ease] => {
  if (ease === 'linear' || ease === 'hold') return [ease, ease];
  return dividedBezier(typeof ease === 'string' ? BEZIERS[ease] : ease, x);
};
