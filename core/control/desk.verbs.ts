import { z } from 'zod';
import { NAME_PATTERN } from '../ids.ts';
import { triggerSchema } from '../show/show.schema.ts';
import { dialectNames } from './desks/dialect.ts';
import { outAddressSchema, outArgsSchema, outTypesSchema } from './osc/out.ts';

const name = z.string().regex(NAME_PATTERN, 'must be a name in a–z, 0–9 and -');

export const deskVerbs = {
  /** One message to a desk. As a cue's action it leaves at the cue's exact time. */
  'osc/send': {
    in: z.strictObject({
      to: name.describe('an osc or feedback record of the station'),
      address: outAddressSchema,
      args: outArgsSchema.default([]),
      types: outTypesSchema.default('').describe('a letter an argument (i, f, s, T, F); empty: by the value'),
    }),
    out: z.object({
      /** How many heard it; null: it leaves at its time. */
      peers: z.number().int().nullable(),
    }),
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: true,
  },
  /** The last messages of one input, newest last, each with the trigger that it could be. */
  'input/learn': {
    in: z.strictObject({ id: name }),
    out: z.object({
      messages: z.array(
        z.object({
          text: z.string(),
          from: z.string(),
          at: z.string(),
          verdict: z.string(),
          /** null: nothing should hang on this message; `why` says it. */
          trigger: triggerSchema.nullable(),
          /** The desk whose words these are: its dialect does it without a trigger. */
          dialect: z.enum(dialectNames).nullable(),
          why: z.string(),
        }),
      ),
    }),
    roles: ['operator', 'designer', 'technician', 'owner'],
    effect: 'read',
    stable: false,
  },
} as const;
