import { z } from 'zod';
import { colour, media, number, positive, share } from './fields.ts';
import { defineLayer, type LayerHandles } from './layer.ts';

/** Placement that pictures and films share. */
export const placement = {
  x: number(0).describe('left edge; with `canvas` fit unused'),
  y: number(0).describe('lower edge'),
  width: positive(0).describe('0: the canvas'),
  height: positive(0).describe('0: the canvas'),
  fit: z.enum(['contain', 'cover', 'stretch']).default('contain'),
  rotation: number(0).describe('about the middle, counter-clockwise'),
  tint: colour('#ffffff'),
  level: share(1),
};
export const placementHints = {
  media: { control: 'media' },
  x: { unit: 'm' },
  y: { unit: 'm' },
  width: { unit: 'm' },
  height: { unit: 'm' },
  fit: { control: 'choice' },
  rotation: { unit: '°' },
  tint: { control: 'colour' },
  level: { control: 'slider' },
} as const;

export const placementHandles = {
  points: [['x', 'y']],
  size: ['width', 'height'],
  angle: 'rotation',
} as const satisfies LayerHandles;

export const imageSchema = z.object({ media: media(), ...placement });
export type ImageParameters = z.infer<typeof imageSchema>;

/** A picture (PNG, JPEG, WebP, AVIF, SVG) placed in metres. */
export const image = defineLayer({
  type: 'image',
  name: { fr: 'Image', en: 'Image' },
  about: { fr: 'une image posée en mètres', en: 'a picture placed in metres' },
  schema: imageSchema,
  hints: placementHints,
  handles: placementHandles,
  reach: () => 0,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});
