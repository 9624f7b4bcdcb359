import type { Ease, Keyframe, Value } from '../show.schema.ts';
import { fittedTo, type Keyable } from './keyable.ts';
import { NO_PICKS, type Keyed } from './lanes.ts';

/** What picked keys say, how they travel, and that they are gone. */
const mapPicked = ({ lanes, picks }: Keyed, change: (key: Keyframe, param: string) => Keyframe): Keyed => ({
  lanes: {
    ...lanes,
    ...Object.fromEntries(
      [...picks].map(([param, places]) => [
        param,
        (lanes[param] ?? []).map((key, place) => (places.has(place) ? change(key, param) : key)),
      ]),
    ),
  },
  picks,
});

/** How the value travels to the next key. */
export const keysEased = (keyed: Keyed, ease: Ease): Keyed => mapPicked(keyed, (key) => ({ ...key, ease }));

type KeyableOf = (param: string) => Keyable | null;
/** All to one value, where their parameter takes it. */
export const keysValued = (keyed: Keyed, value: Value, of: KeyableOf): Keyed =>
  mapPicked(keyed, (key, param) => (of(param)?.takes(value) ? { ...key, value } : key));
/** Numbers by so much, as far as their parameters take them. */
export const keysRaised = (keyed: Keyed, by: number, of: KeyableOf): Keyed =>
  mapPicked(keyed, (key, param) => {
    const keyable = of(param);
    if (typeof key.value !== 'number' || keyable?.kind !== 'number') return key;
    return { ...key, value: fittedTo(keyable, key.value + by) };
  });

export const keysDeleted = ({ lanes, picks }: Keyed): Keyed => ({
  lanes: {
    ...lanes,
    ...Object.fromEntries(
      [...picks].map(([param, places]) => [
        param,
        (lanes[param] ?? []).filter((_, place) => !places.has(place)),
      ]),
    ),
  },
  picks: NO_PICKS,
});
