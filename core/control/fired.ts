import { z } from 'zod';

/** What a verb of playback answers: the cues as they stand after it, and when it takes effect on the show clock. */
export const firedSchema = z.object({
  current: z.string().nullable(),
  standby: z.string().nullable(),
  effectiveAt: z.number(),
  plan: z.number(),
});
