import type { Value } from '../show.schema.ts';
import type { BoardClip } from '../timeline-edit/board.ts';
import { fittedTo, keyableIn } from './keyable.ts';
import { keyNear, valueNow, type Lanes } from './lanes.ts';
import { keySet } from './set-key.ts';

/** The clip's lanes with a key at `at` (seconds from its start); null: the parameter takes none of this. */
export const withKey = (clip: BoardClip, param: string, at: number, value: Value): Lanes | null => {
  const keyable = keyableIn(clip, param);
  if (!keyable?.takes(value)) return null;
  return { ...clip.keyframes, [param]: keySet(keyable, clip.keyframes[param] ?? [], at, value) };
};

/** The key at `at` taken away; where there is none, one with the value that is there. */
export const keyToggled = (clip: BoardClip, param: string, at: number): Lanes | null => {
  const keys = clip.keyframes[param] ?? [];
  const near = keyNear(keys, at);
  if (near >= 0) return { ...clip.keyframes, [param]: keys.toSpliced(near, 1) };
  const [keyable, value] = [keyableIn(clip, param), valueNow(clip, param, at)];
  return keyable && value !== undefined ? withKey(clip, param, at, fittedTo(keyable, value)) : null;
};
