import { fail, ok, type Result } from '../../result.ts';
import type { Keyframe } from '../show.schema.ts';
import { tidy } from '../timeline-edit/board.ts';
import { keyableIn, type KeyableClip } from './keyable.ts';
import { pickedKeys, spanOf, type Keyed, type Keys, type Lanes, type Picks } from './lanes.ts';

/** Keys taken along: times from the first of them. They go to other clips, and a single lane to another parameter. */
export type KeyClipboard = { lanes: Lanes };

/** Code: `keys-none`. */
export const copyKeys = (keyed: Keyed): Result<KeyClipboard> => {
  const span = spanOf(keyed);
  if (!span) return fail('keys-none', 'No key is chosen. Choose one.');
  const lanes: Record<string, Keyframe[]> = {};
  for (const { param, key } of pickedKeys(keyed))
    (lanes[param] ??= []).push({ ...key, at: tidy(key.at - span.from) });
  return ok({ lanes });
};

const taken = (clip: KeyableClip, param: string, keys: Keys): boolean => {
  const keyable = keyableIn(clip, param);
  return keyable !== null && keys.every(({ value }) => keyable.takes(value));
};

/** Where each copied lane goes: to its own parameter, or a single one to the lane that the hand is in. */
const targets = (clip: KeyableClip, { lanes }: KeyClipboard, into: string | null): [string, Keys][] => {
  const copied = Object.entries(lanes);
  const [only] = copied;
  if (only && copied.length === 1 && into !== null && taken(clip, into, only[1])) return [[into, only[1]]];
  return copied.filter(([param, keys]) => taken(clip, param, keys));
};

/**
 * With the first at `at` (seconds from the clip's start); a key that is there already gives way. `into`: the lane that the
 * hand is in, null for none. Codes: `keys-not-copied`, `keys-unfit`.
 */
export const pasteKeys = (
  clip: KeyableClip,
  lanes: Lanes,
  clipboard: KeyClipboard | null,
  at: number,
  into: string | null,
): Result<Keyed> => {
  if (clipboard === null) return fail('keys-not-copied', 'No keys have been copied yet.');
  const found = targets(clip, clipboard, into);
  if (found.length === 0)
    return fail(
      'keys-unfit',
      'No parameter of this clip takes the copied keys. Choose another lane or clip.',
    );
  const pasted = found.map(([param, keys]) => [param, merged(lanes[param] ?? [], keys, at)] as const);
  const picks: Picks = new Map(pasted.map(([param, { places }]) => [param, places]));
  return ok({
    lanes: { ...lanes, ...Object.fromEntries(pasted.map(([param, { keys }]) => [param, keys])) },
    picks,
  });
};

const merged = (keys: Keys, copied: Keys, at: number): { keys: Keys; places: ReadonlySet<number> } => {
  const come = copied.map((key) => ({ ...key, at: tidy(at + key.at) }));
  const taken = new Set(come.map((key) => key.at));
  const isNew = new Set(come);
  const all = [...keys.filter((key) => !taken.has(key.at)), ...come].sort((a, b) => a.at - b.at);
  return { keys: all, places: new Set(all.flatMap((key, place) => (isNew.has(key) ? [place] : []))) };
};
