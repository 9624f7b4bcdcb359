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

/** Steam, breath, sparks and engines: voices made of noise and pulses. `hertz` is a colour rather than a pitch. */
function hiss({ duration, force, random }: Sound): Float32Array {
  const body = noise(duration + 0.3, (t) => ease(t / 0.012) * Math.exp((-t * 3) / duration), random);
  return mix(
    silence(duration + 0.3),
    filtered(body, { kind: 'high', hertz: sweep(4200, 7000, duration), q: 0.8 }),
    force,
  );
}
/** A bellows: in for the first half, out for the second. */
function breath({ duration, force, random }: Sound): Float32Array {
  const shape = (t: number) => Math.sin((Math.PI * t) / duration) ** 2 * (t > duration / 2 ? 1 : 0.7);
  const air = noise(duration, (t) => Math.max(0, shape(t)), random);
  const colour = (t: number) => 260 + 620 * Math.sin((Math.PI * t) / duration) ** 2;
  return mix(silence(duration), filtered(air, { kind: 'band', hertz: colour, q: 1.4 }), 1.8 * force);
}
function chuff({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.5);
  const puff = noise(0.45, struck(0.006, 0.065), random);
  mix(out, filtered(puff, { kind: 'band', hertz: sweep(hertz * 2.2, hertz, 0.12), q: 0.9 }), 2.4 * force);
  return mix(out, filtered(puff, { kind: 'high', hertz: steady(4500), q: 0.7 }), 0.25 * force);
}
/** An arc lamp: short bursts of sparks, as brushes on a drum. */
function crackle({ duration, force, random }: Sound): Float32Array {
  const sparks = silence(duration + 0.05);
  const count = Math.round(duration * 90 * (0.6 + force));
  for (let each = 0; each < count; each += 1) {
    const at = duration * random() ** 1.7;
    mix(sparks, noise(0.004, struck(0.0002, 0.0006), random), random() * force, at);
  }
  return mix(silence(duration + 0.05), filtered(sparks, { kind: 'high', hertz: steady(3000), q: 0.9 }), 1.6);
}
/** Mains hum on G: the odd and even harmonics of 49 Hz, breathing slowly. */
function hum({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const shape = held(1.2, 1.2, duration);
  [0.35, 1, 0.25, 0.45, 0.1, 0.22, 0.05, 0.12].forEach((level, index) => {
    const phase = random() * 6;
    const envelope = (t: number) => shape(t) * (0.85 + 0.15 * Math.sin(0.9 * t + phase));
    addPartial(out, { hertz: hertz * (index + 1), level: 0.3 * level * force, envelope, bend: null, phase });
  });
  return out;
}
function putt({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.35);
  addPartial(out, {
    hertz,
    level: 1.2 * force,
    envelope: struck(0.002, 0.06),
    bend: sweep(2.4, 1, 0.05),
    phase: 0,
  });
  return mix(
    out,
    filtered(noise(0.2, struck(0.002, 0.028), random), { kind: 'band', hertz: steady(420), q: 1.2 }),
    1.7 * force,
  );
}
function click({ hertz, force, random }: Sound): Float32Array {
  const out = silence(0.08);
  mix(
    out,
    filtered(noise(0.06, struck(0.0003, 0.004), random), { kind: 'band', hertz: steady(hertz), q: 2.2 }),
    2.2 * force,
  );
  return out;
}
/** Sixteen frames a second through the gate, with the crank's turn in the loudness. */
function whirr({ duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const shape = held(0.5, 0.5, duration);
  for (let frame = 0; frame < duration * 16; frame += 1) {
    const at = frame / 16;
    const tick = filtered(noise(0.05, struck(0.001, 0.009), random), {
      kind: 'band',
      hertz: steady(frame % 2 ? 1500 : 1900),
      q: 1.5,
    });
    mix(out, tick, force * shape(at) * (0.8 + 0.2 * Math.sin((2 * Math.PI * frame) / 8)), at);
  }
  const motor = noise(duration, shape, random);
  return mix(out, filtered(motor, { kind: 'band', hertz: steady(700), q: 1.1 }), 0.1 * force);
}
/** A rotary engine that comes, passes and goes: pulses through two formants, the pitch falling as it passes. */
function aero({ hertz, duration, force, random }: Sound): Float32Array {
  const out = silence(duration);
  const pass = duration * 0.62;
  const near = (t: number) => 1 / (1 + ((t - pass) / (duration * 0.16)) ** 2);
  const shape = held(duration * 0.3, duration * 0.2, duration);
  const bend = (t: number) => 1.07 - 0.14 * ease((t - pass + duration * 0.12) / (duration * 0.24));
  for (let partial = 1; partial <= 22; partial += 1) {
    const formant =
      1 / (1 + ((partial * hertz - 260) / 240) ** 2) + 0.4 / (1 + ((partial * hertz - 900) / 300) ** 2);
    const phase = random() * 6;
    const flutter = 6 + 5 * random();
    const envelope = (t: number) =>
      shape(t) * (0.15 + 0.85 * near(t)) * (0.8 + 0.2 * Math.sin(flutter * t + phase));
    addPartial(out, { hertz: partial * hertz, level: 0.4 * force * formant, envelope, bend, phase });
  }
  return out;
}
function wind({ duration, force, random }: Sound): Float32Array {
  const shape = (t: number) => ease(t / (duration * 0.9)) ** 2 * ease((duration - t) / (duration * 0.08));
  return mix(
    silence(duration),
    filtered(noise(duration, shape, random), { kind: 'band', hertz: sweep(400, 5200, duration), q: 1.1 }),
    1.2 * force,
  );
}

export const air: Record<string, Voice> = {
  hiss: { make: hiss, level: 0.16, send: 0.12 },
  breath: { make: breath, level: 0.4, send: 0.4 },
  chuff: { make: chuff, level: 0.5, send: 0.2 },
  crackle: { make: crackle, level: 0.3, send: 0.2 },
  hum: { make: hum, level: 0.36, send: 0.05 },
  putt: { make: putt, level: 0.5, send: 0.06 },
  click: { make: click, level: 0.25, send: 0.1 },
  whirr: { make: whirr, level: 0.22, send: 0.1 },
  aero: { make: aero, level: 0.11, send: 0.25 },
  wind: { make: wind, level: 0.3, send: 0.3 },
};
