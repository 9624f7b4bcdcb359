import { z } from 'zod';
import { media, number, positive } from './fields.ts';
import { placement } from './image.ts';
import { fillFields, inkHints, strokeFields } from './ink.ts';
import { defineLayer } from './layer.ts';

export const drawingSchema = z.object({
  media: media().describe('an SVG file; what is no path, line or form in it is left out'),
  x: placement.x,
  y: placement.y,
  width: positive(20).describe('of the room into which it is fitted'),
  height: positive(12),
  rotation: number(0).describe('about its middle, counter-clockwise'),
  ...strokeFields,
  ...fillFields,
});
export type DrawingParameters = z.infer<typeof drawingSchema>;

/** The paths of an SVG file, drawn one after another as by a hand, filled or engraved. */
export const drawing = defineLayer({
  type: 'drawing',
  name: { fr: 'Dessin SVG', en: 'SVG drawing' },
  about: {
    fr: 'les tracés d’un fichier SVG, dessinés comme à la main',
    en: 'the paths of an SVG file, drawn as by a hand',
  },
  fresh: { drawOrder: 'sequence' },
  schema: drawingSchema,
  hints: {
    media: { control: 'media' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    width: { unit: 'm' },
    height: { unit: 'm' },
    rotation: { unit: '°' },
    ...inkHints,
  },
  reach: (parameters) => parameters.glow + parameters.strokeWidth,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});
