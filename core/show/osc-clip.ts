import { z } from 'zod';
import { outAddressSchema, outArgsSchema, outTypesSchema } from '../control/osc/out.ts';
import { NAME_PATTERN } from '../ids.ts';

/**
 * A clip of layer "osc": at its start one message goes to a desk, and while it lasts a level may follow its keyframes.
 * It draws nothing. `to` is a record of the station (osc or feedback), so the same show finds the desk of each house.
 */
export const OSC_LAYER = 'osc';
export const oscClipSchema = z.object({
  to: z
    .string()
    .regex(NAME_PATTERN, 'must be the name of an osc or feedback record of the station')
    .describe('an osc or feedback record of the station'),
  address: outAddressSchema.nullable().default(null).describe('sent at the clip’s start; null: nothing is'),
  args: outArgsSchema.default([]),
  types: outTypesSchema.default('').describe('a letter an argument (i, f, s, T, F); empty: by the value'),
  levelAddress: outAddressSchema
    .nullable()
    .default(null)
    .describe('sent while the clip lasts; null: nothing is'),
  level: z.number().default(0).describe('what is sent there, a float; keyframes move it'),
  rate: z.number().min(1).max(50).default(25).describe('levels at most so many times a second'),
});
export type OscClip = z.infer<typeof oscClipSchema>;
