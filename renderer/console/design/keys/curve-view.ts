import { countUpTo } from '../../../../core/playback/ease.ts';
import { keyedAt, timesOf, type Keys, type Picks } from '../../../../core/show/keys-edit/lanes.ts';
import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import type { Ease } from '../../../../core/show/show.schema.ts';
import { BEZIERS } from '../../../../core/show/timeline-edit/divide-ease.ts';
import { atOf, inSight, isPicked, REACH, xOf, type Frame, type LaneView, type Point } from './lane-view.ts';

/** One lane of numbers as a curve: its window on values, where keys and Bézier handles lie, in pixels. Pure. */
export type CurveView = LaneView & { height: number; low: number; high: number };
const MARGIN = 14;

export const yOf = ({ height, low, high }: CurveView, value: number): number =>
  height - MARGIN - ((value - low) / (high - low)) * (height - 2 * MARGIN);
/** Value a pixel, upwards. */
export const valuePerPixel = ({ height, low, high }: CurveView): number =>
  (high - low) / (height - 2 * MARGIN);

/** Values that the curve takes, overshoots too; a lane that stands still gets some room. */
export const rangeOf = (
  keys: Keys,
  { min, max }: Pick<Keyable, 'min' | 'max'>,
): { low: number; high: number } => {
  let [low, high] = [Infinity, -Infinity];
  const see = (value: unknown): void => {
    if (typeof value !== 'number') return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  keys.forEach(({ value, ease, at }, place) => {
    see(value);
    const next = keys[place + 1];
    if (typeof ease === 'string' || !next) return;
    for (const share of [0.2, 0.4, 0.6, 0.8]) see(keyedAt(keys, at + share * (next.at - at)));
  });
  if (low > high) return { low: 0, high: 1 };
  if (high - low > 1e-9) return { low, high };
  // A share is seen as one; anything else with as much room as it is large.
  if (min !== null && max !== null && max - min <= 1) return { low: min, high: max };
  const room = Math.max(1, Math.abs(high) / 2);
  return { low: low - room, high: high + room };
};

/** Lines of the value axis: 1, 2 or 5 times a power of ten apart, no two nearer than `apart` pixels. */
export const axisOf = (view: CurveView, apart: number): number[] => {
  const least = valuePerPixel(view) * apart;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? power * 10;
  const first = Math.ceil(view.low / step - 1e-9);
  const count = Math.floor(view.high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => Number(((first + n) * step).toPrecision(12)));
};

/** The curve as points, two pixels apart, only where it is in sight; keys are met exactly. */
export const curvePoints = (view: CurveView, keys: Keys): Point[] => {
  if (keys.length === 0) return [];
  const { first, end } = inSight(view, keys);
  const points = new Map<number, number>();
  const put = (x: number, at: number): void => {
    const value = keyedAt(keys, at);
    if (typeof value === 'number') points.set(x, yOf(view, value));
  };
  for (let x = 0; x <= view.width; x += 2) put(x, atOf(view, x));
  for (let place = first; place < end; place += 1) {
    const at = keys[place]?.at ?? 0;
    // A step is two points: what was before, and what is.
    put(xOf(view, at) - 0.01, at - 1e-7);
    put(xOf(view, at), at);
  }
  return [...points].sort(([a], [b]) => a - b).map(([x, y]) => ({ x, y }));
};

/** The ease as a Bézier; null: it has none (a step, and the two halves of `in-out`). */
export const bezierOf = (ease: Ease): readonly [number, number, number, number] | null => {
  if (typeof ease !== 'string') return ease;
  if (ease === 'linear') return [1 / 3, 1 / 3, 2 / 3, 2 / 3];
  return ease === 'hold' || ease === 'in-out' ? null : BEZIERS[ease];
};

/** A handle of the segment that begins at key `place`: `out` leaves it, `in` arrives at the next. */
export type Handle = Point & { place: number; end: 'out' | 'in'; key: Point };

const handlesOf = (view: CurveView, keys: Keys, place: number): Handle[] => {
  const [from, to] = [keys[place], keys[place + 1]];
  const bezier = from ? bezierOf(from.ease) : null;
  if (!from || !to || !bezier || typeof from.value !== 'number' || typeof to.value !== 'number') return [];
  const [a, b] = [from.value, to.value];
  const pixel = (x: number, y: number): Point => ({
    x: xOf(view, from.at + x * (to.at - from.at)),
    y: yOf(view, a + y * (b - a)),
  });
  const [x1, y1, x2, y2] = bezier;
  return [
    { ...pixel(x1, y1), place, end: 'out', key: pixel(0, 0) },
    { ...pixel(x2, y2), place, end: 'in', key: pixel(1, 1) },
  ];
};

/** Those of the segments before and behind picked keys, where they are wide enough to be taken hold of. */
const NARROW = 24;
export const handlesIn = (view: CurveView, keys: Keys, picks: Picks, param: string): Handle[] => {
  const { first, end } = inSight(view, keys);
  const found: Handle[] = [];
  for (let place = first; place + 1 < end; place += 1) {
    const [from, to] = [keys[place], keys[place + 1]];
    if (!from || !to || xOf(view, to.at) - xOf(view, from.at) < NARROW) continue;
    if (isPicked(picks, param, place) || isPicked(picks, param, place + 1))
      found.push(...handlesOf(view, keys, place));
  }
  return found;
};

/** The segment's ease with one handle moved by pixels; times stay between the two keys. */
export const handleMoved = (view: CurveView, keys: Keys, handle: Handle, by: Point): Ease | null => {
  const [from, to] = [keys[handle.place], keys[handle.place + 1]];
  const bezier = from ? bezierOf(from.ease) : null;
  if (!from || !to || !bezier || typeof from.value !== 'number' || typeof to.value !== 'number') return null;
  const [x1, y1, x2, y2] = bezier;
  const dx = by.x / view.scale / (to.at - from.at);
  const rise = to.value - from.value;
  const dy = Math.abs(rise) < 1e-9 ? 0 : (-by.y * valuePerPixel(view)) / rise;
  const share = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1e4) / 1e4;
  const tidy = (y: number): number => Math.round(y * 1e4) / 1e4;
  return handle.end === 'out'
    ? [share(x1 + dx), tidy(y1 + dy), share(x2), tidy(y2)]
    : [share(x1), tidy(y1), share(x2 + dx), tidy(y2 + dy)];
};

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= REACH;
export const handleAt = (handles: readonly Handle[], point: Point): Handle | null =>
  handles.findLast((handle) => near(handle, point)) ?? null;

/** The key under a point; −1: none. */
export const curvePlaceAt = (view: CurveView, keys: Keys, point: Point): number => {
  const times = timesOf(keys);
  const first = countUpTo(times, atOf(view, point.x - REACH) - 1e-9);
  let best = -1;
  let least = REACH;
  for (let place = first; place < keys.length; place += 1) {
    const key = keys[place];
    if (!key || xOf(view, key.at) > point.x + REACH) break;
    const far = Math.hypot(xOf(view, key.at) - point.x, yOf(view, Number(key.value)) - point.y);
    if (far <= least) [best, least] = [place, far];
  }
  return best;
};

export const curveKeysIn = (view: CurveView, keys: Keys, param: string, { from, to }: Frame): Picks => {
  const inside = (value: number, a: number, b: number): boolean =>
    value >= Math.min(a, b) && value <= Math.max(a, b);
  const places = keys.flatMap(({ at, value }, place) =>
    inside(xOf(view, at), from.x, to.x) && inside(yOf(view, Number(value)), from.y, to.y) ? [place] : [],
  );
  return places.length === 0 ? new Map() : new Map([[param, new Set(places)]]);
};
