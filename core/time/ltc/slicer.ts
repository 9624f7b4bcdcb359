/**
 * From samples to edges: where the signal crosses the middle of what it swings between. The middle and the swing follow
 * slowly (so a DC offset, a fade and −40 dB are nothing), a crossing counts once the signal is well on the other side
 * (so noise on a slope is none), and it is placed where the line between two samples meets the middle.
 */
export interface Slicer {
  /** Calls `edge(time)` for each crossing, times in samples, growing. `first`: time of the first sample. */
  push(samples: ArrayLike<number>, first: number, edge: (at: number) => void): void;
  /** Half the swing, 0–1. */
  level(): number;
}
/** Seconds in which the limits come back to the middle. */
const FALL = 0.02;
/** A crossing counts beyond so much of the swing. */
const HYSTERESIS = 0.4;
/** Below it there is no signal (−66 dB). */
const QUIETEST = 0.0005;

/** What is no number would be the limit for ever. */
const finite = (sample: number | undefined): number =>
  sample !== undefined && Number.isFinite(sample) ? sample : 0;

export const createSlicer = (sampleRate: number): Slicer => {
  const fall = 1 / (FALL * sampleRate);
  let high = 0;
  let low = 0;
  let last = 0;
  let isHigh = false;
  /** The last crossing of the middle in the direction that is waited for. */
  let crossed = Number.NaN;
  return {
    push(samples, first, edge) {
      for (let index = 0; index < samples.length; index += 1) {
        const sample = finite(samples[index]);
        const swing = high - low;
        high = Math.max(sample, high - swing * fall);
        low = Math.min(sample, low + swing * fall);
        const middle = (high + low) / 2;
        const half = (high - low) / 2;
        const side = isHigh ? middle - sample : sample - middle;
        const before = isHigh ? middle - last : last - middle;
        if (before <= 0 && side > 0) crossed = first + index - side / (side - before);
        if (side > half * HYSTERESIS && half > QUIETEST) {
          isHigh = !isHigh;
          edge(Number.isNaN(crossed) ? first + index : crossed);
          crossed = Number.NaN;
        }
        last = sample;
      }
    },
    level: () => (high - low) / 2,
  };
};
