import { z } from 'zod';

export const peopleVerbs = {
  /**
   * Where this page is, said at each change and every ten seconds: who says nothing for half a minute is taken off the
   * list. Counts for pages that are connected.
   */
  'presence/say': {
    in: z.strictObject({
      name: z.string().trim().min(1).max(40),
      page: z.string().max(40),
      timeline: z.string().max(200).nullable().default(null),
      chosen: z.array(z.string().max(200)).max(50).default([]),
    }),
    out: z.object({}),
    roles: ['viewer', 'operator', 'designer', 'technician', 'owner'],
    effect: 'read',
    stable: false,
  },
} as const;
