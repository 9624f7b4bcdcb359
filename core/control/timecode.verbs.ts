import { z } from 'zod';

/** Time code's part of the contract. */
const roles = ['operator', 'technician', 'owner'] as const;
export const timecodeVerbs = {
  /** Main follows the station's source, or no more. */
  'timecode/chase': {
    in: z.strictObject({ on: z.boolean() }),
    out: z.object({ isChasing: z.boolean() }),
    roles: ['operator', 'owner'],
    effect: 'playback',
    stable: true,
  },
  /** ms by which main runs ahead of the code. */
  'timecode/trim': {
    in: z.strictObject({ ms: z.number().min(-10_000).max(10_000) }),
    out: z.object({ ms: z.number() }),
    roles,
    effect: 'station',
    stable: true,
  },
  /**
   * Plays LTC on the sound page's output and hears it on its input: ms that it came late. `take` keeps them as the
   * latency of the input.
   */
  'timecode/measure': {
    in: z.strictObject({ take: z.boolean().default(false) }),
    out: z.object({ ms: z.number() }),
    roles: ['technician', 'operator', 'owner'],
    effect: 'station',
    stable: false,
  },
} as const;
