import { z } from 'zod';
import { clock, number, positive, whole } from './fields.ts';
import { fillFields, inkHints, strokeFields } from './ink.ts';
import { defineLayer } from './layer.ts';

export const linkageSchema = z
  .object({
    kind: z
      .enum(['piston', 'locomotive', 'beam'])
      .default('piston')
      .describe('crank, rod and piston; coupled wheels driven by one; a beam that rocks, with its crank'),
    x: number(0).describe('middle of the crank'),
    y: number(0),
    rotation: number(0).describe(
      'direction from the crank to the cylinder, counter-clockwise from the right',
    ),
    angle: number(0).describe('of the crank at the beginning'),
    spin: number(60).describe('degrees a second of the crank'),
    clock: clock().default('position'),
    crank: z.number().min(0.05).max(100).default(1.2).describe('from the shaft to the pin'),
    rod: z
      .number()
      .min(0.1)
      .max(400)
      .default(4.5)
      .describe('length of the connecting rod, more than the crank'),
    bore: positive(1.6, 100).describe('height of the piston'),
    bar: z.number().min(0.02).max(20).default(0.4).describe('width of rods and beam'),
    wheels: whole(3, 1, 8).describe('coupled wheels of a locomotive'),
    wheel: positive(2, 100).describe('their radius'),
    spacing: positive(4.6, 200).describe('from one wheel to the next'),
    beam: z.number().min(0.2).max(200).default(3.6).describe('half of the beam’s length'),
    ...strokeFields,
    ...fillFields,
  })
  .refine((p) => p.rod > p.crank, {
    path: ['rod'],
    message: 'must be longer than the crank, or it can’t go round',
  });
export type LinkageParameters = z.infer<typeof linkageSchema>;

/** Rods and cranks that move as they must: piston, coupled wheels, beam engine. */
export const linkage = defineLayer({
  type: 'linkage',
  name: { fr: 'Bielles', en: 'Linkage' },
  about: {
    fr: 'bielle, manivelle et piston, roues couplées, balancier',
    en: 'crank, rod and piston, coupled wheels, a beam engine',
  },
  fresh: { fillOpacity: 1, fill: '#2a1c10', stroke: '#f0c070' },
  schema: linkageSchema,
  hints: {
    kind: { control: 'choice' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    rotation: { unit: '°' },
    angle: { unit: '°' },
    spin: { unit: '°' },
    clock: { control: 'choice' },
    crank: { unit: 'm' },
    rod: { unit: 'm' },
    bore: { unit: 'm' },
    bar: { unit: 'm' },
    wheel: { unit: 'm' },
    spacing: { unit: 'm' },
    beam: { unit: 'm' },
    ...inkHints,
  },
  reach: (parameters) => parameters.glow + parameters.strokeWidth,
  media: () => [],
});
