import { z } from 'zod';
import { clock, colour, number, positive, seed, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const filmSchema = z.object({
  tint: colour('#ffffff').describe('what white becomes; laid with the blend mode "multiply"'),
  iris: positive(400, 1000).describe('radius of the opening'),
  irisX: number(117.5),
  irisY: number(10),
  irisSoft: positive(1.5, 100),
  grain: share(0).describe('depth of the grain'),
  grainSize: z.number().min(0.02).max(5).default(0.25),
  dust: share(0).describe('specks and scratches'),
  jitter: share(0).describe('depth of the lamp’s unrest; always slower than 3 Hz'),
  clock: clock(),
  seed: seed(),
});
export type FilmParameters = z.infer<typeof filmSchema>;

/** What a projector of 1895 does to a picture: iris, grain, dust, an uneasy lamp. A factor on what lies below. */
export const film = defineLayer({
  type: 'film',
  name: { fr: 'Pellicule', en: 'Film stock' },
  about: {
    fr: 'iris, grain et poussière d’un projecteur de 1895',
    en: 'iris, grain and dust of a projector of 1895',
  },
  schema: filmSchema,
  hints: {
    tint: { control: 'colour' },
    iris: { unit: 'm' },
    irisX: { unit: 'm' },
    irisY: { unit: 'm' },
    irisSoft: { unit: 'm' },
    grain: { control: 'slider', time: 'free' },
    grainSize: { unit: 'm' },
    dust: { control: 'slider', time: 'free' },
    jitter: { control: 'slider', time: 'free' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  handles: { points: [['irisX', 'irisY']] },
  reach: () => 0,
  media: () => [],
});
