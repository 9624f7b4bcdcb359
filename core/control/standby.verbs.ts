import { z } from 'zod';

/** Standby by one cue on or back: for surfaces that have buttons and do not know the list. */
const step = {
  in: z.strictObject({}),
  out: z.object({ standby: z.string() }),
  roles: ['operator', 'owner'],
  effect: 'playback',
  stable: true,
} as const;

export const standbyVerbs = { 'standby/next': step, 'standby/previous': step } as const;
