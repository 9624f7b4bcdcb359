import { z } from 'zod';
import { clock, colour, number, positive, seed, share, whole } from './fields.ts';
import { defineLayer } from './layer.ts';

export const particleKinds = ['sparks', 'steam', 'snow', 'embers', 'swarm'] as const;
export type ParticleKind = (typeof particleKinds)[number];

/**
 * What each kind is made of. `speed` m/s along `direction` (degrees, counter-clockwise from the right) within ±spread
 * degrees; `gravity` m/s² downwards; `drag` 1/s; `sway` m of side-to-side at `swayRate` Hz; `size` m at birth and at
 * death; `life` s; `stretch` s of its own path that a particle is long; `light`: adds up, else it covers.
 */
export type ParticleMatter = {
  speed: number;
  direction: number;
  spread: number;
  gravity: number;
  drag: number;
  sway: number;
  swayRate: number;
  size: readonly [number, number];
  life: number;
  stretch: number;
  light: boolean;
};
export const particleMatter: Record<ParticleKind, ParticleMatter> = {
  sparks: {
    speed: 9,
    direction: 90,
    spread: 55,
    gravity: 9.81,
    drag: 0.5,
    sway: 0,
    swayRate: 0,
    size: [0.11, 0.04],
    life: 1.6,
    stretch: 0.05,
    light: true,
  },
  steam: {
    speed: 2.2,
    direction: 90,
    spread: 16,
    gravity: -0.3,
    drag: 0.35,
    sway: 0.7,
    swayRate: 0.22,
    size: [0.7, 3.4],
    life: 5,
    stretch: 0,
    light: false,
  },
  snow: {
    speed: 1.4,
    direction: -90,
    spread: 14,
    gravity: 0,
    drag: 0,
    sway: 0.5,
    swayRate: 0.3,
    size: [0.16, 0.16],
    life: 16,
    stretch: 0,
    light: false,
  },
  embers: {
    speed: 1.6,
    direction: 90,
    spread: 28,
    gravity: -0.25,
    drag: 0.15,
    sway: 0.6,
    swayRate: 0.5,
    size: [0.13, 0.05],
    life: 5,
    stretch: 0,
    light: true,
  },
  swarm: {
    speed: 0.4,
    direction: 0,
    spread: 180,
    gravity: 0,
    drag: 0,
    sway: 2.6,
    swayRate: 0.35,
    size: [0.16, 0.16],
    life: 9,
    stretch: 0,
    light: true,
  },
};

export const particlesSchema = z.object({
  kind: z.enum(particleKinds).default('sparks'),
  count: whole(400, 1, 20_000).describe('alive at a time'),
  x: number(0).describe('left edge of where they are born'),
  y: number(0),
  width: positive(1),
  height: positive(0),
  direction: number(0).describe('turns the kind’s own direction, counter-clockwise'),
  spread: positive(1, 20).describe('times the kind’s own'),
  speed: positive(1, 50).describe('times the kind’s own'),
  size: positive(1, 50).describe('times the kind’s own'),
  life: z.number().min(0.05).max(50).default(1).describe('times the kind’s own'),
  gravity: number(1).describe('times the kind’s own'),
  wind: number(0).describe('sideways'),
  amount: share(1).describe('share of them that is there: to let them start and run dry'),
  warm: z.boolean().default(false).describe('true: the air is full at the first instant'),
  colour: colour('#ffb347'),
  endColour: colour('#ff3b0a'),
  level: positive(1, 8),
  clock: clock(),
  seed: seed(),
});
export type ParticlesParameters = z.infer<typeof particlesSchema>;

/** Farthest that a particle gets from where it is born, metres, from v·t + |g|·t²/2 without drag. */
export const particleReach = (parameters: ParticlesParameters): number => {
  const matter = particleMatter[parameters.kind];
  const life = matter.life * parameters.life;
  const fall = (Math.abs(matter.gravity * parameters.gravity) * life * life) / 2;
  return matter.speed * parameters.speed * life + fall + Math.abs(parameters.wind) * life + matter.sway + 4;
};

/** Sparks, steam, snow, embers, a swarm: each particle is a function of its number and the time, nothing is simulated. */
export const particles = defineLayer({
  type: 'particles',
  name: { fr: 'Particules', en: 'Particles' },
  about: { fr: 'étincelles, vapeur, neige, braises, essaim', en: 'sparks, steam, snow, embers, a swarm' },
  schema: particlesSchema,
  hints: {
    kind: { control: 'choice' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    width: { unit: 'm' },
    height: { unit: 'm' },
    direction: { unit: '°' },
    wind: { unit: 'm/s' },
    amount: { control: 'slider' },
    warm: { control: 'toggle' },
    colour: { control: 'colour' },
    endColour: { control: 'colour' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  handles: { points: [['x', 'y']], size: ['width', 'height'] },
  reach: (parameters) => particleReach(parameters),
  media: () => [],
});
