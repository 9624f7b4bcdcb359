import { z } from 'zod';
import { elements, positive, share } from '../fields.ts';
import { defineEffect, inPlace } from './effect.ts';

export const maskSchema = z.object({
  clip: z
    .string()
    .regex(/^clip:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be "clip:name"')
    .nullable()
    .default(null)
    .describe(
      'a clip of the same timeline, at the same time; one that is muted is not drawn itself and masks all the same',
    ),
  use: z
    .enum(['opacity', 'light'])
    .default('opacity')
    .describe('of that clip: where it is opaque, or how bright it is'),
  elements: elements().describe('or names, kinds or groups of the façade; with both: inside both'),
  inverted: z.boolean().default(false).describe('what was shown is hidden, what was hidden shown'),
  feather: positive(0, 20).describe('softness of its edges'),
  amount: share(1).describe('0: no mask'),
});
export type MaskParameters = z.infer<typeof maskSchema>;

/** The picture seen through another: a clip of the timeline, elements of the façade, or both. */
export const mask = defineEffect({
  type: 'mask',
  name: { fr: 'Masque', en: 'Mask' },
  schema: maskSchema,
  hints: {
    use: { control: 'choice' },
    elements: { control: 'elements' },
    inverted: { control: 'toggle' },
    feather: { unit: 'm', control: 'slider' },
    amount: { control: 'slider' },
  },
  ...inPlace,
  clips: ({ clip }) => (clip === null ? [] : [clip]),
});
