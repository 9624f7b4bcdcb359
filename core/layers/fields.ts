import { z } from 'zod';
import { colourSchema } from '../show/show.schema.ts';

/**
 * The parts that layer schemas are made of. Every field has a default, so that `{}` is a complete layer, and every
 * moving quantity is one number on the top level, so that a keyframe can move it.
 */
const LIMIT = 10_000;
/** A number without natural bounds: metres, degrees, seconds. */
export const number = (value: number) => z.number().min(-LIMIT).max(LIMIT).default(value);
/** A length, rate or count that can't be negative. */
export const positive = (value: number, max = LIMIT) => z.number().min(0).max(max).default(value);
/** A share, 0–1. */
export const share = (value: number) => z.number().min(0).max(1).default(value);
export const whole = (value: number, min: number, max: number) =>
  z.number().int().min(min).max(max).default(value);
export const colour = (value: string) => colourSchema.default(value);
export const media = () =>
  z
    .string()
    .regex(/^media:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be "media:name"')
    .nullable()
    .default(null);
/** Names, kinds or groups of the façade; none: all of it. */
export const elements = () => z.array(z.string()).default([]);
/** Which of the two times the layer's own movement lives by (DESIGN §5). */
export const clock = () => z.enum(['position', 'free']).default('free');
export const seed = () => whole(0, 0, 1_000_000);
