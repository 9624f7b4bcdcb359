import { z } from 'zod';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** From where people look at the building. World metres: x right along the façade, y up, z towards the public. */
export const worldSchema = z.tuple([z.number().finite(), z.number().finite(), z.number().finite()]);
export const lensSchema = z
  .number()
  .min(6)
  .max(400)
  .describe('focal length in millimetres on a full frame, 36 mm wide');
export const viewpointSchema = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  name: z.object({ fr: z.string(), en: z.string() }),
  eye: worldSchema.describe('metres; a person’s eyes are 1.6 m above the ground, y = 0'),
  target: worldSchema.describe('metres; in the middle of the picture'),
  lens: lensSchema,
});
export type World = z.infer<typeof worldSchema>;
/** What a picture from a place needs. */
export type Gaze = { eye: World; target: World; lens: number };
export type Viewpoint = z.infer<typeof viewpointSchema>;

/** What is asked for in place of the façade's own; null: as it is there. */
export type GazeWish = {
  viewpoint: string | null;
  eye: World | null;
  target: World | null;
  lens: number | null;
};

/** Of the façade's width: where its whole width fits a lens of this length, with air on both sides. */
const AWAY = 0.34;
const LENS = 11;
const EYE_HEIGHT = 1.6;

type Place = { width: number; height: number; viewpoints: readonly Viewpoint[] };
/** The façade's first viewpoint; where it names none, a person in the middle who sees all of it. */
export const gazeOf = ({ width, height, viewpoints: [first] }: Place): Gaze =>
  first
    ? { eye: first.eye, target: first.target, lens: first.lens }
    : {
        eye: [width / 2, EYE_HEIGHT, Math.max(8, AWAY * Math.max(width, height))],
        target: [width / 2, height * 0.4, 0],
        lens: LENS,
      };

/** Codes: `viewpoint-missing`. */
export const gazeFor = (place: Place, wish: GazeWish): Result<Gaze> => {
  const { viewpoints } = place;
  const found = viewpoints.find(({ key }) => key === wish.viewpoint);
  if (wish.viewpoint !== null && !found) {
    const known = viewpoints.map(({ key }) => key).join(', ');
    return fail(
      'viewpoint-missing',
      `--viewpoint ${wish.viewpoint}: the façade has ${known || 'none'}; or say --eye X,Y,Z in metres.`,
    );
  }
  const own = gazeOf({ ...place, viewpoints: found ? [found] : viewpoints });
  return ok({
    eye: wish.eye ?? own.eye,
    target: wish.target ?? own.target,
    lens: wish.lens ?? own.lens,
  });
};
