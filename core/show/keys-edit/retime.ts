import type { Ease, Keyframe } from '../show.schema.ts';
import { tidy } from '../timeline-edit/board.ts';
import { spanOf, type Keyed, type Keys } from './lanes.ts';

/**
 * Picked keys at other times. What stays where one arrives gives way to it, as in every editor; keys keep their distances
 * and never fall on one another. Times count from the clip's start and may lie outside of it: trimmed out, they come back.
 */
type Retimed = { keys: Keys; places: ReadonlySet<number> };

const retimed = (keys: Keys, places: ReadonlySet<number>, moved: readonly Keyframe[]): Retimed => {
  const taken = new Set(moved.map(({ at }) => at));
  const stays = keys.filter((key, place) => !places.has(place) && !taken.has(key.at));
  const all = [
    ...stays.map((key) => ({ key, isPicked: false })),
    ...moved.map((key) => ({ key, isPicked: true })),
  ].sort((a, b) => a.key.at - b.key.at);
  return {
    keys: all.map(({ key }) => key),
    places: new Set(all.flatMap(({ isPicked }, place) => (isPicked ? [place] : []))),
  };
};

const eachLane = (
  { lanes, picks }: Keyed,
  change: (picked: readonly Keyframe[]) => readonly Keyframe[],
): Keyed => {
  const changed = [...picks].flatMap(([param, places]) => {
    const keys = lanes[param];
    if (!keys || places.size === 0) return [];
    const moved = change(keys.filter((_, place) => places.has(place)));
    return [[param, retimed(keys, places, moved)] as const];
  });
  return {
    lanes: { ...lanes, ...Object.fromEntries(changed.map(([param, { keys }]) => [param, keys])) },
    picks: new Map(changed.map(([param, { places }]) => [param, places])),
  };
};

const withTimes = (keys: readonly Keyframe[], timeOf: (at: number) => number): Keyframe[] =>
  keys.map((key) => ({ ...key, at: tidy(timeOf(key.at)) }));

/** By so many seconds. */
export const keysMoved = (keyed: Keyed, seconds: number): Keyed =>
  tidy(seconds) === 0 ? keyed : eachLane(keyed, (keys) => withTimes(keys, (at) => at + seconds));

/** Smaller would put keys on one another. */
const LEAST = 0.01;
/** Distances from `pivot` (seconds from the clip's start) times `factor`. */
export const keysStretched = (keyed: Keyed, pivot: number, factor: number): Keyed => {
  const by = Math.max(LEAST, factor);
  return by === 1 ? keyed : eachLane(keyed, (keys) => withTimes(keys, (at) => pivot + (at - pivot) * by));
};

/** The ease that travels backwards as this one does forwards; a hold stays one. */
export const easeReversed = (ease: Ease): Ease => {
  if (typeof ease !== 'string') {
    const [x1, y1, x2, y2] = ease;
    return [tidy(1 - x2), tidy(1 - y2), tidy(1 - x1), tidy(1 - y1)];
  }
  switch (ease) {
    case 'in':
      return 'out';
    case 'out':
      return 'in';
    case 'heavy':
      return [1 / 3, 1, 2 / 3, 1];
    case 'linear':
    case 'in-out':
    case 'smooth':
    case 'hold':
      return ease;
  }
};

/** Backwards within their own span: values and eases run the other way, the last key's ease stays the last one's. */
export const keysReversed = (keyed: Keyed): Keyed => {
  const span = spanOf(keyed);
  if (!span) return keyed;
  return eachLane(keyed, (keys) => {
    const last = keys.at(-1);
    return withTimes(keys.toReversed(), (at) => span.from + span.to - at).map((key, index) => {
      const forwards = keys[keys.length - 2 - index];
      return { ...key, ease: forwards ? easeReversed(forwards.ease) : (last?.ease ?? 'linear') };
    });
  });
};
