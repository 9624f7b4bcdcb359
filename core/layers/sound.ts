import { z } from 'zod';
import { media, positive } from './fields.ts';
import { defineLayer } from './layer.ts';

/** Outputs of the sound device as people write them: "3", or a run, "1-2". */
const outputsSchema = z
  .string()
  .regex(/^(?:[1-9]|[12]\d|3[0-2])(?:-(?:[1-9]|[12]\d|3[0-2]))?$/, 'must be outputs such as "1-2" or "3"')
  .refine((text) => outputsOf(text).length > 0, 'must run from the lower to the higher output')
  .default('1-2');

/** Below this a level is silence. */
const SILENCE_DB = -96;
const soundSchema = z.object({
  media: media(),
  gain: z.number().min(0).max(16).default(1).describe('amplitude as a factor: what a desk’s fader rides'),
  gainDb: z
    .number()
    .min(SILENCE_DB)
    .max(24)
    .default(0)
    .describe('level in dB, on top of `gain`; keys travel straight in dB; −96 is silence'),
  offset: positive(0, 86_400).describe('seconds into the file at the clip’s start'),
  channels: outputsSchema.describe('outputs of the sound device, "1-2" or "3"'),
  pan: z
    .number()
    .min(-1)
    .max(1)
    .default(0)
    .describe('balance on two outputs: −1 the first alone, 1 the second alone; 0 leaves both as they are'),
});

/** A sound clip: heard, not drawn, so it has no drawing half and stands in no registry of layers that are drawn. */
export const sound = defineLayer({
  type: 'sound',
  name: { fr: 'Son', en: 'Sound' },
  about: { fr: 'un fichier son', en: 'a sound file' },
  schema: soundSchema,
  hints: {
    media: { control: 'media' },
    gain: { control: 'slider', time: 'position' },
    gainDb: { control: 'slider', unit: 'dB', time: 'position' },
    offset: { unit: 's' },
    channels: { control: 'text' },
    pan: { control: 'slider', time: 'position' },
  },
  reach: () => 0,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});

/** "3-5" → [3, 4, 5]; [] where it names no outputs. */
export const outputsOf = (channels: string): number[] => {
  const [first = NaN, last = first] = channels.split('-').map(Number);
  return last >= first ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
};

/** Factor of a level in dB. */
export const amplitudeOf = (db: number): number => (db <= SILENCE_DB ? 0 : 10 ** (db / 20));
