import { z } from 'zod';
import { colour, elements, number, positive, seed, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const wipeOrderSchema = z.enum([
  'left-right',
  'right-left',
  'centre-out',
  'edges-in',
  'up',
  'down',
  'angle',
  'ring',
  'random',
]);
export type WipeOrder = z.infer<typeof wipeOrderSchema>;

export const wipeSchema = z.object({
  act: z
    .enum(['hide', 'light'])
    .default('hide')
    .describe(
      'hide: darkness from which what lies below is uncovered; light: the elements themselves light up',
    ),
  elements: elements().describe('over which it travels; none: the whole picture'),
  by: z
    .enum(['place', 'elements', 'each'])
    .default('place')
    .describe('place: one front over all of it; elements: one after another; each: within every one at once'),
  order: wipeOrderSchema
    .default('left-right')
    .describe('way of the front; random: elements one after another in no order'),
  progress: share(0.5).describe('0: all hidden or dark; 1: all uncovered or lit'),
  soft: share(0.15).describe('share of the way that the soft edge takes'),
  angle: number(0).describe('of its way, counter-clockwise from the right, where the order is an angle'),
  x: number(0).describe('middle of a ring'),
  y: number(0),
  colour: colour('#ffd9a0').describe('of the light'),
  level: positive(1, 8),
  edge: positive(0, 50).describe('width of a bright line ahead of the front; 0: none'),
  edgeColour: colour('#fff1d0'),
  edgeLevel: positive(1, 8),
  seed: seed(),
});
export type WipeParameters = z.infer<typeof wipeSchema>;

type Box = { x: number; y: number; width: number; height: number };
/** Rank 0–1 at which each element is reached, by its middle. */
export const elementRanks = (
  middles: readonly { x: number; y: number }[],
  p: WipeParameters,
  shuffled: (index: number) => number,
): number[] => {
  const xs = middles.map(({ x }) => x);
  const centre = (Math.min(...xs) + Math.max(...xs)) / 2;
  const angle = (p.angle * Math.PI) / 180;
  const keyOf = ({ x, y }: { x: number; y: number }, index: number): number => {
    switch (p.order) {
      case 'left-right':
        return x;
      case 'right-left':
        return -x;
      case 'centre-out':
        return Math.abs(x - centre);
      case 'edges-in':
        return -Math.abs(x - centre);
      case 'up':
        return y;
      case 'down':
        return -y;
      case 'angle':
        return x * Math.cos(angle) + y * Math.sin(angle);
      case 'ring':
        return Math.hypot(x - p.x, y - p.y);
      case 'random':
        return shuffled(index);
      default:
        return p.order satisfies never;
    }
  };
  const keys = middles.map(keyOf);
  const [low, high] = [Math.min(...keys), Math.max(...keys)];
  return keys.map((key) => (high > low ? (key - low) / (high - low) : 0));
};

/** 0–1 of the way within one element, at u, v of its box: what the shader says of a point of its outline. */
export const wayWithin = (p: WipeParameters, u: number, v: number): number => {
  const angle = (p.angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  switch (p.order) {
    case 'left-right':
      return u;
    case 'right-left':
      return 1 - u;
    case 'centre-out':
      return Math.abs(u * 2 - 1);
    case 'edges-in':
      return 1 - Math.abs(u * 2 - 1);
    case 'up':
      return v;
    case 'down':
      return 1 - v;
    case 'angle':
      return ((u - 0.5) * dx + (v - 0.5) * dy) / (Math.abs(dx) + Math.abs(dy)) + 0.5;
    case 'ring':
    case 'random':
      return Math.hypot(u - 0.5, v - 0.5) * Math.SQRT2;
    default:
      return p.order satisfies never;
  }
};

/** Distance from the ring’s middle to the farthest corner of a box. */
export const ringReach = (p: { x: number; y: number }, box: Box): number =>
  Math.hypot(
    Math.max(Math.abs(box.x - p.x), Math.abs(box.x + box.width - p.x)),
    Math.max(Math.abs(box.y - p.y), Math.abs(box.y + box.height - p.y)),
  );

/** A front that travels along the architecture and uncovers what lies below, or lights the elements themselves. */
export const wipe = defineLayer({
  type: 'wipe',
  name: { fr: 'Volet', en: 'Wipe' },
  about: {
    fr: 'dévoile ou allume le long de l’architecture, élément par élément ou d’un seul front',
    en: 'uncovers or lights along the architecture, element by element or as one front',
  },
  fresh: { edge: 0.6 },
  schema: wipeSchema,
  hints: {
    act: { control: 'choice' },
    elements: { control: 'elements' },
    by: { control: 'choice' },
    order: { control: 'choice' },
    progress: { control: 'slider' },
    soft: { control: 'slider' },
    angle: { unit: '°' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    colour: { control: 'colour' },
    edge: { unit: 'm' },
    edgeColour: { control: 'colour' },
    seed: { control: 'seed' },
  },
  reach: () => 0,
  media: () => [],
});
