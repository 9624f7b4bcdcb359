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
import { pulse, shaped } from './wave.ts';

/** The shop floor of the twentieth century: press, stopwatch, relay, servo, weld, printer, heart. */

function thud(out: Float32Array, hertz: number, level: number, decay: number, at: number): void {
  const body = silence(decay * 7);
  addPartial(body, { hertz, level: 1, envelope: struck(0.002, decay), bend: sweep(2.6, 1, 0.06), phase: 0 });
  mix(out, body, level, at);
}
/** A stamping press: the die falls, the sheet rings shortly, the oil lets go. */
function press({ force, random }: Sound): Float32Array {
  const out = silence(1.2);
  thud(out, 52, 1.1 * force, 0.16, 0);
  const slam = noise(0.4, struck(0.0006, 0.035), random);
  mix(out, filtered(slam, { kind: 'band', hertz: sweep(2600, 500, 0.1), q: 0.7 }), 2.2 * force);
  [212, 338, 561, 884, 1390, 2210].forEach((hertz, index) =>
    addPartial(out, {
      hertz,
      level: (0.26 * force) / (1 + 0.35 * index),
      envelope: struck(0.0008, 0.1 / (1 + 0.2 * index)),
      bend: null,
      phase: random() * 6,
    }),
  );
  const oil = noise(0.5, (t) => ease(t / 0.05) * Math.exp(-t / 0.13), random);
  return mix(out, filtered(oil, { kind: 'high', hertz: sweep(2500, 5000, 0.4), q: 0.8 }), 0.2 * force, 0.42);
}
function knock(random: Sound['random'], hertz: number, decay: number, q: number): Float32Array {
  return filtered(noise(decay * 8, struck(0.0003, decay), random), {
    kind: 'band',
    hertz: steady(hertz),
    q,
  });
}
function ratchet({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.05);
  for (let tooth = 0; tooth < 6; tooth += 1)
    mix(
      out,
      knock(random, hertz * (1 + 0.04 * tooth), 0.005, 3),
      2.4 * force * (0.6 + 0.08 * tooth),
      (tooth * duration) / 6,
    );
  return out;
}
function tick({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.12);
  addPartial(out, {
    hertz,
    level: 0.25 * force,
    envelope: struck(0.0004, 0.012),
    bend: null,
    phase: random(),
  });
  return mix(out, knock(random, 4200, 0.003, 1.6), 1.5 * force);
}
/** Armature to the pole, then the contact: two knocks, 13 ms apart. */
function relay({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.16);
  mix(out, knock(random, hertz, 0.004, 2), 1.7 * force);
  mix(out, knock(random, hertz * 2.7, 0.003, 2), 1.6 * force, 0.013);
  addPartial(out, {
    hertz: hertz * 0.42,
    level: 0.4 * force,
    envelope: struck(0.001, 0.018),
    bend: null,
    phase: 0,
  });
  return out;
}
function punch({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.4);
  thud(out, hertz, 0.8 * force, 0.05, 0);
  mix(out, knock(random, 1700, 0.012, 1), 1.7 * force);
  const paper = noise(0.12, struck(0.01, 0.03), random);
  return mix(out, filtered(paper, { kind: 'high', hertz: steady(3800), q: 0.7 }), 0.3 * force, 0.05);
}
/** A ring of ferrite turning over. */
function core({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.1);
  addPartial(out, {
    hertz,
    level: 0.5 * force,
    envelope: struck(0.0008, 0.014),
    bend: sweep(1.5, 1, 0.012),
    phase: 0,
  });
  return mix(out, knock(random, 6000, 0.0015, 1.5), force);
}
/** A joint's motor: it runs from one pitch to another and stops with the brake. */
function servo({ hertz, duration, force, from, random }: Sound): Float32Array {
  const start = from === null ? 1 : (440 * 2 ** ((from - 69) / 12)) / hertz;
  const bend = (t: number) => start ** (1 - ease(t / (duration * 0.8)));
  const shape = held(0.02, 0.05, duration);
  const whine = shaped(pulse(duration, hertz, bend, 0.22), shape);
  const out = silence(duration + 0.1);
  mix(out, filtered(whine, { kind: 'band', hertz: (t) => hertz * bend(t) * 3, q: 1.1 }), 0.6 * force);
  addPartial(out, { hertz: hertz * 6.03, level: 0.12 * force, envelope: shape, bend, phase: 0 });
  return mix(out, knock(random, 1200, 0.006, 1.4), 1.2 * force, duration * 0.97);
}
function valve({ duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.2);
  const jet = noise(duration, (t) => ease(t / 0.004) * (1 - 0.6 * (t / duration)), random);
  mix(out, filtered(jet, { kind: 'high', hertz: sweep(5200, 2600, duration), q: 0.8 }), force);
  mix(out, knock(random, 800, 0.008, 1.2), 2 * force);
  return mix(out, knock(random, 1500, 0.004, 1.5), 1.5 * force, duration);
}
/** Spot weld: the transformer's buzz, then sparks. */
function weld({ duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.5);
  const shape = held(0.006, 0.03, duration);
  const buzz = noise(duration, (t) => shape(t) * (0.3 + 0.7 * Math.sin(2 * Math.PI * 50 * t) ** 2), random);
  mix(out, filtered(buzz, { kind: 'band', hertz: steady(2700), q: 0.8 }), 1.3 * force);
  mix(out, filtered(shaped(pulse(duration, 100, null, 0.3), shape), { kind: 'low', hertz: steady(1500), q: 0.8 }), 0.5 * force); // prettier-ignore
  for (let spark = 0; spark < 26; spark += 1)
    mix(out, knock(random, 4000 + 4000 * random(), 0.001, 1), force * random(), duration * 0.5 + 0.4 * random() ** 2); // prettier-ignore
  return out;
}
/** One layer laid: a stepper's tone in a short stroke. */
function layer({ hertz, duration, force, random }: Sound): Float32Array {
  const shape = held(0.006, 0.03, duration);
  const out = silence(duration + 0.05);
  mix(out, filtered(shaped(pulse(duration, hertz, null, 0.5), shape), { kind: 'band', hertz: steady(hertz * 4), q: 1.4 }), 0.8 * force); // prettier-ignore
  return mix(
    out,
    filtered(noise(duration, shape, random), { kind: 'high', hertz: steady(7000), q: 0.7 }),
    0.25 * force,
  );
}
const geiger = ({ force, random }: Sound): Float32Array =>
  mix(silence(0.04), knock(random, 5200, 0.0016, 0.9), 3 * force);
/** Two valves, two sounds: 52 and 63 Hz, a fifth of a second apart. */
function heart({ force }: Sound): Float32Array {
  const out = silence(0.9);
  thud(out, 50, 1.1 * force, 0.07, 0);
  thud(out, 61, 0.75 * force, 0.05, 0.21);
  return out;
}
function brick({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.4);
  mix(out, knock(random, hertz, 0.02, 2.4), 2.6 * force);
  mix(out, knock(random, hertz * 1.6, 0.012, 2), 1.4 * force, 0.021 + 0.01 * random());
  const dust = noise(0.3, struck(0.02, 0.07), random);
  return mix(out, filtered(dust, { kind: 'high', hertz: steady(2400), q: 0.7 }), 0.14 * force, 0.03);
}

export const machine: Record<string, Voice> = {
  press: { make: press, level: 0.62, send: 0.16 },
  ratchet: { make: ratchet, level: 0.75, send: 0.12 },
  tick: { make: tick, level: 0.55, send: 0.06 },
  relay: { make: relay, level: 0.95, send: 0.12 },
  punch: { make: punch, level: 0.5, send: 0.12 },
  core: { make: core, level: 0.55, send: 0.2 },
  servo: { make: servo, level: 0.3, send: 0.2 },
  valve: { make: valve, level: 0.2, send: 0.18 },
  weld: { make: weld, level: 0.34, send: 0.2 },
  layer: { make: layer, level: 0.3, send: 0.12 },
  geiger: { make: geiger, level: 0.4, send: 0.1 },
  heart: { make: heart, level: 0.7, send: 0.1 },
  brick: { make: brick, level: 1.3, send: 0.3 },
};
