import { z } from 'zod';
import { colour, positive } from '../fields.ts';
import { spread } from './blur.ts';
import { defineEffect } from './effect.ts';

export const glowSchema = z.object({
  radius: positive(0.8, 50).describe('of the wide part; half of the light is four times closer'),
  level: positive(1, 16).describe('light that is added; the picture itself stays'),
  threshold: positive(0, 8).describe('only what is brighter than this glows, in linear light: 1 is white'),
  colour: colour('#ffffff').describe('what the light is filtered with; white leaves it its own'),
});
export type GlowParameters = z.infer<typeof glowSchema>;

/** Light around what is bright: two bells, since an eye and a lens make a narrow core with a long tail. It only adds. */
export const glow = defineEffect({
  type: 'glow',
  name: { fr: 'Lueur', en: 'Glow' },
  schema: glowSchema,
  hints: {
    radius: { unit: 'm', control: 'slider' },
    level: { control: 'slider' },
    threshold: { control: 'slider' },
    colour: { control: 'colour' },
  },
  covers: (box, { radius }) => spread(box, radius),
  sees: (box, { radius }) => spread(box, radius),
  clips: () => [],
});
