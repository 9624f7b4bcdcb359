import { createSpectrum } from './fft.ts';

/**
 * Onsets by spectral flux with an adaptive threshold, after S. Dixon, "Onset detection revisited" (DAFx 2006): the rise
 * of log-compressed magnitudes from frame to frame, summed; a frame that is the greatest of its neighbourhood and well
 * above the mean around it is an onset.
 */
export type DetectedOnset = { /** Seconds. */ at: number; /** 0–1, of the strongest. */ strength: number };
const SIZE = 1024;
const HOP = 441;
/** Frames before and after: of the peak, and of the mean. */
const NEAR = 3;
const WIDE = 40;
/** Above the mean, as a share of it and of the greatest of all. */
const OVER = 1.6;
const LEAST = 0.06;
const COMPRESSION = 10;

const fluxOf = (mono: Float32Array): Float64Array => {
  const spectrum = createSpectrum(SIZE);
  const count = Math.max(0, Math.floor(mono.length / HOP));
  const flux = new Float64Array(count);
  let before = new Float64Array(SIZE / 2 + 1);
  for (let frame = 0; frame < count; frame += 1) {
    const now = spectrum
      .of(mono, frame * HOP - SIZE / 2)
      .map((magnitude) => Math.log1p((COMPRESSION * magnitude) / (SIZE / 8)));
    let sum = 0;
    for (let bin = 0; bin < now.length; bin += 1) sum += Math.max(0, (now[bin] ?? 0) - (before[bin] ?? 0));
    flux[frame] = sum;
    before = now;
  }
  return flux;
};

export const detectOnsets = (mono: Float32Array, sampleRate: number): DetectedOnset[] => {
  const flux = fluxOf(mono);
  const greatest = flux.reduce((most, each) => Math.max(most, each), 0);
  if (greatest === 0) return [];
  const onsets: DetectedOnset[] = [];
  flux.forEach((value, frame) => {
    if (value < greatest * LEAST) return;
    const near = flux.subarray(Math.max(0, frame - NEAR), frame + NEAR + 1);
    if (near.some((each) => each > value)) return;
    const wide = flux.subarray(Math.max(0, frame - WIDE), frame + WIDE / 4);
    const mean = wide.reduce((sum, each) => sum + each, 0) / wide.length;
    if (value < mean * OVER + greatest * LEAST) return;
    onsets.push({ at: (frame * HOP) / sampleRate, strength: value / greatest });
  });
  return onsets;
};
