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

/** The latest onset at or before `t`, seconds into the file; null before the first. */
export const onsetBefore = ({ onsets }: Analysis, t: number): { at: number; strength: number } | null => {
  const found = onsets.findLast(([at]) => at <= t);
  return found ? { at: found[0], strength: found[1] } : null;
};
