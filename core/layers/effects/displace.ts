import { z } from 'zod';
import { clock, number, positive, seed } from '../fields.ts';
import { grownBy } from './box.ts';
import { defineEffect } from './effect.ts';

export const displaceSchema = z.object({
  kind: z
    .enum(['noise', 'waves', 'glass'])
    .default('noise')
    .describe('hot air, water, or panes of glass that stand still each by itself'),
  amount: positive(0.5, 50).describe('the farthest that a point is moved'),
  size: z.number().min(0.05).max(500).default(3).describe('of a swirl, a wave or a pane'),
  angle: number(0).describe('where waves run to, counter-clockwise from the right'),
  speed: number(0.5).describe('swirls or waves that pass a second'),
  clock: clock(),
  seed: seed(),
});
export type DisplaceParameters = z.infer<typeof displaceSchema>;

/** Points of the picture are moved: each shows what lies up to `amount` away from it. */
export const displace = defineEffect({
  type: 'displace',
  name: { fr: 'Déplacement', en: 'Displacement' },
  schema: displaceSchema,
  hints: {
    kind: { control: 'choice' },
    amount: { unit: 'm', control: 'slider' },
    size: { unit: 'm' },
    angle: { unit: '°' },
    speed: { unit: 'Hz', time: 'free' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  covers: (box, { amount }) => grownBy(box, amount),
  sees: (box, { amount }) => grownBy(box, amount),
  clips: () => [],
});
