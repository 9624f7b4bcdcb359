import { z } from 'zod';
import { clock, colour, number, positive, share, whole } from './fields.ts';
import { defineLayer } from './layer.ts';

/** A point on the elevation, metres. */
const point = z.tuple([z.number().min(-10_000).max(10_000), z.number().min(-10_000).max(10_000)]);

export const wavesSchema = z.object({
  kind: z
    .enum(['ripples', 'field', 'trace'])
    .default('ripples')
    .describe(
      'ripples: waves from the sources that interfere; field: lines of force between poles; trace: a signal on a screen',
    ),
  sources: z
    .array(point)
    .min(1)
    .max(8)
    .default([
      [12, 8],
      [20, 8],
    ])
    .describe('where waves come from; poles of a field, in turn positive and negative'),
  look: z
    .enum(['light', 'lines'])
    .default('light')
    .describe('of ripples and fields: soft light, or crisp lines'),
  wavelength: z.number().min(0.1).max(1000).default(4).describe('of ripples and traces'),
  frequency: number(0.5).describe('oscillations a second; of a field: pulses along its lines'),
  amplitude: positive(2, 200).describe('height of a trace'),
  lines: whole(16, 1, 64).describe('lines of a field from each pole; traces below one another'),
  pitch: positive(1.2, 100).describe('from one trace to the next'),
  fall: positive(40, 1000).describe('distance at which a ripple has fallen to a third; 0: never'),
  y: number(8).describe('of the first trace'),
  strokeWidth: positive(0.14, 20).describe('of a line'),
  glow: positive(0.6, 50),
  glowLevel: positive(0.35, 4),
  progress: share(1).describe('how far they have spread'),
  colour: colour('#7fd0ff'),
  trough: colour('#000000').describe('of a trough of ripples in soft light'),
  level: positive(1, 8),
  clock: clock(),
});
export type WavesParameters = z.infer<typeof wavesSchema>;

/** Ripples that interfere, lines of force, traces of a signal. */
export const waves = defineLayer({
  type: 'waves',
  name: { fr: 'Ondes et champs', en: 'Waves and fields' },
  about: {
    fr: 'ondes qui interfèrent, lignes de champ, tracés d’oscilloscope',
    en: 'ripples that interfere, lines of force, traces of an oscilloscope',
  },
  schema: wavesSchema,
  hints: {
    kind: { control: 'choice' },
    look: { control: 'choice' },
    wavelength: { unit: 'm' },
    frequency: { unit: 'Hz', time: 'free' },
    amplitude: { unit: 'm' },
    pitch: { unit: 'm' },
    fall: { unit: 'm' },
    y: { unit: 'm' },
    strokeWidth: { unit: 'm' },
    glow: { unit: 'm' },
    progress: { control: 'slider' },
    colour: { control: 'colour' },
    trough: { control: 'colour' },
    clock: { control: 'choice' },
  },
  reach: (parameters) => parameters.glow + parameters.strokeWidth,
  media: () => [],
});
