import { z } from 'zod';
import { positive } from '../fields.ts';
import { grownBy, type Box } from './box.ts';
import { defineEffect } from './effect.ts';

export const blurSchema = z.object({
  radius: positive(0.5, 50).describe(
    'of the spread (one standard deviation): two thirds of the light stay within',
  ),
});
export type BlurParameters = z.infer<typeof blurSchema>;

/**
 * Standard deviations after which nothing is seen of a bell, even of light at eight times white: five leave less than a
 * hundredth of a code, and the steps of the coarser grids in which a wide one is worked out lie within.
 */
const TAIL = 5;
export const spread = (box: Box, radius: number): Box => grownBy(box, radius * TAIL);

/** A Gaussian blur in linear light, as a lens out of focus. */
export const blur = defineEffect({
  type: 'blur',
  name: { fr: 'Flou', en: 'Blur' },
  schema: blurSchema,
  hints: { radius: { unit: 'm', control: 'slider' } },
  covers: (box, { radius }) => spread(box, radius),
  sees: (box, { radius }) => spread(box, radius),
  clips: () => [],
});
