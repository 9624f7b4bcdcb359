import {
  type Envelope,
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

/** What comes, passes and goes, and a siren: their notes wander across the stereo picture. */
const bump = (middle: number, width: number): Envelope => {
  return (t) => 1 / (1 + ((t - middle) / width) ** 2);
};

/** Four engines with reheat: over the middle at 0.6 of its length. */
function jet({ duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const middle = duration * 0.6;
  const close = bump(middle, duration * 0.13);
  const shape = held(duration * 0.35, duration * 0.25, duration);
  const loud = (t: number) => shape(t) * (0.08 + 0.92 * close(t));
  const pitch = (t: number) => 1.12 - 0.24 * ease((t - middle + duration * 0.12) / (duration * 0.24));
  const roar = noise(duration, loud, random);
  mix(out, filtered(roar, { kind: 'low', hertz: (t) => 260 + 900 * close(t), q: 0.8 }), 1.5 * force);
  mix(out, filtered(roar, { kind: 'band', hertz: (t) => 1900 * pitch(t), q: 1 }), 0.8 * force);
  const tear = noise(duration, (t) => loud(t) * (random() < 0.02 ? 3 : 0.3), random);
  mix(out, filtered(tear, { kind: 'low', hertz: steady(900), q: 0.7 }), 0.9 * force);
  for (const hertz of [1480, 2215, 2960])
    addPartial(out, {
      hertz,
      level: 0.1 * force,
      envelope: (t) => shape(t) * close(t) * (t < middle ? 1 : 0.5),
      bend: pitch,
      phase: random() * 6,
    });
  return out;
}
function boom({ force, random }: Sound): Float32Array {
  const out = silence(1.8);
  for (const at of [0, 0.14]) {
    const body = silence(1.2);
    addPartial(body, {
      hertz: 44,
      level: 1,
      envelope: struck(0.003, 0.2),
      bend: sweep(2.4, 1, 0.1),
      phase: 0,
    });
    mix(body, filtered(noise(0.8, struck(0.002, 0.12), random), { kind: 'low', hertz: sweep(1600, 120, 0.3), q: 0.8 }), 1.3); // prettier-ignore
    mix(out, body, at === 0 ? force : 0.85 * force, at);
  }
  return out;
}
/** Two power cars and eight trailers at 260 km/h: the wind, the motors, the axles over one joint. */
function train({ duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const middle = duration / 2;
  const close = bump(middle, duration * 0.13);
  const shape = held(duration * 0.3, duration * 0.3, duration);
  const loud = (t: number) => shape(t) * close(t);
  const pitch = (t: number) => 1.15 - 0.3 * ease((t - middle + duration * 0.1) / (duration * 0.2));
  const rush = noise(duration, loud, random);
  mix(out, filtered(rush, { kind: 'band', hertz: (t) => 700 + 1500 * close(t) * pitch(t), q: 0.7 }), 2 * force); // prettier-ignore
  mix(out, filtered(rush, { kind: 'low', hertz: steady(160), q: 1 }), 1.6 * force);
  for (const [hertz, level] of [
    [311, 0.3],
    [392, 0.24],
    [622, 0.2],
    [1244, 0.1],
  ] as const)
    addPartial(out, { hertz, level: level * force, envelope: loud, bend: pitch, phase: random() * 6 });
  for (let axle = 0; axle < 13; axle += 1)
    for (const second of [0, 0.035]) {
      const at = middle + ((axle - 6) * duration) / 26 + second;
      const joint = noise(0.08, struck(0.0006, 0.012), random);
      mix(out, filtered(joint, { kind: 'band', hertz: steady(620), q: 1.2 }), 2 * force * loud(at), at);
    }
  return out;
}
/** A motor siren: up for a third of its length, and slowly down until it only turns. */
function siren({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const up = duration * 0.41;
  const bend = (t: number) =>
    t < up ? 0.3 + 0.7 * ease(t / up) ** 0.7 : 1 - 0.62 * ease((t - up * 1.5) / (duration - up * 1.5));
  const shape = (t: number) =>
    ease(t / (up * 0.9)) * ease((duration - t) / (duration * 0.55)) * (0.93 + 0.07 * Math.sin(11 * t));
  for (let partial = 1; partial <= 9; partial += 1)
    addPartial(out, {
      hertz: hertz * partial,
      level: (0.34 * force) / partial ** 1.1,
      envelope: shape,
      bend,
      phase: random() * 6,
    });
  return out;
}

export const passing: Record<string, Voice> = {
  jet: { make: jet, level: 0.75, send: 0.2 },
  boom: { make: boom, level: 0.6, send: 0.4 },
  train: { make: train, level: 0.4, send: 0.15 },
  siren: { make: siren, level: 0.5, send: 0.5 },
};
