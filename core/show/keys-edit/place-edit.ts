import type { LayerHandles } from '../../layers/layer.ts';
import type { ClipRecord } from '../show.schema.ts';
import type { BoardClip } from '../timeline-edit/board.ts';
import { layerOf } from '../timeline-edit/content-shift.ts';
import { fittedTo, keyableIn } from './keyable.ts';
import { timesOf, valueNow } from './lanes.ts';
import { keySet } from './set-key.ts';

/**
 * Where a clip stands on the canvas at a time, and the same clip put elsewhere: a parameter that has keys gets one there,
 * any other its own value. Times are seconds from the clip's start, places metres, x right, y up.
 */
export type Point = { x: number; y: number };
export const handlesOf = (layer: string): LayerHandles | null => layerOf(layer)?.handles ?? null;

export const numberAt = (clip: BoardClip, param: string, at: number): number => {
  const value = valueNow(clip, param, at);
  return typeof value === 'number' ? value : 0;
};
export const pointAt = (clip: BoardClip, [x, y]: readonly [string, string], at: number): Point => ({
  x: numberAt(clip, x, at),
  y: numberAt(clip, y, at),
});

export type Placed = Pick<ClipRecord, 'keyframes' | 'parameters'>;
/** Values are fitted to what their parameters take. `isKeyed`: keys are set also where there were none. */
export const placed = (
  clip: BoardClip,
  at: number,
  values: Readonly<Record<string, number>>,
  isKeyed = false,
): Placed => {
  const keyframes = { ...clip.keyframes };
  const parameters = { ...clip.parameters };
  for (const [param, wanted] of Object.entries(values)) {
    const keyable = keyableIn(clip, param);
    if (!keyable) continue;
    const value = fittedTo(keyable, wanted);
    const keys = keyframes[param] ?? [];
    if (keys.length > 0 || isKeyed) keyframes[param] = [...keySet(keyable, keys, at, value)];
    else parameters[param] = value;
  }
  return { keyframes, parameters };
};

/** A point's keys: each time at which x or y has one. */
export type PathKey = Point & { at: number };
/** No hand parts more. */
const MOST = 200;
const timesIn = (clip: BoardClip, pair: readonly [string, string]): number[] => {
  const all = pair.flatMap((param) => [...timesOf(clip.keyframes[param] ?? [])]);
  return [...new Set(all)].sort((a, b) => a - b);
};
export const pathKeys = (clip: BoardClip, pair: readonly [string, string]): PathKey[] =>
  timesIn(clip, pair)
    .slice(0, MOST)
    .map((at) => ({ at, ...pointAt(clip, pair, at) }));
/** The way between first and last key, eases and all. */
export const pathPoints = (clip: BoardClip, pair: readonly [string, string]): Point[] => {
  const times = timesIn(clip, pair);
  const [from, to] = [times[0], times.at(-1)];
  if (from === undefined || to === undefined || to <= from) return [];
  return Array.from({ length: MOST + 1 }, (_, n) => pointAt(clip, pair, from + (n / MOST) * (to - from)));
};
