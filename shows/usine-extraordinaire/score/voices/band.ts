import {
  type Sound,
  type Voice,
  addPartial,
  ease,
  filtered,
  held,
  mix,
  noise,
  silence,
  steady,
  struck,
  sweep,
} from './tone.ts';
import { plucked, saw, shaped } from './wave.ts';

/** Dance halls, guitars and voices: muted trumpet, clarinet, accordion, double bass, banjo, electric guitar, choir. */

const near = (hertz: number, centre: number, width: number): number =>
  1 / (1 + ((hertz - centre) / width) ** 2);

/** The mute lets two bands through. */
function trumpet({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.15);
  const shape = held(0.025, 0.1, duration + 0.1);
  const bend = (t: number) =>
    (1 - 0.03 * Math.exp(-t / 0.03)) *
    (1 + 0.006 * ease((t - 0.15) / 0.25) * Math.sin(2 * Math.PI * 5.6 * t));
  for (let partial = 1; partial <= 20; partial += 1) {
    const f = partial * hertz;
    const level = 0.08 + 0.9 * near(f, 1650, 420) + 0.5 * near(f, 3200, 700);
    const envelope = (t: number) => (shape(t) * (0.4 + 0.6 * force)) ** (1 + 0.12 * (partial - 1));
    addPartial(out, { hertz: f, level: 0.24 * force * level, envelope, bend, phase: random() * 6 });
  }
  return out;
}
function clarinet({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.12);
  const shape = held(0.03, 0.08, duration + 0.08);
  const bend = (t: number) => 1 + 0.004 * ease((t - 0.2) / 0.3) * Math.sin(2 * Math.PI * 5 * t);
  for (let partial = 1; partial <= 13; partial += 1) {
    const level = partial % 2 ? 1 / partial ** 1.1 : 0.14 / partial ** 0.8;
    const envelope = (t: number) => (shape(t) * (0.5 + 0.5 * force)) ** (1 + 0.15 * (partial - 1));
    addPartial(out, {
      hertz: hertz * partial,
      level: 0.5 * force * level,
      envelope,
      bend,
      phase: random() * 6,
    });
  }
  return out;
}
/** Three reeds, one sharp and one flat: musette. */
function accordion({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.12);
  const shape = held(0.05, 0.09, duration + 0.09);
  const bellows = (t: number) => shape(t) * (0.85 + 0.15 * ease(t / Math.max(0.2, duration)));
  for (const cents of [-13, 0, 14])
    for (let partial = 1; partial <= 12; partial += 1)
      addPartial(out, {
        hertz: hertz * partial * 2 ** (cents / 1200),
        level: ((0.2 * force) / partial ** 0.95) * (0.5 + near(partial * hertz, 1500, 1200)),
        envelope: bellows,
        bend: null,
        phase: random() * 6,
      });
  return out;
}
function upright({ hertz, duration, force, random }: Sound): Float32Array {
  const length = Math.min(1.4, duration + 0.25);
  const out = silence(length);
  const release = (t: number) => ease((length - t) / 0.12);
  for (let partial = 1; partial <= 8; partial += 1)
    addPartial(out, {
      hertz: hertz * partial,
      level: (0.7 * force) / partial ** 1.15,
      envelope: (t) => struck(0.006, 0.55 / (1 + 0.6 * (partial - 1)))(t) * release(t),
      bend: sweep(1.012, 1, 0.05),
      phase: random() * 6,
    });
  return mix(
    out,
    filtered(noise(0.05, struck(0.001, 0.01), random), { kind: 'band', hertz: steady(1100), q: 1 }),
    0.5 * force,
  );
}
function banjo({ hertz, force, random }: Sound): Float32Array {
  const string = plucked(0.5, hertz, { keep: 0.985, dull: 0.1, random });
  const skin = filtered(string, { kind: 'high', hertz: steady(400), q: 0.9 });
  return mix(
    silence(0.5),
    shaped(skin, (t) => ease((0.5 - t) / 0.2)),
    1.1 * force,
  );
}
/** Steel strings, a pick-up near the bridge, the amplifier's tremolo. */
function guitar({ hertz, duration, force, random }: Sound): Float32Array {
  const length = duration + 0.3;
  const string = plucked(length, hertz, { keep: 0.9975, dull: 0.35 - 0.3 * force, random });
  const voiced = filtered(string, { kind: 'high', hertz: steady(170), q: 0.8 });
  const shape = (t: number) => ease((length - t) / 0.25) * (0.84 + 0.16 * Math.cos(2 * Math.PI * 6.67 * t));
  const drive = shaped(voiced, shape).map((value) => Math.tanh(2.2 * value));
  return mix(silence(length), filtered(drive, { kind: 'low', hertz: steady(5200), q: 1 }), 0.8 * force);
}
function ride({ force, random }: Sound): Float32Array {
  const out = silence(0.8);
  [3170, 4460, 5230, 7120, 8810].forEach((hertz, index) =>
    addPartial(out, {
      hertz,
      level: 0.12 * force,
      envelope: struck(0.0008, 0.13 / (1 + 0.2 * index)),
      bend: null,
      phase: random() * 6,
    }),
  );
  const wash = noise(0.7, struck(0.001, 0.1), random);
  return mix(out, filtered(wash, { kind: 'high', hertz: steady(6500), q: 0.8 }), 0.5 * force);
}
function brush({ duration, force, random }: Sound): Float32Array {
  const sweepShape = noise(
    duration + 0.1,
    (t) => Math.sin(Math.PI * Math.min(1, t / (duration + 0.1))) ** 2,
    random,
  );
  return mix(
    silence(duration + 0.1),
    filtered(sweepShape, { kind: 'band', hertz: steady(3400), q: 0.7 }),
    force,
  );
}

/** First three formants of a, o, e, i (Peterson and Barney's table of 1952, rounded). */
const vowels = [
  [730, 1090, 2440],
  [570, 840, 2410],
  [530, 1840, 2480],
  [290, 2250, 2950],
] as const;
function sung(wave: Float32Array, vowel: number): Float32Array {
  const out = new Float32Array(wave.length);
  (vowels[vowel % 4] ?? vowels[0]).forEach((hertz, index) =>
    mix(out, filtered(wave, { kind: 'band', hertz: steady(hertz), q: 7 }), [1, 0.6, 0.3][index] ?? 0),
  );
  return out;
}
function choir({ hertz, duration, force, random }: Sound): Float32Array {
  const length = duration + 0.5;
  const wave = silence(length);
  for (const singer of [-1, 0, 1]) {
    const speed = 4.7 + random();
    const offset = random() * 6;
    const bend = (t: number) => 1 + 0.005 * singer + 0.006 * Math.sin(2 * Math.PI * speed * t + offset);
    mix(wave, saw(length, hertz, bend, random()), 0.5);
  }
  const shape = held(Math.min(0.35, duration * 0.4), 0.45, length);
  return mix(silence(length), shaped(sung(wave, Math.floor(random() * 2)), shape), 1.1 * force);
}
/** A syllable cut from somebody's speech. */
function grain({ hertz, duration, force, random }: Sound): Float32Array {
  const glide = 0.9 + 0.25 * random();
  const wave = saw(duration, hertz, (t) => glide ** (t / duration), random());
  mix(wave, noise(duration, struck(0.002, 0.02), random), 0.7);
  const shape = (t: number) => Math.sin((Math.PI * Math.min(t, duration)) / duration) ** 1.2;
  return mix(silence(duration), shaped(sung(wave, Math.floor(random() * 4)), shape), 1.5 * force);
}

export const band: Record<string, Voice> = {
  trumpet: { make: trumpet, level: 0.5, send: 0.2 },
  clarinet: { make: clarinet, level: 0.4, send: 0.22 },
  accordion: { make: accordion, level: 0.36, send: 0.22 },
  upright: { make: upright, level: 0.6, send: 0.08 },
  banjo: { make: banjo, level: 0.62, send: 0.12 },
  guitar: { make: guitar, level: 0.5, send: 0.3 },
  ride: { make: ride, level: 0.24, send: 0.12 },
  brush: { make: brush, level: 0.16, send: 0.1 },
  choir: { make: choir, level: 0.5, send: 0.5 },
  grain: { make: grain, level: 0.42, send: 0.35 },
};
