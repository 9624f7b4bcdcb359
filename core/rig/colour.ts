/**
 * Light and signal. Light is linear, 1 is a projector's white; a signal is what leaves the page, 0–1 for codes 0–255.
 */

/** Signal → light of a projector whose response is a power: light = signal^gamma. */
export const decodeSignal = (signal: number, gamma: number): number => Math.max(0, signal) ** gamma;
/** Light → signal, the inverse. */
export const encodeLight = (light: number, gamma: number): number => Math.max(0, light) ** (1 / gamma);

/** Entries of a response table: enough that linear interpolation stays below 0.1 code above code 2 up to gamma 3. */
export const RESPONSE_ENTRIES = 1024;

/**
 * Response R of a projector, one table for three channels: entry i holds the signals (r, g, b) for light (i/(n−1))².
 * Indexed by the square root of light because the signal is nearly straight in it; a table over light itself would be
 * coarse exactly where the eye is keen. Returns RGBA quadruples (a = 1), length 4·entries.
 */
export const responseTable = (
  gamma: readonly [number, number, number],
  entries = RESPONSE_ENTRIES,
): Float32Array => {
  const table = new Float32Array(entries * 4);
  for (let i = 0; i < entries; i++) {
    const root = i / (entries - 1);
    gamma.forEach((value, channel) => (table[i * 4 + channel] = encodeLight(root * root, value)));
    table[i * 4 + 3] = 1;
  }
  return table;
};

const fract = (value: number): number => value - Math.floor(value);

/**
 * Dither of one 8-bit step, −0.5/255 … 0.5/255, for pixel (x, y), channel 0–2 and a frame's index. A rank-1 lattice
 * (M. Roberts, The Unreasonable Effectiveness of Quasirandom Sequences, 2018): any 5×5 pixels hold nearly every
 * threshold once, so that a seam's mean is exact where white noise would leave ±0.1 code. Exact mode passes frame 0.
 */
export const ditherAt = (x: number, y: number, channel: number, frame: number): number =>
  (fract(0.7548776662466927 * x + 0.5698402909980532 * y + channel / 3 + 0.6180339887498949 * frame) - 0.5) /
  255;
