import { z } from 'zod';
import { patternSchema, type LineUp } from '../../../core/control/line-up.ts';
import type { LiveSample } from '../../../core/playback/live.ts';
import type { Plan } from '../../../core/playback/plan.ts';

/** What a killed host must come back with, so that the show does not flash on eight projectors being lined up. */
export const savedLineUpSchema = z.object({
  patterns: z.record(z.string(), patternSchema),
  // The session's checksum says that a host of ours wrote them.
  frozen: z
    .object({ at: z.number(), plans: z.array(z.custom<Plan>()), live: z.array(z.custom<LiveSample>()) })
    .nullable(),
  holders: z.record(z.string(), z.object({ sender: z.string(), person: z.string() })),
});
export type SavedLineUp = z.infer<typeof savedLineUpSchema>;

export const savedOf = ({ patterns, frozenAt, frozen, holders }: LineUp): SavedLineUp => ({
  patterns,
  frozen: frozenAt === null || frozen === null ? null : { at: frozenAt, ...frozen },
  holders: Object.fromEntries(
    Object.entries(holders).map(([output, { sender, person }]) => [output, { sender, person }]),
  ),
});
