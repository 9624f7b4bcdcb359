import { z } from 'zod';
import { clock, colour, elements, number, positive, seed, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const facadeOrderSchema = z.enum([
  'along',
  'together',
  'left-right',
  'right-left',
  'centre-out',
  'up',
  'down',
  'random',
]);
export type FacadeOrder = z.infer<typeof facadeOrderSchema>;

export const facadeLightSchema = z.object({
  elements: elements(),
  lines: z
    .enum(['outline', 'axis', 'details', 'all'])
    .default('outline')
    .describe('which lines of an element carry the light; an element without an axis takes its outline'),
  look: z.enum(['lamps', 'stroke', 'fill']).default('stroke'),
  progress: share(1).describe('how far the light has travelled'),
  order: facadeOrderSchema
    .default('left-right')
    .describe('along: element after element in their order; together: each along its own line'),
  soft: share(0.1).describe('share of the way that is fading in at a time'),
  tail: share(1).describe('1: what is lit stays lit; below: only so much behind the head'),
  colour: colour('#ffd9a0'),
  level: positive(1, 8),
  width: positive(0.12, 20).describe('of a stroke'),
  size: positive(0.25, 20).describe('of a lamp'),
  spacing: z.number().min(0.05).max(100).default(1).describe('between lamps'),
  glow: positive(0.6, 50).describe('radius of the light around it'),
  glowLevel: positive(0.35, 4),
  twinkle: share(0),
  twinkleRate: positive(1.5, 30),
  chaseDepth: share(0).describe('how much a running light takes from what lies between'),
  chasePeriod: z.number().min(0.1).max(1000).default(6),
  chaseSpeed: number(4),
  moveX: number(0).describe('the light stands off the building: metres to the right of its own place'),
  moveY: number(0).describe('and above it'),
  clock: clock(),
  seed: seed(),
});
export type FacadeLightParameters = z.infer<typeof facadeLightSchema>;

/** The building’s own elements lit: lamp by lamp, as lines, or filled. Light adds up. */
export const facadeLight = defineLayer({
  type: 'facade-light',
  name: { fr: 'Lumière sur façade', en: 'Façade light' },
  about: {
    fr: 'les éléments du bâtiment allumés, lampe à lampe, en traits ou en plein',
    en: 'the building’s elements lit: lamp by lamp, as lines, or filled',
  },
  schema: facadeLightSchema,
  hints: {
    elements: { control: 'elements' },
    lines: { control: 'choice' },
    look: { control: 'choice' },
    progress: { control: 'slider' },
    order: { control: 'choice' },
    soft: { control: 'slider' },
    tail: { control: 'slider' },
    colour: { control: 'colour' },
    width: { unit: 'm' },
    size: { unit: 'm' },
    spacing: { unit: 'm' },
    glow: { unit: 'm' },
    twinkle: { control: 'slider', time: 'free' },
    twinkleRate: { unit: 'Hz', time: 'free' },
    chasePeriod: { unit: 'm' },
    chaseSpeed: { unit: 'm/s', time: 'free' },
    moveX: { unit: 'm' },
    moveY: { unit: 'm' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  reach: (parameters) => parameters.glow + Math.max(parameters.width, parameters.size),
  media: () => [],
});
