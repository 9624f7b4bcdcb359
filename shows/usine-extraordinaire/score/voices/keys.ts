import {
  type Sound,
  type Voice,
  addPartial,
  ease,
  filtered,
  mix,
  noise,
  silence,
  steady,
  struck,
  sweep,
} from './tone.ts';

/** Struck and plucked strings, bars and skins: upright piano, celesta, pizzicato, timpani. */

/** Two strings a note, a little out of tune with each other, as an upright in a cinema is. */
function piano({ hertz, duration, force, random }: Sound): Float32Array {
  const ring = Math.min(duration + 0.25, 3.2);
  const out = silence(ring);
  const release = (t: number) => (t < duration ? 1 : Math.exp(-(t - duration) / 0.05));
  const length = 1.5 * (220 / hertz) ** 0.45;
  for (let partial = 1; partial <= 18; partial += 1) {
    const stiff = Math.sqrt(1 + 0.00042 * partial * partial);
    const strike = Math.abs(Math.sin((Math.PI * partial) / 7.6)) + 0.06;
    const level = (0.36 * force * strike) / partial ** (1.35 - 0.5 * force);
    const decay = length / (1 + 0.28 * (partial - 1));
    const envelope = (t: number) => struck(0.0015, decay)(t) * release(t);
    for (const split of [0.9989, 1.0012])
      addPartial(out, {
        hertz: hertz * partial * stiff * split,
        level,
        envelope,
        bend: null,
        phase: random() * 6,
      });
  }
  const knock = filtered(noise(0.06, struck(0.001, 0.012), random), {
    kind: 'band',
    hertz: steady(900),
    q: 0.8,
  });
  return mix(out, knock, 0.25 * force);
}
function celesta({ hertz, force, random }: Sound): Float32Array {
  const out = silence(2.2);
  const modes: [number, number, number][] = [
    [1, 0.55, 1],
    [2.0, 0.1, 0.6],
    [3.98, 0.2, 0.3],
    [6.3, 0.09, 0.12],
    [10.1, 0.05, 0.05],
  ];
  for (const [ratio, level, decay] of modes) {
    const envelope = struck(0.001, decay * 0.75 * (660 / hertz) ** 0.35);
    addPartial(out, {
      hertz: hertz * ratio,
      level: level * force ** (ratio > 2 ? 1.4 : 1),
      envelope,
      bend: null,
      phase: random() * 6,
    });
  }
  return out;
}
function pizzicato({ hertz, force, random }: Sound): Float32Array {
  const out = silence(1.1);
  for (let partial = 1; partial <= 9; partial += 1)
    addPartial(out, {
      hertz: hertz * partial,
      level: (0.5 * force) / partial ** 1.3,
      envelope: struck(0.003, 0.32 / (1 + 0.5 * (partial - 1))),
      bend: sweep(1.006, 1, 0.06),
      phase: random() * 6,
    });
  return out;
}
function timpani({ hertz, force, random }: Sound): Float32Array {
  const out = silence(2.2);
  [1, 1.504, 1.742, 2, 2.245, 2.494].forEach((ratio, index) =>
    addPartial(out, {
      hertz: hertz * ratio,
      level: (0.55 * force) / (1 + 0.9 * index),
      envelope: struck(0.002, 0.6 / (1 + 0.5 * index)),
      bend: sweep(1.02, 1, 0.1),
      phase: index,
    }),
  );
  return mix(
    out,
    filtered(noise(0.12, struck(0.001, 0.02), random), { kind: 'low', hertz: steady(700), q: 0.8 }),
    0.7 * force,
  );
}
/** A roll that grows, for the ends of phrases. */
function cymbal({ duration, force, random }: Sound): Float32Array {
  const shape = (t: number) => (t < duration ? ease(t / duration) ** 2 : Math.exp(-(t - duration) / 0.5));
  return mix(
    silence(duration + 1.8),
    filtered(noise(duration + 1.8, shape, random), { kind: 'high', hertz: steady(4800), q: 0.7 }),
    force,
  );
}
function crash({ force, random }: Sound): Float32Array {
  const out = silence(3);
  mix(
    out,
    filtered(noise(3, struck(0.002, 0.7), random), { kind: 'high', hertz: sweep(3200, 6500, 1.5), q: 0.7 }),
    force,
  );
  for (let mode = 0; mode < 14; mode += 1)
    addPartial(out, {
      hertz: 1900 + 6100 * random(),
      level: 0.05 * force,
      envelope: struck(0.002, 0.5 + random()),
      bend: null,
      phase: random() * 6,
    });
  return out;
}

export const strung: Record<string, Voice> = {
  piano: { make: piano, level: 0.95, send: 0.14 },
  celesta: { make: celesta, level: 0.46, send: 0.35 },
  pizzicato: { make: pizzicato, level: 0.55, send: 0.2 },
  timpani: { make: timpani, level: 0.7, send: 0.3 },
  cymbal: { make: cymbal, level: 0.16, send: 0.3 },
  crash: { make: crash, level: 0.2, send: 0.35 },
};
