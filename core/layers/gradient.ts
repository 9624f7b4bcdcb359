import { z } from 'zod';
import { colour, number, positive, share } from './fields.ts';
import { defineLayer } from './layer.ts';

/** As many as a shader of two ends carries without a texture. */
export const MOST_STOPS = 8;
const stop = z.object({ at: share(0.5), colour: colour('#ffffff'), opacity: share(1) });
export type GradientStop = z.infer<typeof stop>;

export const gradientSchema = z.object({
  kind: z.enum(['linear', 'radial']).default('linear'),
  from: colour('#ffffff'),
  to: colour('#000000'),
  stops: z
    .array(stop)
    .max(MOST_STOPS)
    .default([])
    .describe('colours between the two ends, each with its place from 0 to 1'),
  fromOpacity: share(1),
  toOpacity: share(1),
  x: number(0).describe('where `from` lies: start of the line, or centre of the circle'),
  y: number(0),
  angle: number(90).describe('direction from `from` to `to`, counter-clockwise from the right'),
  length: positive(20).describe('distance over which it runs, or the radius'),
  curve: z.number().min(0.1).max(10).default(1).describe('exponent of the run: above 1 keeps `from` longer'),
});
export type GradientParameters = z.infer<typeof gradientSchema>;

/** In the order in which the run meets them. */
export const stopsInOrder = ({ stops }: Pick<GradientParameters, 'stops'>): GradientStop[] =>
  stops.toSorted((a, b) => a.at - b.at);

/** A linear or radial run between two colours or more, mixed in linear light. */
export const gradient = defineLayer({
  type: 'gradient',
  name: { fr: 'Dégradé', en: 'Gradient' },
  about: { fr: 'un passage doux d’une couleur à une autre', en: 'a soft run from one colour to another' },
  schema: gradientSchema,
  hints: {
    kind: { control: 'choice' },
    from: { control: 'colour' },
    to: { control: 'colour' },
    fromOpacity: { control: 'slider' },
    toOpacity: { control: 'slider' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    angle: { unit: '°' },
    length: { unit: 'm' },
  },
  handles: { points: [['x', 'y']], angle: 'angle' },
  reach: () => 0,
  media: () => [],
});
