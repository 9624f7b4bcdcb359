import { mixValues, valueAt } from '../playback/ease.ts';
import { laneOf } from './lane-of.ts';
import type { CompiledLane } from './compiled.ts';
import type { Keyframe, Value } from './show.schema.ts';

/** Lanes and fades as their mean over the last second, in keys that are joined by straight lines. */
export const SOFT_SECONDS = 1;
/** Between two keys, and between two samples of a mean, seconds: ten frames a second of a straight line. */
const STEP = 0.1;
const SAMPLE = 0.02;

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / STEP - 1e-9)) + 1 }, (_, index) =>
    Math.min(to, from + index * STEP),
  );
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
const samples = Math.round(SOFT_SECONDS / SAMPLE);
/** Of the second up to `at`. */
const mean = (read: (at: number) => number, at: number): number => {
  let sum = 0;
  for (let index = 0; index < samples; index += 1) sum += read(at - (index + 0.5) * SAMPLE);
  return sum / samples;
};
/** The same by sums that are made once, at whole samples from `first` on. */
const runningMean = (read: (at: number) => number, first: number, last: number): ((at: number) => number) => {
  const count = samples + Math.ceil((last - first) / SAMPLE);
  const sums = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1)
    sums[index + 1] = (sums[index] ?? 0) + read(first + (index - samples + 0.5) * SAMPLE);
  return (at) => {
    const end = Math.min(count, samples + Math.round((at - first) / SAMPLE));
    return ((sums[end] ?? 0) - (sums[end - samples] ?? 0)) / samples;
  };
};
/** In linear light, as `mixValues` has it; a coarser one, for colours are read as text. */
const meanColour = (lane: CompiledLane, at: number): Value => {
  const count = SOFT_SECONDS / STEP;
  let result = valueAt(lane, at) ?? '';
  for (let index = 1; index < count; index += 1)
    result = mixValues(result, valueAt(lane, at - index * STEP) ?? result, 1 / (index + 1));
  return result;
};

/** Whether something changes by more than the whole of a light in the time. */
const isQuick = ({ keys, numbers }: CompiledLane): boolean =>
  keys.some((key, index) => {
    const next = keys[index + 1];
    if (!next || next.value === key.value) return false;
    if (key.ease === 'hold') return true;
    const span = next.at - key.at;
    const change = numbers ? Math.abs((numbers[index + 1] ?? 0) - (numbers[index] ?? 0)) : 1;
    // Eased changes are twice as quick at their steepest.
    return (change * (key.ease === 'linear' ? 1 : 2)) / Math.max(1e-6, span) > 1 / SOFT_SECONDS;
  });

/** A lane of words is left as it is. */
export const softLane = (lane: CompiledLane): CompiledLane => {
  const isColour = lane.keys.every(({ value }) => typeof value === 'string' && value.startsWith('#'));
  if ((!lane.numbers && !isColour) || !isQuick(lane)) return lane;
  const [first, last] = [lane.times[0] ?? 0, (lane.times.at(-1) ?? 0) + SOFT_SECONDS];
  const number = lane.numbers ? runningMean((at) => Number(valueAt(lane, at)), first, last) : null;
  const keys = steps(first, last).map((at): Keyframe => ({
    at,
    value: number ? rounded(number(at)) : meanColour(lane, at),
    ease: 'linear',
  }));
  return laneOf(lane.param, sparse(keys));
};

/** Without the keys that their neighbours' line goes through anyway. */
const sparse = (keys: Keyframe[]): Keyframe[] =>
  keys.filter(
    ({ value }, index) =>
      index === 0 ||
      index === keys.length - 1 ||
      keys[index - 1]?.value !== value ||
      keys[index + 1]?.value !== value,
  );

type Fading = { duration: number; fadeIn: number; fadeOut: number };
/**
 * A clip that comes or goes within the second takes the second, and stays for it beyond its end; null: it is slow
 * enough. `dropped`: when it is taken away, seconds from its start; it has faded by then.
 */
export const softFades = ({ duration, fadeIn, fadeOut }: Fading, dropped: number): CompiledLane | null => {
  if (fadeIn >= SOFT_SECONDS && fadeOut >= SOFT_SECONDS) return null;
  const own = (at: number): number => {
    if (at < 0 || at >= duration) return 0;
    const rising = fadeIn > 0 ? at / fadeIn : 1;
    const falling = fadeOut > 0 ? (duration - at) / fadeOut : 1;
    return Math.min(1, rising, falling);
  };
  const last = Math.min(duration + SOFT_SECONDS, dropped);
  const close = (at: number): number => Math.max(0, Math.min(1, (last - at) / SOFT_SECONDS));
  const leaving = Math.max(0, Math.min(duration - fadeOut, last - SOFT_SECONDS));
  const times = [...steps(0, Math.min(last, fadeIn + SOFT_SECONDS)), ...steps(leaving, last)];
  const keys = [...new Set(times.map(rounded))]
    .sort((a, b) => a - b)
    .map((at): Keyframe => ({
      at,
      value: rounded(Math.min(mean(own, at), dropped === Infinity ? 1 : close(at))),
      ease: 'linear',
    }));
  return laneOf('fades', sparse(keys));
};
