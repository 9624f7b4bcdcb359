import { codeOf, rates, type TimecodeRate } from '../smpte.ts';
import { BITS, writeWord } from './frame.ts';

/**
 * LTC as a pure function of the position: since the polarity bit lets every frame begin with the same level, the level
 * at any instant follows from the frame's own bits, forwards, backwards and at any speed.
 */
/** −1 or 1 for each half bit of a frame. */
export const halvesOf = (frame: number, rate: TimecodeRate): Int8Array => {
  const halves = new Int8Array(2 * BITS);
  let level = -1;
  writeWord(codeOf(frame, rate), rates[rate]).forEach((bit, index) => {
    level = -level;
    halves[2 * index] = level;
    if (bit === 1) level = -level;
    halves[2 * index + 1] = level;
  });
  return halves;
};

export interface LtcEncoder {
  /** Mean level (−1…1) while the code runs from one frame position to another, which may lie before it. */
  between(from: number, to: number): number;
}

/** Frames are fractional: 12.5 is the middle of frame 12. Stretches are shorter than a half bit or so: sample by sample. */
export const createLtcEncoder = (rate: TimecodeRate): LtcEncoder => {
  let known: { frame: number; halves: Int8Array } = { frame: Number.NaN, halves: new Int8Array(2 * BITS) };
  const levelOf = (half: number): number => {
    const frame = Math.floor(half / (2 * BITS));
    if (known.frame !== frame) known = { frame, halves: halvesOf(frame, rate) };
    return known.halves[half - frame * 2 * BITS] ?? 0;
  };
  return {
    between(from, to) {
      const a = Math.min(from, to) * 2 * BITS;
      const b = Math.max(from, to) * 2 * BITS;
      if (b - a < 1e-9) return levelOf(Math.floor(a));
      let sum = 0;
      for (let half = Math.floor(a); half < b; half += 1)
        sum += levelOf(half) * (Math.min(half + 1, b) - Math.max(half, a));
      return sum / (b - a);
    },
  };
};
