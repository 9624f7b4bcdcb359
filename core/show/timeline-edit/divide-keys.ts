import type { z } from 'zod';
import { effectOf } from '../../layers/effects/registry.ts';
import { schemaOf } from '../../layers/layer.ts';
import { countUpTo, eased, mixValues } from '../../playback/ease.ts';
import { fieldsOf } from '../../station/form.ts';
import { channelOf, type Channel } from '../channels.ts';
import type { ClipRecord, Ease, Keyframe, Value } from '../show.schema.ts';
import { tidy } from './board.ts';
import { layerOf } from './content-shift.ts';
import { dividedEase } from './divide-ease.ts';

/** One parameter's keys cut in two at a time from the clip's start, both with the value that it has there. */
export type Divided = { before: Keyframe[]; after: Keyframe[] };

type Clip = Pick<ClipRecord, 'layer' | 'parameters' | 'effects'>;
const schemaAt = (clip: Clip, { effect }: Channel): z.ZodType | null => {
  const layer = layerOf(clip.layer);
  if (effect === null) return layer && schemaOf(layer, clip.parameters);
  return effectOf(clip.effects.find(({ id }) => id === effect)?.type ?? '')?.schema ?? null;
};
/** A value that the channel takes: an ease may swing over its limits, and a count has no fractions. */
const fitted = (clip: Clip, name: string, value: Value): Value => {
  if (typeof value !== 'number') return value;
  if (name === 'opacity') return Math.min(1, Math.max(0, value));
  const channel = channelOf(name);
  const schema = schemaAt(clip, channel);
  const shape = schema && fieldsOf(schema).find(({ key }) => key === channel.param)?.shape;
  if (shape?.kind !== 'number') return value;
  const { min, max, isWhole } = shape;
  const inside = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
  return isWhole ? Math.round(inside) : inside;
};

type Segment = { from: Keyframe; to: Keyframe };
const valueIn = ({ from, to }: Segment, at: number): Value =>
  mixValues(from.value, to.value, eased(from.ease, (at - from.at) / (to.at - from.at)));

/** `in-out` as the two eases that it is made of. */
const halved = (keys: readonly Keyframe[], next: number): Keyframe[] => {
  const [from, to] = [keys[next - 1], keys[next]];
  if (from?.ease !== 'in-out' || !to || to.at - from.at <= 0) return [...keys];
  const at = (from.at + to.at) / 2;
  const middle: Keyframe = { at, value: valueIn({ from, to }, at), ease: 'out' };
  return [...keys.slice(0, next - 1), { ...from, ease: 'in' }, middle, ...keys.slice(next)];
};

const nextAfter = (keys: readonly Keyframe[], at: number): number =>
  countUpTo(
    Float64Array.from(keys, (key) => key.at),
    at,
  );

const cutEase = (ease: Ease, x: number): [Ease, Ease] =>
  ease === 'in-out' ? [ease, ease] : dividedEase(ease, x);

const earlier = (keys: readonly Keyframe[], by: number): Keyframe[] =>
  keys.map((key) => ({ ...key, at: tidy(key.at - by) }));

export const dividedKeys = (clip: Clip, param: string, all: readonly Keyframe[], cut: number): Divided => {
  const keys = halved(all, nextAfter(all, cut));
  const next = nextAfter(keys, cut);
  const [from, to] = [keys[next - 1], keys[next]];
  // Before the first key and behind the last the value stands still: one key says so.
  if (!from) return { before: keys.slice(0, 1), after: earlier(keys, cut) };
  if (!to || to.at <= from.at)
    return { before: [...keys], after: [{ ...from, at: 0 }, ...earlier(keys.slice(next), cut)] };
  const value = fitted(clip, param, valueIn({ from, to }, cut));
  const [first, second] = cutEase(from.ease, (cut - from.at) / (to.at - from.at));
  const isOnKey = from.at === cut;
  return {
    before: isOnKey
      ? keys.slice(0, next)
      : [...keys.slice(0, next - 1), { ...from, ease: first }, { at: tidy(cut), value, ease: 'linear' }],
    after: [{ at: 0, value, ease: isOnKey ? from.ease : second }, ...earlier(keys.slice(next), cut)],
  };
};
