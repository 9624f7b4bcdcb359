import { type Envelope, RATE, silence } from './tone.ts';

/** Raw waves for filters: saw and pulse without aliasing that can be heard, and a plucked string. */

/** What rounds the step of a saw over two samples (Välimäki and Huovilainen, IEEE Signal Processing Magazine, 2007). */
function rounding(phase: number, step: number): number {
  if (phase < step) return (phase / step) * (2 - phase / step) - 1;
  if (phase > 1 - step) return ((phase - 1) / step + 2) * ((phase - 1) / step) + 1;
  return 0;
}
export function saw(seconds: number, hertz: number, bend: Envelope | null, start: number): Float32Array {
  const out = silence(seconds);
  let phase = start % 1;
  let step = hertz / RATE;
  for (let index = 0; index < out.length; index += 1) {
    if (bend && index % 48 === 0) step = (hertz * bend(index / RATE)) / RATE;
    out[index] = 2 * phase - 1 - rounding(phase, step);
    phase += step;
    if (phase >= 1) phase -= 1;
  }
  return out;
}
/** Two saws against each other: no direct current at any width. */
export function pulse(seconds: number, hertz: number, bend: Envelope | null, width: number): Float32Array {
  const out = saw(seconds, hertz, bend, 0);
  const other = saw(seconds, hertz, bend, width);
  return out.map((value, index) => 0.5 * (value - (other[index] ?? 0)));
}
export const shaped = (wave: Float32Array, envelope: Envelope): Float32Array =>
  wave.map((value, index) => value * envelope(index / RATE));

/** Karplus and Strong (Computer Music Journal, 1983): a burst goes round a delay line and loses its edge. */
export function plucked(
  seconds: number,
  hertz: number,
  { keep, dull, random }: { keep: number; dull: number; random: () => number },
): Float32Array {
  const out = silence(seconds);
  const exact = RATE / hertz - 0.5;
  const length = Math.floor(exact);
  const share = exact - length;
  let before = 0;
  const line = Float32Array.from({ length: length + 1 }, () => {
    before = dull * before + (1 - dull) * (random() * 2 - 1);
    return before;
  });
  let last = 0;
  for (let index = 0; index < out.length; index += 1) {
    const at = index % line.length;
    const next = line[(at + 1) % line.length] ?? 0;
    const value = (line[at] ?? 0) * share + next * (1 - share);
    out[index] = value;
    line[at] = keep * 0.5 * (value + last);
    last = value;
  }
  return out;
}
