import { z } from 'zod';
import { clock, media, number, positive } from './fields.ts';
import { placement, placementHandles, placementHints } from './image.ts';
import { defineLayer } from './layer.ts';

export const videoSchema = z.object({
  media: media(),
  ...placement,
  offset: positive(0, 86_400).describe('seconds into the file at the clip’s start'),
  rate: number(1).describe('seconds of film a second'),
  loop: z.boolean().default(false).describe('false: the last frame stays'),
  clock: clock().default('position'),
});
export type VideoParameters = z.infer<typeof videoSchema>;

/** A film placed in metres: the frame at offset + time · rate. */
export const video = defineLayer({
  type: 'video',
  name: { fr: 'Vidéo', en: 'Video' },
  about: { fr: 'un film posé en mètres', en: 'a film placed in metres' },
  schema: videoSchema,
  hints: {
    ...placementHints,
    offset: { unit: 's' },
    loop: { control: 'toggle' },
    clock: { control: 'choice' },
  },
  handles: placementHandles,
  reach: () => 0,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});

/** Seconds into a film of `length` seconds at time `t` of the layer; clamped to the film, or wrapped. */
export const filmTime = (parameters: VideoParameters, t: number, length: number): number => {
  const at = parameters.offset + t * parameters.rate;
  if (!(length > 0)) return Math.max(0, at);
  return parameters.loop ? ((at % length) + length) % length : Math.min(Math.max(0, at), length);
};

/**
 * Seconds into the film that are wanted after the present ones: a frame on in the direction in which the layer's time
 * `t` goes (`before`: the last one; null: it doesn't), or as far as a draw goes, over the loop. A jump tells nothing.
 */
export const upcomingTime = (
  parameters: VideoParameters,
  t: number,
  before: number | null,
  film: { duration: number; frame: number },
): number => {
  const step = before === null ? 0 : (t - before) * parameters.rate;
  const lead =
    step === 0 || Math.abs(step) > MOST_STEP ? 0 : Math.sign(step) * Math.max(Math.abs(step), film.frame);
  return filmTime({ ...parameters, offset: parameters.offset + lead }, t, film.duration);
};
/** Seconds of film between two draws; beyond it is a jump. */
const MOST_STEP = 1;
