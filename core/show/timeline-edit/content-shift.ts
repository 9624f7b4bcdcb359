import { excerpt, EXCERPT_LAYER } from '../../layers/excerpt.ts';
import { layerTypes } from '../../layers/registry.ts';
import { sound } from '../../layers/sound.ts';
import type { LayerDefinition } from '../../layers/layer.ts';
import type { ClipRecord } from '../show.schema.ts';
import { tidy } from './board.ts';

/**
 * What keeps a clip's content where it is on the timeline while its start moves: keys, which count from the start, and
 * the place in the file of a layer that plays one (`offset`, seconds, and its `rate`).
 */
export const layerOf = (type: string): LayerDefinition | null => {
  if (type === 'sound') return sound;
  if (type === EXCERPT_LAYER) return excerpt;
  return Object.hasOwn(layerTypes, type) ? (layerTypes[type] ?? null) : null;
};

const numberIn = (parameters: Record<string, unknown>, key: string, otherwise: number): number => {
  const value = parameters[key];
  return typeof value === 'number' ? value : otherwise;
};

/** Seconds of file a second of timeline, and where in the file the clip starts; null: its layer plays none. */
const playing = ({ layer, parameters }: ClipRecord): { offset: number; rate: number } | null => {
  if (layerOf(layer)?.hints['offset']?.unit !== 's' || parameters['clock'] === 'free') return null;
  return { offset: numberIn(parameters, 'offset', 0), rate: numberIn(parameters, 'rate', 1) };
};

/** The earliest and latest shift of a clip's start for which its file still has something at the start. */
export const shiftLimits = (clip: ClipRecord): { low: number; high: number } => {
  const file = playing(clip);
  if (!file || file.rate === 0) return { low: -Infinity, high: Infinity };
  const limit = -file.offset / file.rate;
  return file.rate > 0 ? { low: limit, high: Infinity } : { low: -Infinity, high: limit };
};

/** Fields of a clip whose start moves by `by` seconds and whose content stays. */
export const contentShifted = (
  clip: ClipRecord,
  by: number,
): Pick<ClipRecord, 'keyframes' | 'parameters'> => {
  const file = playing(clip);
  const keyframes = Object.fromEntries(
    Object.entries(clip.keyframes).map(([param, keys]) => [
      param,
      keys.map((key) => ({ ...key, at: tidy(key.at - by) })),
    ]),
  );
  if (!file || by === 0) return { keyframes, parameters: clip.parameters };
  const offset = Math.max(0, tidy(file.offset + by * file.rate));
  return { keyframes, parameters: { ...clip.parameters, offset } };
};
