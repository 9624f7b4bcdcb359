import { z } from 'zod';
import { cueNumberSchema } from '../show/show.schema.ts';
import { firedSchema } from './fired.ts';

/** Cues of this session: armed and skipped over the document, and a section rehearsed in a loop. */
const playback = <I extends z.ZodType>(input: I) =>
  ({ in: input, out: firedSchema, roles: ['operator', 'owner'], effect: 'playback', stable: true }) as const;

export const cueVerbs = {
  'cue/arm': playback(z.strictObject({ cue: cueNumberSchema, armed: z.boolean() })),
  'cue/skip': playback(z.strictObject({ cue: cueNumberSchema, skip: z.boolean() })),
  /** `to`: the cue at whose mark it starts again; null: the timeline's end. */
  rehearse: playback(z.strictObject({ from: cueNumberSchema, to: cueNumberSchema.nullable().optional() })),
  'rehearse/end': playback(z.strictObject({})),
} as const;
