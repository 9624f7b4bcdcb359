import { countUpTo } from '../../playback/ease.ts';
import { levelOf } from '../follower.ts';
import { DB_STEP, unpack, type Analysis, type Band } from './analysis.ts';

/**
 * Sound as a pure function of time, for what follows it: 0 is −60 dBFS or less, 1 is 0 dBFS, straight in dB, the same
 * scale as live sound's. Unpacked once an analysis.
 */
const unpacked = new WeakMap<Analysis, Partial<Record<Band, Uint8Array>>>();

const bytesOf = (analysis: Analysis, band: Band): Uint8Array => {
  const known = unpacked.get(analysis) ?? {};
  const bytes = known[band] ?? unpack(analysis.envelopes[band]);
  unpacked.set(analysis, { ...known, [band]: bytes });
  return bytes;
};

/** `t`: seconds into the file; outside it there is silence. */
export const envelopeAt = (analysis: Analysis, t: number, band: Band): number => {
  const bytes = bytesOf(analysis, band);
  // A step's value belongs to its middle.
  const place = t * analysis.rate - 0.5;
  if (t < 0 || t > analysis.duration) return 0;
  const before = Math.min(bytes.length - 1, Math.max(0, Math.floor(place)));
  const after = Math.min(bytes.length - 1, before + 1);
  const share = Math.min(1, Math.max(0, place - before));
  const [a, b] = [bytes[before] ?? 0, bytes[after] ?? 0].map((byte) => levelOf((byte - 255) * DB_STEP));
  return (a ?? 0) + ((b ?? 0) - (a ?? 0)) * share;
};

/** Of each step the sum of the levels before it: a mean of any stretch is two look-ups. */
const sums = new WeakMap<Analysis, Partial<Record<Band, Float64Array>>>();
const sumsOf = (analysis: Analysis, band: Band): Float64Array => {
  const known = sums.get(analysis) ?? {};
  const made = known[band] ?? summed(bytesOf(analysis, band));
  sums.set(analysis, { ...known, [band]: made });
  return made;
};
const summed = (bytes: Uint8Array): Float64Array => {
  const result = new Float64Array(bytes.length + 1);
  for (const [index, byte] of bytes.entries())
    result[index + 1] = (result[index] ?? 0) + levelOf((byte - 255) * DB_STEP);
  return result;
};
const sumUpTo = (sum: Float64Array, place: number): number => {
  const inside = Math.min(sum.length - 1, Math.max(0, place));
  const before = Math.floor(inside);
  const [a = 0, b = a] = sum.subarray(before, before + 2);
  return a + (b - a) * (inside - before);
};

/** The level, or its mean over the `smooth` seconds up to `t`; before the file there is silence. */
export const levelAt = (analysis: Analysis, t: number, band: Band, smooth: number): number => {
  // Shorter than a step there is nothing to take a mean of.
  if (smooth * analysis.rate < 1) return envelopeAt(analysis, t, band);
  const sum = sumsOf(analysis, band);
  const { rate } = analysis;
  return (sumUpTo(sum, t * rate) - sumUpTo(sum, (t - smooth) * rate)) / (smooth * rate);
};

const starts = new WeakMap<Analysis, Float64Array>();
const startsOf = (analysis: Analysis): Float64Array => {
  const made = starts.get(analysis) ?? Float64Array.from(analysis.onsets, ([at]) => at);
  starts.set(analysis, made);
  return made;
};
/** Hits up to `t`, each falling from its strength to 0 in `fall` seconds: the strongest of them. */
export const hitAt = (analysis: Analysis, t: number, fall: number): number => {
  let strongest = 0;
  for (let index = countUpTo(startsOf(analysis), t) - 1; index >= 0; index -= 1) {
    const [at, strength] = analysis.onsets[index] ?? [0, 0];
    if (at <= t - fall) break;
    strongest = Math.max(strongest, strength * (1 - (t - at) / fall));
  }
  return strongest;
};
