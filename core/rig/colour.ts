/**
 * Light and signal. Light is linear, 1 is a projector's white; a signal is what leaves the page, 0–1 for codes 0–255.
 */

/** Signal → light of a projector whose response is a power: light = signal^gamma. */
export const decodeSignal = (signal: number, gamma: number): number => Math.max(0, signal) ** gamma;
/** Light → signal, the inverse. */
export const encodeLight = (light: number, gamma: number): number => Math.max(0, light) ** (1 / gamma);

const fract = (value: number): number => value - Math.floor(value);

/**
 * Dither of one 8-bit step, −0.495/255 … 0.495/255 (so that black and white stay whole), for pixel (x, y), channel 0–2 and a frame's index. A rank-1 lattice
 * (M. Roberts, The Unreasonable Effectiveness of Quasirandom Sequences, 2018): any 5×5 pixels hold nearly every
 * threshold once, so that a seam's mean is exact where white noise would leave ±0.1 code. Exact mode passes frame 0.
 */
export const ditherAt = (x: number, y: number, channel: number, frame: number): number =>
  (0.99 *
    (fract(0.7548776662466927 * x + 0.5698402909980532 * y + channel / 3 + 0.6180339887498949 * frame) -
      0.5)) /
  255;
