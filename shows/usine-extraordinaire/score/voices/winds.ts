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
} from './tone.ts';

/**
 * Voices that are held: brass (partials grow with loudness, after Risset's analysis of trumpet tones, 1965), strings,
 * glass harmonica, theremin, fairground organ, sine and drone.
 */
function brass({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.35);
  const shape = held(0.05 + 0.05 * (1 - force), 0.25, duration + 0.3);
  const swell = (t: number) => shape(t) * (0.82 + 0.18 * ease(t / Math.max(0.3, duration)));
  for (const player of [-1, 0, 1]) {
    const tune = 1 + player * 0.0028 + (random() - 0.5) * 0.001;
    const vibrato = 4.6 + random();
    const bend = (t: number) =>
      tune *
      (1 - 0.012 * Math.exp(-t / 0.035)) *
      (1 + 0.0022 * ease((t - 0.3) / 0.6) * Math.sin(2 * Math.PI * vibrato * t));
    for (let partial = 1; partial <= 18; partial += 1) {
      const level = (0.13 * force) / partial ** 0.55;
      const envelope = (t: number) => (swell(t) * (0.35 + 0.65 * force)) ** (1 + 0.3 * (partial - 1));
      addPartial(out, { hertz: hertz * partial, level, envelope, bend, phase: random() * 6 });
    }
  }
  return out;
}
function strings({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.9);
  const shape = held(Math.min(0.5, duration * 0.35), 0.8, duration + 0.8);
  for (const player of [-2, -1, 1, 2]) {
    const tune = 1 + player * 0.0021 + (random() - 0.5) * 0.0015;
    const speed = 4.8 + random() * 1.2;
    const offset = random() * 6;
    const bend = (t: number) => tune * (1 + 0.0025 * Math.sin(2 * Math.PI * speed * t + offset));
    for (let partial = 1; partial <= 12; partial += 1) {
      const level = (0.1 * force) / partial ** (1.45 - 0.35 * force);
      addPartial(out, { hertz: hertz * partial, level, envelope: shape, bend, phase: random() * 6 });
    }
  }
  return out;
}
function glass({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 1.3);
  const shape = held(0.11, 1.2, duration + 1.2);
  [1, 1.0016, 2.003, 3.01, 4.02].forEach((ratio, index) => {
    const level = [0.5, 0.32, 0.11, 0.05, 0.02][index] ?? 0;
    const phase = random() * 6;
    const envelope = (t: number) => shape(t) * (0.87 + 0.13 * Math.sin(2 * Math.PI * 4.4 * t + phase));
    addPartial(out, { hertz: hertz * ratio, level: level * force, envelope, bend: null, phase });
  });
  const rub = filtered(noise(duration + 0.4, held(0.2, 0.4, duration + 0.4), random), {
    kind: 'band',
    hertz: steady(hertz * 2),
    q: 9,
  });
  return mix(out, rub, 0.09 * force);
}
function theremin({ hertz, duration, force, from, random }: Sound): Float32Array {
  const out = silence(duration + 0.2);
  const start = from === null ? 1 : toHertz(from) / hertz;
  const bend = (t: number) =>
    start ** (1 - ease(t / 0.16)) * (1 + 0.008 * ease((t - 0.12) / 0.3) * Math.sin(2 * Math.PI * 5.7 * t));
  const shape = held(from === null ? 0.14 : 0.05, 0.14, duration + 0.12);
  [1, 0.3, 0.12, 0.05].forEach((level, index) =>
    addPartial(out, {
      hertz: hertz * (index + 1),
      level: 0.5 * level * force,
      envelope: shape,
      bend,
      phase: random(),
    }),
  );
  return out;
}
function organ({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 0.08);
  const shape = held(0.018, 0.06, duration + 0.06);
  const envelope = (t: number) => shape(t) * (0.9 + 0.1 * Math.sin(2 * Math.PI * 6.3 * t));
  [
    [1, 0.5],
    [2.004, 0.36],
    [2.997, 0.16],
    [4.01, 0.2],
    [5, 0.06],
    [6, 0.07],
    [8, 0.06],
  ].forEach(([ratio, level]) =>
    addPartial(out, {
      hertz: hertz * (ratio ?? 1),
      level: 0.4 * (level ?? 0) * force,
      envelope,
      bend: (t) => 1 + 0.0016 * Math.sin(2 * Math.PI * 6.3 * t),
      phase: random() * 6,
    }),
  );
  const chiff = filtered(noise(0.07, held(0.005, 0.05, 0.07), random), {
    kind: 'band',
    hertz: steady(hertz * 3),
    q: 3,
  });
  return mix(out, chiff, 0.3 * force);
}
/** A pure tone, for the three colours. */
function sine({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 1.5);
  const shape = held(Math.min(1.6, duration * 0.4), 1.5, duration + 1.4);
  const bend = (t: number) => 1 + 0.0009 * Math.sin(2 * Math.PI * 0.31 * t);
  [1, 1.0013, 2].forEach((ratio, index) =>
    addPartial(out, {
      hertz: hertz * ratio,
      level: (index === 2 ? 0.06 : 0.3) * force,
      envelope: shape,
      bend,
      phase: random() * 6,
    }),
  );
  return out;
}
function drone({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 1.5);
  const shape = held(duration * 0.3, 1.6, duration + 1.4);
  for (let partial = 1; partial <= 14; partial += 1) {
    for (const split of [-1, 1]) {
      const speed = 0.12 + 0.4 * random();
      const phase = random() * 6;
      const envelope = (t: number) => shape(t) * (0.6 + 0.4 * Math.sin(2 * Math.PI * speed * t + phase));
      addPartial(out, {
        hertz: hertz * partial * (1 + split * 0.0011),
        level: (0.26 * force) / partial ** 1.25,
        envelope,
        bend: null,
        phase,
      });
    }
  }
  return out;
}

export const winds: Record<string, Voice> = {
  brass: { make: brass, level: 0.58, send: 0.3 },
  strings: { make: strings, level: 0.4, send: 0.4 },
  glass: { make: glass, level: 0.34, send: 0.5 },
  theremin: { make: theremin, level: 0.3, send: 0.45 },
  organ: { make: organ, level: 0.42, send: 0.25 },
  sine: { make: sine, level: 0.34, send: 0.6 },
  drone: { make: drone, level: 0.36, send: 0.3 },
};
