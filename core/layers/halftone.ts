import { z } from 'zod';
import { colour, media, number, positive, share } from './fields.ts';
import { placement, placementHints } from './image.ts';
import { defineLayer } from './layer.ts';

const { tint: _tint, level: _level, ...place } = placement;
export const halftoneSchema = z.object({
  media: media(),
  ...place,
  look: z
    .enum(['dots', 'lines', 'cross', 'engraved'])
    .default('dots')
    .describe('a printer’s dots; lines that swell; two sets of lines; lines that bow over the relief'),
  pitch: z.number().min(0.05).max(50).default(0.8).describe('from one dot or line to the next'),
  angle: number(45).describe('of the screen'),
  relief: number(1.5).describe('of engraved lines: pitches by which full light lifts them'),
  gain: positive(1, 10).describe('of the picture’s light before it is screened'),
  contrast: z.number().min(0.1).max(5).default(1).describe('exponent of its light'),
  inverted: z.boolean().default(false).describe('dark becomes light: for drawings on paper'),
  colouring: z
    .enum(['ink', 'picture'])
    .default('ink')
    .describe('one ink, or each dot in the picture’s colour'),
  colour: colour('#fff1d8').describe('of the ink'),
  level: positive(1, 8),
  screen: share(1).describe('0: the picture itself; 1: screened'),
});
export type HalftoneParameters = z.infer<typeof halftoneSchema>;

/** A picture screened as a printer or an engraver does, with as much light as it had. */
export const halftone = defineLayer({
  type: 'halftone',
  name: { fr: 'Trame et gravure', en: 'Halftone' },
  about: {
    fr: 'une image tramée en points ou gravée en lignes',
    en: 'a picture in a printer’s dots or an engraver’s lines',
  },
  schema: halftoneSchema,
  hints: {
    ...placementHints,
    look: { control: 'choice' },
    pitch: { unit: 'm' },
    angle: { unit: '°' },
    inverted: { control: 'toggle' },
    colouring: { control: 'choice' },
    colour: { control: 'colour' },
    screen: { control: 'slider' },
  },
  reach: () => 0,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});
