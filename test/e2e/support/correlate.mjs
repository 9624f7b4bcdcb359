/**
 * Is this recording that track, when does it start, and how loud is it? Envelopes first (robust against codecs), then
 * the samples themselves for the exact offset.
 */

/** Interleaved stereo → mono. */
export const mono = (samples, channels = 2) => {
  const out = new Float32Array(Math.floor(samples.length / channels));
  for (let index = 0; index < out.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[index * channels + channel];
    out[index] = sum / channels;
  }
  return out;
};

const energy = (samples) => samples.reduce((sum, one) => sum + one * one, 0);
export const level = (samples) => 10 * Math.log10(energy(samples) / samples.length + 1e-12);

/** Normalised correlation of `part` against `whole` from `at`. */
const correlation = (whole, part, at, step = 1) => {
  let sum = 0;
  let a = 0;
  let b = 0;
  for (let index = 0; index < part.length; index += step) {
    const x = whole[at + index] ?? 0;
    const y = part[index];
    sum += x * y;
    a += x * x;
    b += y * y;
  }
  return a > 0 && b > 0 ? sum / Math.sqrt(a * b) : 0;
};

/**
 * Where in `whole` does `part` lie? Both mono at the same rate; looked for in [from, to] samples, coarsely on a
 * low-passed, thinned copy and then sample by sample.
 * @returns {{at: number, correlation: number}}
 */
export function locate(whole, part, from, to) {
  const thin = 24;
  const lower = (samples) => {
    const out = new Float32Array(Math.floor(samples.length / thin));
    for (let index = 0; index < out.length; index += 1) {
      let sum = 0;
      for (let tap = 0; tap < thin; tap += 1) sum += samples[index * thin + tap];
      out[index] = sum / thin;
    }
    return out;
  };
  const [w, p] = [lower(whole), lower(part)];
  let best = { at: from, correlation: -1 };
  for (
    let at = Math.max(0, Math.floor(from / thin));
    at <= Math.min(w.length - p.length, to / thin);
    at += 1
  ) {
    const value = correlation(w, p, at);
    if (value > best.correlation) best = { at: at * thin, correlation: value };
  }
  let fine = { at: best.at, correlation: -1 };
  for (let at = Math.max(0, best.at - 2 * thin); at <= best.at + 2 * thin; at += 1) {
    const value = correlation(whole, part, at, 3);
    if (value > fine.correlation) fine = { at, correlation: value };
  }
  return fine;
}
