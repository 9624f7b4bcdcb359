import { hertz as toHertz } from '../notes.ts';
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
import { pulse, saw, shaped } from './wave.ts';

/** Synthesisers and their drums, from the studio of the fifties to the club. */

function kick({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.7);
  addPartial(out, {
    hertz,
    level: 1.25 * force,
    envelope: struck(0.001, 0.13),
    bend: sweep(5.5, 1, 0.085),
    phase: 0,
  });
  const beater = noise(0.03, struck(0.0003, 0.003), random);
  return mix(out, filtered(beater, { kind: 'band', hertz: steady(3200), q: 0.8 }), 0.8 * force);
}
function snare({ force, random }: Sound): Float32Array {
  const out = silence(0.45);
  [186, 331].forEach((hertz, index) =>
    addPartial(out, {
      hertz,
      level: (0.6 - 0.2 * index) * force,
      envelope: struck(0.001, 0.06),
      bend: sweep(1.5, 1, 0.03),
      phase: 0,
    }),
  );
  const wires = noise(0.4, struck(0.0008, 0.085), random);
  return mix(out, filtered(wires, { kind: 'high', hertz: steady(1900), q: 0.7 }), 0.9 * force);
}
function clap({ force, random }: Sound): Float32Array {
  const out = silence(0.4);
  for (const at of [0, 0.011, 0.023]) mix(out, noise(0.03, struck(0.0004, 0.006), random), 0.8 * force, at);
  mix(out, noise(0.3, struck(0.001, 0.07), random), 0.7 * force, 0.034);
  return mix(silence(0.4), filtered(out, { kind: 'band', hertz: steady(1500), q: 0.9 }), 2.4);
}
function hat({ duration, force, random }: Sound): Float32Array {
  const body = noise(duration + 0.06, struck(0.0006, duration * 0.3), random);
  return mix(
    silence(duration + 0.06),
    filtered(body, { kind: 'high', hertz: steady(7600), q: 0.9 }),
    1.2 * force,
  );
}
/** Sequenced bass: a saw and a square an octave below under a filter that shuts. */
function bass({ hertz, duration, force, random }: Sound): Float32Array {
  const length = duration + 0.06;
  const wave = mix(saw(length, hertz, null, random()), pulse(length, hertz / 2, null, 0.5), 0.7);
  const shape = (t: number) => ease(t / 0.003) * ease((length - t) / 0.05);
  const cut = (t: number) => Math.min(9000, hertz * (1.6 + 16 * force * Math.exp(-t / 0.11)));
  return mix(
    silence(length),
    shaped(filtered(wave, { kind: 'low', hertz: cut, q: 2.4 }), shape),
    0.5 * (0.4 + 0.6 * force),
  );
}
function sub({ hertz, duration, force }: Sound): Float32Array {
  const out = silence(duration + 0.12);
  const envelope = held(0.012, 0.1, duration + 0.1);
  addPartial(out, { hertz, level: 0.9 * force, envelope, bend: null, phase: 0 });
  addPartial(out, { hertz: hertz * 2, level: 0.22 * force, envelope, bend: null, phase: 0 });
  addPartial(out, { hertz: hertz * 3, level: 0.1 * force, envelope, bend: null, phase: 0 });
  return out;
}
/** One voltage-controlled voice: a narrow pulse, a filter that opens with force. */
function arp({ hertz, duration, force, random }: Sound): Float32Array {
  const length = duration + 0.5;
  const shape = struck(0.003, 0.09 + duration * 0.5);
  const cut = (t: number) => Math.min(11_000, hertz * (1.3 + 11 * force * force * Math.exp(-t / 0.13)));
  const wave = mix(pulse(length, hertz, null, 0.3), saw(length, hertz * 1.003, null, random()), 0.4);
  const out = shaped(
    filtered(wave, { kind: 'low', hertz: cut, q: 1.9 }),
    (t) => shape(t) * ease((length - t) / 0.05),
  );
  return mix(silence(length), out, 0.7 * (0.3 + 0.7 * force));
}
function ensemble({ hertz, force, random }: Sound, length: number): Float32Array {
  const wave = silence(length);
  for (const cents of [-11, -5, 0, 6, 12])
    mix(wave, saw(length, hertz * 2 ** (cents / 1200), null, random()), 0.3);
  const drift = 0.2 + 0.3 * random();
  const open = 500 + 3600 * force;
  return filtered(wave, {
    kind: 'low',
    hertz: (t) => open * (1 + 0.35 * Math.sin(2 * Math.PI * drift * t)),
    q: 0.8,
  });
}
function pad(sound: Sound): Float32Array {
  const length = sound.duration + 0.9;
  const shape = held(Math.min(0.6, sound.duration * 0.3), 0.85, length);
  return mix(silence(length), shaped(ensemble(sound, length), shape), 0.4 * (0.4 + 0.6 * sound.force));
}
/** A pad that the kick pushes away and that comes back: full only at the end of its duration. */
function swell(sound: Sound): Float32Array {
  const { duration, force } = sound;
  const length = duration + 0.05;
  const shape = (t: number) => ease(t / (duration * 0.8)) ** 1.4 * ease((length - t) / 0.05);
  return mix(silence(length), shaped(ensemble(sound, length), shape), 0.5 * (0.4 + 0.6 * force));
}
function lead({ hertz, duration, force, from, random }: Sound): Float32Array {
  const length = duration + 0.15;
  const start = from === null ? 1 : toHertz(from) / hertz;
  const bend = (t: number) =>
    start ** (1 - ease(t / 0.09)) * (1 + 0.006 * ease((t - 0.2) / 0.3) * Math.sin(2 * Math.PI * 5.4 * t));
  const wave = mix(saw(length, hertz, bend, random()), pulse(length, hertz * 1.004, bend, 0.4), 0.8);
  const cut = (t: number) => Math.min(12_000, hertz * (3 + 5 * force) * (0.7 + 0.6 * Math.exp(-t / 0.2)));
  const voiced = shaped(filtered(wave, { kind: 'low', hertz: cut, q: 1.3 }), held(0.012, 0.12, length));
  return mix(silence(length), voiced, 0.34 * (0.35 + 0.65 * force));
}
/** Frequency-shift keying: two tones, a bit every 33 ms, told by the seed. */
function chirp({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.02);
  const bits = Array.from({ length: 200 }, () => (random() < 0.5 ? 1 : 1.333));
  const bend = (t: number) => bits[Math.floor(t / 0.033) % 200] ?? 1;
  const envelope = held(0.008, 0.012, duration);
  addPartial(out, { hertz, level: 0.5 * force, envelope, bend, phase: 0 });
  addPartial(out, { hertz: hertz * 2, level: 0.12 * force, envelope, bend, phase: 0 });
  return out;
}
function carrier({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.1);
  const shape = held(0.03, 0.08, duration + 0.08);
  addPartial(out, { hertz, level: 0.4 * force, envelope: shape, bend: null, phase: 0 });
  addPartial(out, { hertz: hertz * 1.5, level: 0.2 * force, envelope: shape, bend: null, phase: 0 });
  const scrambled = noise(duration, (t) => shape(t) * ease(t / duration), random);
  return mix(out, filtered(scrambled, { kind: 'band', hertz: steady(1800), q: 1.5 }), 0.6 * force);
}
/** A pulse stretched into a chirp, from high to low. */
function zip({ hertz, duration, force }: Sound): Float32Array {
  const out = silence(duration + 0.05);
  const envelope = (t: number) => ease(t / 0.004) * ease((duration - t) / (duration * 0.7));
  [1, 1.5, 2.01].forEach((ratio, index) =>
    addPartial(out, {
      hertz: hertz * ratio,
      level: (0.5 * force) / (1 + index),
      envelope,
      bend: sweep(24, 1, duration * 0.8),
      phase: 0,
    }),
  );
  return out;
}
/** Two octaves upwards, loudest in the middle: begun anew every half of its length it rises for ever. */
function rise({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const envelope = (t: number) => Math.sin((Math.PI * Math.min(t, duration)) / duration) ** 2;
  const bend = (t: number) => 4 ** (t / duration);
  for (const ratio of [0.995, 1, 1.006, 2.002, 4])
    addPartial(out, {
      hertz: hertz * ratio,
      level: (0.3 * force) / Math.max(1, ratio),
      envelope,
      bend,
      phase: random() * 6,
    });
  const breath = filtered(noise(duration, envelope, random), {
    kind: 'band',
    hertz: (t) => hertz * 4 * bend(t),
    q: 1.6,
  });
  return mix(out, breath, 0.5 * force);
}
/** The sampled orchestra: everybody at once, for a quarter of a second. */
function orchestra({ hertz, force, random }: Sound): Float32Array {
  const length = 0.9;
  const out = silence(length);
  const shape = (t: number) => ease(t / 0.004) * Math.exp(-t / 0.19) * ease((length - t) / 0.1);
  for (const ratio of [0.5, 1, 1.498, 2, 2.997, 4, 6])
    for (const cents of [-8, 7])
      mix(out, shaped(saw(length, hertz * ratio * 2 ** (cents / 1200), null, random()), shape), 0.13);
  const bright = filtered(out, { kind: 'low', hertz: sweep(9000, 1800, 0.5), q: 0.8 });
  const burst = noise(0.25, struck(0.001, 0.03), random);
  mix(bright, filtered(burst, { kind: 'band', hertz: steady(900), q: 0.7 }), 0.9);
  return mix(silence(length), bright, 1.3 * force);
}

export const electro: Record<string, Voice> = {
  kick: { make: kick, level: 0.6, send: 0.03 },
  snare: { make: snare, level: 0.46, send: 0.14 },
  clap: { make: clap, level: 0.65, send: 0.22 },
  hat: { make: hat, level: 0.16, send: 0.05 },
  bass: { make: bass, level: 0.5, send: 0.03 },
  sub: { make: sub, level: 0.42, send: 0 },
  arp: { make: arp, level: 0.42, send: 0.25 },
  pad: { make: pad, level: 0.4, send: 0.4 },
  swell: { make: swell, level: 0.42, send: 0.35 },
  lead: { make: lead, level: 0.46, send: 0.3 },
  chirp: { make: chirp, level: 0.3, send: 0.25 },
  carrier: { make: carrier, level: 0.3, send: 0.3 },
  zip: { make: zip, level: 0.34, send: 0.35 },
  rise: { make: rise, level: 0.42, send: 0.3 },
  orchestra: { make: orchestra, level: 0.9, send: 0.3 },
};
