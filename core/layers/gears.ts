import { z } from 'zod';
import { clock, number, share, whole } from './fields.ts';
import { fillFields, inkHints, strokeFields } from './ink.ts';
import { defineLayer } from './layer.ts';

export const gearsSchema = z.object({
  teeth: z
    .array(z.number().int().min(8).max(200))
    .min(1)
    .max(12)
    .default([24, 12, 36])
    .describe('of each wheel; each meshes with the one before'),
  angles: z
    .array(z.number().min(-360).max(360))
    .max(12)
    .default([20, -40])
    .describe(
      'direction from each wheel to the next, counter-clockwise from the right; the last one goes on',
    ),
  shafts: z
    .array(z.boolean())
    .max(12)
    .default([])
    .describe('true: the next wheel sits on the same shaft as this one instead of meshing with it'),
  module: z
    .number()
    .min(0.02)
    .max(20)
    .default(0.5)
    .describe('of all wheels: a wheel is as many of it across as it has teeth'),
  x: number(0).describe('middle of the first wheel'),
  y: number(0),
  rotation: number(0).describe('of the first wheel'),
  spin: number(20).describe('degrees a second of the first wheel'),
  clock: clock().default('position'),
  spokes: whole(5, 0, 24).describe('0: full discs'),
  hub: share(0.28).describe('radius of the hub against the wheel'),
  bore: share(0.12).describe('radius of the hole'),
  ...strokeFields,
  ...fillFields,
});
export type GearsParameters = z.infer<typeof gearsSchema>;

/** Toothed wheels with involute teeth that mesh, in a train of any ratios. */
export const gears = defineLayer({
  type: 'gears',
  name: { fr: 'Engrenages', en: 'Gears' },
  about: { fr: 'des roues dentées qui engrènent vraiment', en: 'toothed wheels that really mesh' },
  fresh: { fillOpacity: 1, fill: '#2a1c10', stroke: '#f0c070' },
  schema: gearsSchema,
  hints: {
    module: { unit: 'm' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    rotation: { unit: '°' },
    spin: { unit: '°' },
    clock: { control: 'choice' },
    hub: { control: 'slider' },
    bore: { control: 'slider' },
    ...inkHints,
  },
  reach: (parameters) => parameters.glow + parameters.strokeWidth,
  media: () => [],
});
