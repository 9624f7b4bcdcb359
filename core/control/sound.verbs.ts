import { z } from 'zod';

/** Sound alone, and the sound device of this station. */
const seconds = z.number().finite().nonnegative();
const level = z.number().min(0).max(1);
const fired = z.object({
  current: z.string().nullable(),
  standby: z.string().nullable(),
  effectiveAt: z.number(),
  plan: z.number(),
});
const playback = <I extends z.ZodType>(input: I) =>
  ({ in: input, out: fired, roles: ['operator', 'owner'], effect: 'playback', stable: true }) as const;

export const soundVerbs = {
  /** All sound to a level, 0–1; the picture goes on. */
  'sound/fade': playback(z.strictObject({ level, seconds: seconds.optional() })),
  /** What sounds now falls silent until the next GO or `sound/fade`; the picture goes on. */
  'sound/stop': playback(z.strictObject({ fade: seconds.optional() })),
  /** Three ticks on one output of the sound device: which loudspeaker is it? */
  'sound/identify': {
    in: z.strictObject({ channel: z.number().int().min(1).max(32) }),
    out: z.object({ effectiveAt: z.number() }),
    roles: ['operator', 'technician', 'owner'],
    effect: 'station',
    stable: false,
  },
  /** Which sound device the station plays on, by its name; '': the system's default. Remembered. */
  'sound/device': {
    in: z.strictObject({ device: z.string().max(200) }),
    out: z.object({ device: z.string() }),
    roles: ['operator', 'technician', 'owner'],
    effect: 'station',
    stable: false,
  },
} as const;
