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

/** Struck and rubbed iron: anvil, steam hammer, rivet, bowed plate, bell. Mode ratios are those of bars and plates. */
const anvilModes = [1, 1.506, 2.317, 2.71, 3.62, 4.44, 5.37, 6.91, 8.2];

function anvil({ hertz, force, random }: Sound): Float32Array {
  const out = silence(2.6);
  anvilModes.forEach((ratio, index) => {
    for (const split of [0.9988, 1.0013]) {
      const decay = 0.75 / (1 + 0.55 * index);
      const level = (0.3 * force ** (1 + 0.12 * index)) / (1 + 0.3 * index);
      addPartial(out, {
        hertz: hertz * ratio * split,
        level,
        envelope: struck(0.0008, decay),
        bend: null,
        phase: random() * 6,
      });
    }
  });
  const click = filtered(noise(0.03, struck(0.0003, 0.004), random), {
    kind: 'high',
    hertz: steady(2500),
    q: 0.7,
  });
  return mix(out, click, force * 0.9);
}

/** 100 tonnes from five metres: the ground first, then the iron, then the steam let go. */
function hammer({ force, random }: Sound): Float32Array {
  const out = silence(2.6);
  addPartial(out, {
    hertz: 40,
    level: 1.1 * force,
    envelope: struck(0.002, 0.42),
    bend: sweep(3, 1, 0.16),
    phase: 0,
  });
  addPartial(out, {
    hertz: 61,
    level: 0.5 * force,
    envelope: struck(0.002, 0.3),
    bend: sweep(2.2, 1, 0.1),
    phase: 1,
  });
  const ground = filtered(noise(1.6, struck(0.004, 0.3), random), {
    kind: 'low',
    hertz: sweep(900, 70, 0.5),
    q: 0.8,
  });
  mix(out, ground, 1.1 * force);
  const slap = filtered(noise(0.2, struck(0.0005, 0.02), random), {
    kind: 'band',
    hertz: steady(1400),
    q: 0.9,
  });
  mix(out, slap, 1.3 * force);
  const iron = [187, 291, 433, 612, 1043];
  iron.forEach((f, index) =>
    addPartial(out, {
      hertz: f,
      level: (0.2 * force) / (1 + index * 0.4),
      envelope: struck(0.001, 0.28 / (1 + 0.3 * index)),
      bend: null,
      phase: index,
    }),
  );
  const steam = filtered(
    noise(1.1, (t) => ease(t / 0.12) * Math.exp(-t / 0.28), random),
    { kind: 'high', hertz: sweep(3200, 5200, 1), q: 0.8 },
  );
  return mix(out, steam, 0.22 * force, 0.24);
}

function rivet({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.35);
  [1, 1.72, 2.61, 3.9].forEach((ratio, index) =>
    addPartial(out, {
      hertz: hertz * ratio,
      level: (0.3 * force) / (1 + index),
      envelope: struck(0.0006, 0.045 / (1 + 0.4 * index)),
      bend: null,
      phase: random() * 6,
    }),
  );
  const click = filtered(noise(0.05, struck(0.0003, 0.006), random), {
    kind: 'band',
    hertz: steady(3100),
    q: 1.2,
  });
  return mix(out, click, force);
}

/** A plate drawn with a bow: each mode speaks late and trembles by itself. */
function bowed({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration + 2);
  [1, 1.003, 2.756, 2.763, 5.404, 5.41, 8.93].forEach((ratio, index) => {
    const tremor = 0.7 + 3 * random();
    const phase = random() * 6;
    const swell = held(duration * (0.35 + 0.08 * index), duration * 0.45 + 1, duration + 1.9);
    const level = (0.34 * force) / (1 + index * 0.9);
    const envelope = (t: number) => swell(t) * (0.75 + 0.25 * Math.sin(tremor * t * 2 + phase));
    addPartial(out, {
      hertz: hertz * ratio,
      level,
      envelope,
      bend: (t) => 1 + 0.0012 * Math.sin(tremor * t + phase),
      phase,
    });
  });
  return out;
}
function bell({ hertz, force, random }: Sound): Float32Array {
  const out = silence(3.5);
  [0.5, 1, 1.19, 1.5, 2, 2.52, 3.01, 4.1].forEach((ratio, index) =>
    addPartial(out, {
      hertz: hertz * ratio,
      level: (0.3 * force) / (1 + 0.5 * index),
      envelope: struck(0.001, 1.3 / (1 + 0.5 * index)),
      bend: null,
      phase: random() * 6,
    }),
  );
  return out;
}

export const metal: Record<string, Voice> = {
  anvil: { make: anvil, level: 0.5, send: 0.4 },
  hammer: { make: hammer, level: 0.6, send: 0.22 },
  rivet: { make: rivet, level: 0.5, send: 0.25 },
  bowed: { make: bowed, level: 0.55, send: 0.7 },
  bell: { make: bell, level: 0.5, send: 0.5 },
};
