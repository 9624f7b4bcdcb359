/**
 * The filter bank of live sound and of the analysis: low below 200 Hz, mid 200–2000 Hz, high above 2000 Hz; second-order
 * Butterworth sections (Q = 1/√2) by the bilinear transform, as in R. Bristow-Johnson, "Cookbook formulae for audio EQ
 * biquad filter coefficients". Mid is a high pass followed by a low pass.
 */
const LOW_HZ = 200;
const HIGH_HZ = 2000;
export type Coefficients = { b0: number; b1: number; b2: number; a1: number; a2: number };
/** In place. */
export type Filter = (samples: Float32Array) => void;

const passOf = (hertz: number, sampleRate: number, isLow: boolean): Coefficients => {
  const w = (2 * Math.PI * Math.min(hertz, sampleRate * 0.49)) / sampleRate;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const a0 = 1 + alpha;
  const edge = isLow ? 1 - cos : 1 + cos;
  return {
    b0: edge / 2 / a0,
    b1: (isLow ? edge : -edge) / a0,
    b2: edge / 2 / a0,
    a1: (-2 * cos) / a0,
    a2: (1 - alpha) / a0,
  };
};

/** Transposed direct form II; keeps its state from call to call. */
export const biquad = ({ b0, b1, b2, a1, a2 }: Coefficients): Filter => {
  let s1 = 0;
  let s2 = 0;
  return (samples) => {
    for (let index = 0; index < samples.length; index += 1) {
      const x = samples[index] ?? 0;
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      samples[index] = y;
    }
    // Denormal numbers are a hundred times slower.
    if (Math.abs(s1) < 1e-20) s1 = 0;
    if (Math.abs(s2) < 1e-20) s2 = 0;
  };
};

/** low, mid, high. */
export const createBands = (sampleRate: number): Filter[] => {
  const low = (hertz: number) => biquad(passOf(hertz, sampleRate, true));
  const high = (hertz: number) => biquad(passOf(hertz, sampleRate, false));
  const mid = [high(LOW_HZ), low(HIGH_HZ)];
  return [low(LOW_HZ), (samples) => mid.forEach((each) => each(samples)), high(HIGH_HZ)];
};

/** dB of full scale of a mean square; a full-scale square wave is 0. */
export const decibels = (meanSquare: number): number => 10 * Math.log10(meanSquare + 1e-15);
/** Sum of squares. */
export const energyOf = (samples: Float32Array): number => {
  let sum = 0;
  for (const each of samples) sum += each * each;
  return sum;
};
