import { z } from 'zod';

/** Newer versions of Frise. */
export const releasesVerbs = {
  /** Asks the owner's feed now, also where the daily look is off. */
  'releases/look': {
    in: z.strictObject({}),
    out: z.object({ newest: z.string(), isNewer: z.boolean() }),
    roles: ['owner'],
    effect: 'station',
    stable: false,
  },
} as const;
