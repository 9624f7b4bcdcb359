import { z } from 'zod';
import { colour as colourField, number, positive, share } from '../fields.ts';
import { defineEffect, inPlace } from './effect.ts';

export const colourSchema = z.object({
  brightness: positive(1, 16).describe('factor in linear light'),
  contrast: positive(1, 8).describe('about middle grey; black stays black'),
  saturation: positive(1, 8).describe('0: greys'),
  hue: number(0).describe('turned about grey: at 120 red is green, green is blue'),
  black: share(0).describe('what becomes black, as the eye sees it (share of the signal)'),
  white: z.number().min(0.01).max(4).default(1).describe('what becomes white, as the eye sees it'),
  gamma: z.number().min(0.1).max(10).default(1).describe('above 1 lifts what lies between'),
  tint: colourField('#ffb060').describe('the one colour that all becomes'),
  tintAmount: share(0),
});
export type ColourParameters = z.infer<typeof colourSchema>;

/** Levels, contrast, saturation, hue and tint, in this order. What is transparent stays so, and no light comes from none. */
export const colourEffect = defineEffect({
  type: 'colour',
  name: { fr: 'Couleur', en: 'Colour' },
  schema: colourSchema,
  hints: {
    brightness: { control: 'slider' },
    contrast: { control: 'slider' },
    saturation: { control: 'slider' },
    hue: { unit: '°' },
    black: { control: 'slider' },
    white: { control: 'slider' },
    gamma: { control: 'slider' },
    tint: { control: 'colour' },
    tintAmount: { control: 'slider' },
  },
  ...inPlace,
});
