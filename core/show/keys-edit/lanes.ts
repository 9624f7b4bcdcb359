import type { DocumentEdit } from '../document.ts';
import { countUpTo, valueAt } from '../../playback/ease.ts';
import { channelOf, writtenAt } from '../channels.ts';
import { isPlainObject } from '../plain.ts';
import { valueSchema, type Keyframe, type ShowDocument, type Value } from '../show.schema.ts';
import { clipsEdit, FRAME, type BoardClip } from '../timeline-edit/board.ts';
import { keyableIn } from './keyable.ts';

/**
 * The keys of one clip as an editor handles them: lanes by parameter, and which keys are picked, by their places in the
 * lane. Every operation of this folder is pure, gives lanes and picks anew and leaves untouched lanes the same objects;
 * `lanesEdit` makes one step of undo of it.
 */
export type Keys = readonly Keyframe[];
export type Lanes = Readonly<Record<string, Keys>>;
export type Picks = ReadonlyMap<string, ReadonlySet<number>>;
export type Keyed = { lanes: Lanes; picks: Picks };
export const NO_PICKS: Picks = new Map();

/** Within half a frame of a key the hand means that key. */
export const NEAR = FRAME / 2 - 1e-6;

const times = new WeakMap<Keys, Float64Array>();
export const timesOf = (keys: Keys): Float64Array => {
  const found = times.get(keys);
  if (found) return found;
  const made = Float64Array.from(keys, ({ at }) => at);
  times.set(keys, made);
  return made;
};

/** The value that keys give at a time from the clip's start; undefined: there are none. */
export const keyedAt = (keys: Keys, at: number): Value | undefined =>
  valueAt(
    { param: '', keys: keys.slice(...around(keys, at)), times: timesAround(keys, at), numbers: null },
    at,
  );

/** The keys on both sides of a time, so that a look-up in thousands copies two. */
const around = (keys: Keys, at: number): [number, number] => {
  const next = countUpTo(timesOf(keys), at);
  return [Math.max(0, next - 1), Math.min(keys.length, next + 1)];
};
const timesAround = (keys: Keys, at: number): Float64Array => timesOf(keys).subarray(...around(keys, at));

/** The key that the hand means at a time, the later of two at the same; −1: none is near. */
export const keyNear = (keys: Keys, at: number): number => {
  const list = timesOf(keys);
  const next = countUpTo(list, at);
  const distance = (index: number): number => Math.abs((list[index] ?? Infinity) - at);
  const best = distance(next) < distance(next - 1) ? next : next - 1;
  return distance(best) <= NEAR ? best : -1;
};

/** What the channel says without keys: what the clip's record has, or what its schema takes for granted. */
export const ownValue = (clip: BoardClip, param: string): Value | undefined =>
  valueSchema.safeParse(writtenAt(clip, param)).data ?? keyableIn(clip, param)?.fallback;
export const valueNow = (clip: BoardClip, param: string, at: number): Value | undefined => {
  const keys = clip.keyframes[param] ?? [];
  return keys.length > 0 ? keyedAt(keys, at) : ownValue(clip, param);
};

export const pickCount = (picks: Picks): number => [...picks.values()].reduce((n, { size }) => n + size, 0);
/** Without what is not there: a lane may have been changed by somebody else. */
export const standing = (lanes: Lanes, picks: Picks): Picks =>
  new Map(
    [...picks].flatMap(([param, places]) => {
      const here = [...places].filter((place) => place < (lanes[param]?.length ?? 0));
      return here.length === 0 ? [] : [[param, here.length === places.size ? places : new Set(here)]];
    }),
  );
/** Picked keys in the order of lanes and time. */
export const pickedKeys = ({ lanes, picks }: Keyed): { param: string; place: number; key: Keyframe }[] =>
  [...picks].flatMap(([param, places]) =>
    [...places]
      .sort((a, b) => a - b)
      .flatMap((place) => {
        const key = lanes[param]?.[place];
        return key ? [{ param, place, key }] : [];
      }),
  );
/** First and last time of what is picked; null: nothing is. */
export const spanOf = (keyed: Keyed): { from: number; to: number } | null => {
  const picked = pickedKeys(keyed);
  if (picked.length === 0) return null;
  const all = picked.map(({ key }) => key.at);
  return { from: all.reduce((a, b) => Math.min(a, b)), to: all.reduce((a, b) => Math.max(a, b)) };
};

/** Lanes as the record has them: what was not touched stays as it was written. */
export const keyframesOf = (
  document: ShowDocument,
  clip: BoardClip,
  lanes: Lanes,
): Record<string, unknown> => {
  const record = document.records[clip.id];
  const raw = isPlainObject(record) && isPlainObject(record['keyframes']) ? record['keyframes'] : {};
  return Object.fromEntries(
    Object.entries(lanes)
      .filter(([, keys]) => keys.length > 0)
      .map(([param, keys]) => [param, keys === clip.keyframes[param] ? raw[param] : keys]),
  );
};

type Own = Partial<Pick<BoardClip, 'opacity' | 'parameters' | 'effects'>>;
/** The clip's fields with channels at these values of their own; what is not touched is not among them. */
export const withValues = (clip: BoardClip, values: Readonly<Record<string, unknown>>): Own => {
  const fields: Own = {};
  for (const [name, value] of Object.entries(values)) {
    const { effect, param } = channelOf(name);
    if (effect !== null)
      fields.effects = (fields.effects ?? clip.effects).map((each) =>
        each.id === effect ? { ...each, parameters: { ...each.parameters, [param]: value } } : each,
      );
    else if (param !== 'opacity')
      fields.parameters = { ...(fields.parameters ?? clip.parameters), [param]: value };
    else if (typeof value === 'number') fields.opacity = value;
  }
  return fields;
};

/**
 * One step: the clip's lanes as given. A lane that is gone leaves its parameter with the value that it had at `at`
 * (seconds from the clip's start), so that the picture under the playhead does not jump.
 */
export const lanesEdit = (
  document: ShowDocument,
  clip: BoardClip,
  label: string,
  lanes: Lanes,
  at = 0,
): DocumentEdit => {
  const left = Object.entries(clip.keyframes).filter(
    ([param, keys]) => keys.length > 0 && (lanes[param] ?? []).length === 0,
  );
  const values = Object.fromEntries(left.map(([param, keys]) => [param, keyedAt(keys, at)]));
  const fields = { keyframes: keyframesOf(document, clip, lanes), ...withValues(clip, values) };
  return clipsEdit(document, label, [{ id: clip.id, track: clip.track, fields }]);
};
