import { countUpTo } from '../../../../core/playback/ease.ts';
import {
  pickCount,
  timesOf,
  type Keys,
  type Lanes,
  type Picks,
} from '../../../../core/show/keys-edit/lanes.ts';

/** Lanes in pixels, on the very time scale of the timeline above. Pure. */
export type LaneView = {
  /** Pixels a second, pixels that the timeline is scrolled by, and the clip's start in seconds. */
  scale: number;
  left: number;
  start: number;
  width: number;
};
export const LANE = 28;
/** Pixels around a key within which a hand means it. */
export const REACH = 8;

export const xOf = ({ scale, left, start }: LaneView, at: number): number => (start + at) * scale - left;
export const atOf = ({ scale, left, start }: LaneView, x: number): number => (x + left) / scale - start;

/** Places of the keys in sight, with one to either side. */
export const inSight = (view: LaneView, keys: Keys): { first: number; end: number } => {
  const times = timesOf(keys);
  return {
    first: Math.max(0, countUpTo(times, atOf(view, -REACH)) - 1),
    end: Math.min(keys.length, countUpTo(times, atOf(view, view.width + REACH)) + 1),
  };
};

/** The key nearest to x, the later of two; −1: none within reach. */
export const placeAt = (view: LaneView, keys: Keys, x: number): number => {
  const times = timesOf(keys);
  const next = countUpTo(times, atOf(view, x));
  const far = (place: number): number => Math.abs(xOf(view, times[place] ?? Infinity) - x);
  const best = far(next) < far(next - 1) ? next : next - 1;
  return far(best) <= REACH ? best : -1;
};

export type Point = { x: number; y: number };
export type Frame = { from: Point; to: Point };
const between = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

/** Keys within a drawn frame, row by row. */
export const keysIn = (
  view: LaneView,
  lanes: Lanes,
  params: readonly string[],
  { from, to }: Frame,
): Picks => {
  const [left, right] = between(from.x, to.x);
  const [top, bottom] = between(from.y, to.y);
  const found = params.flatMap((param, row) => {
    const middle = (row + 0.5) * LANE;
    if (middle < top - LANE / 2 || middle > bottom + LANE / 2) return [];
    const times = timesOf(lanes[param] ?? []);
    const first = countUpTo(times, atOf(view, left) - 1e-9);
    const end = countUpTo(times, atOf(view, right));
    const places = new Set(Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n));
    return places.size === 0 ? [] : [[param, places] as const];
  });
  return new Map(found);
};

export const isPicked = (picks: Picks, param: string, place: number): boolean =>
  picks.get(param)?.has(place) ?? false;

export const withPicks = (a: Picks, b: Picks): Picks => {
  const all = new Map<string, ReadonlySet<number>>(a);
  for (const [param, places] of b) all.set(param, new Set([...(all.get(param) ?? []), ...places]));
  return all;
};

/** Shift adds, or takes away; a plain press on one of several keeps them, so that they can be dragged. */
export const picksAfter = (picks: Picks, param: string, place: number, isMore: boolean): Picks => {
  const one: Picks = new Map([[param, new Set([place])]]);
  if (!isMore) return isPicked(picks, param, place) ? picks : one;
  if (!isPicked(picks, param, place)) return withPicks(picks, one);
  const rest = new Set(picks.get(param));
  rest.delete(place);
  const next = new Map(picks);
  if (rest.size > 0) next.set(param, rest);
  else next.delete(param);
  return next;
};

/** The key after (1) or before (−1) the last picked of a lane; the first where none is picked. */
export const neighbour = (keys: Keys, picks: Picks, param: string, by: 1 | -1): number => {
  const places = [...(picks.get(param) ?? [])];
  if (places.length === 0 || pickCount(picks) === 0) return by > 0 ? 0 : keys.length - 1;
  const from = by > 0 ? Math.max(...places) : Math.min(...places);
  return Math.min(keys.length - 1, Math.max(0, from + by));
};
