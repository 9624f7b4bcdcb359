import { z } from 'zod';
import { clock, number } from './fields.ts';
import { placement, placementHints } from './image.ts';
import { defineLayer } from './layer.ts';

const frame = z.string().regex(/^media:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be "media:name"');
export const sequenceSchema = z.object({
  frames: z.array(frame).max(2000).default([]).describe('pictures in their order'),
  rate: number(12).describe('pictures a second; negative: backwards'),
  offset: number(0).describe('pictures by which it begins later in the row'),
  loop: z.boolean().default(true).describe('false: the last picture stays'),
  ...placement,
  clock: clock().default('position'),
});
export type SequenceParameters = z.infer<typeof sequenceSchema>;

/** Which picture is shown `t` seconds after the clip’s start; −1 where there are none. */
export const sequenceIndex = (p: SequenceParameters, t: number): number => {
  const count = p.frames.length;
  if (count === 0) return -1;
  // A picture that starts with a frame of the output isn't missed for a rounding.
  const at = Math.floor(p.offset + t * p.rate + 1e-6);
  if (p.loop) return ((at % count) + count) % count;
  return Math.min(count - 1, Math.max(0, at));
};

/** Pictures one after another, as a film is, without a film: rotoscopes, stop motion, a zoetrope. */
export const sequence = defineLayer({
  type: 'sequence',
  name: { fr: 'Suite d’images', en: 'Image sequence' },
  about: { fr: 'des images l’une après l’autre', en: 'pictures one after another' },
  schema: sequenceSchema,
  hints: {
    ...placementHints,
    rate: { unit: 'Hz' },
    loop: { control: 'toggle' },
    clock: { control: 'choice' },
  },
  reach: () => 0,
  media: (parameters) => [...new Set(parameters.frames)],
});
