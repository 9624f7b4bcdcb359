/** Building blocks of the voices: partials, envelopes, noise. Mono, 48 kHz, deterministic. */
export const RATE = 48_000;
export type Random = () => number;

/** Mulberry32: a small seeded generator, 0 ≤ x < 1. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const silence = (seconds: number): Float32Array =>
  new Float32Array(Math.max(1, Math.ceil(seconds * RATE)));

export type Envelope = (seconds: number) => number;
/** Linear attack, exponential fall with the given time constant. */
export const struck =
  (attack: number, decay: number): Envelope =>
  (t) =>
    t < attack ? t / attack : Math.exp(-(t - attack) / decay);
/** Raised-cosine attack and release around a level of 1. */
export const held =
  (attack: number, release: number, length: number): Envelope =>
  (t) =>
    ease(t / attack) * ease((length - t) / release);
export const ease = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * x));

export type Partial = {
  hertz: number;
  level: number;
  envelope: Envelope;
  /** Factor on the frequency at a time, or null for a steady pitch. */
  bend: Envelope | null;
  phase: number;
};
const BLOCK = 48;

/** Adds one sine; level and pitch are taken every millisecond and drawn straight between. */
export function addPartial(out: Float32Array, partial: Partial): void {
  if (partial.hertz > RATE * 0.45 || partial.hertz <= 0) return;
  let phase = partial.phase;
  let level = partial.level * partial.envelope(0);
  for (let start = 0; start < out.length; start += BLOCK) {
    const end = Math.min(out.length, start + BLOCK);
    const target = partial.level * partial.envelope(end / RATE);
    const bend = partial.bend ? partial.bend(start / RATE) : 1;
    if (level < 1e-6 && target < 1e-6) {
      phase += ((end - start) * 2 * Math.PI * partial.hertz * bend) / RATE;
      level = target;
      continue;
    }
    const turn = (2 * Math.PI * partial.hertz * bend) / RATE;
    const step = (target - level) / (end - start);
    for (let index = start; index < end; index += 1) {
      out[index] = (out[index] ?? 0) + level * Math.sin(phase);
      phase += turn;
      level += step;
    }
    phase %= 2 * Math.PI;
  }
}

export type Filter = { kind: 'low' | 'high' | 'band'; hertz: Envelope; q: number };
/** Zavalishin's state-variable filter (The Art of VA Filter Design, ch. 4), cut-off taken every millisecond. */
export function filtered(input: Float32Array, filter: Filter): Float32Array {
  const out = new Float32Array(input.length);
  let first = 0;
  let second = 0;
  const damping = 1 / filter.q;
  let g = 0;
  let scale = 1;
  for (let index = 0; index < input.length; index += 1) {
    if (index % BLOCK === 0) {
      g = Math.tan((Math.PI * Math.min(filter.hertz(index / RATE), RATE * 0.45)) / RATE);
      scale = 1 / (1 + g * (g + damping));
    }
    const value = input[index] ?? 0;
    const high = (value - (damping + g) * first - second) * scale;
    const band = g * high + first;
    const low = g * band + second;
    first = g * high + band;
    second = g * band + low;
    out[index] = filter.kind === 'low' ? low : filter.kind === 'high' ? high : band * damping;
  }
  return out;
}
export function noise(seconds: number, envelope: Envelope, random: Random): Float32Array {
  const out = silence(seconds);
  for (let index = 0; index < out.length; index += 1)
    out[index] = (random() * 2 - 1) * envelope(index / RATE);
  return out;
}
export function mix(out: Float32Array, input: Float32Array, level: number, at = 0): Float32Array {
  const offset = Math.round(at * RATE);
  const count = Math.min(input.length, out.length - offset);
  for (let index = 0; index < count; index += 1)
    out[offset + index] = (out[offset + index] ?? 0) + level * (input[index] ?? 0);
  return out;
}
export const steady =
  (value: number): Envelope =>
  () =>
    value;
/** From one value to another over so many seconds, exponentially. */
export const sweep =
  (from: number, to: number, seconds: number): Envelope =>
  (t) =>
    from * (to / from) ** Math.min(1, t / seconds);

export type Sound = { hertz: number; duration: number; force: number; from: number | null; random: Random };
export type Voice = { make: (sound: Sound) => Float32Array; level: number; send: number };
