import { z } from 'zod';

const call = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const levelsVerbs = {
  /** What is to happen by the wall clock: of each schedule the next firings, ISO UTC, the first one first. */
  'schedule/list': {
    in: z.strictObject({ count: z.number().int().min(1).max(50).default(5) }),
    out: z.object({
      /** Whether the input `schedule` is armed: nothing fires otherwise. */
      armed: z.boolean(),
      schedules: z.array(
        z.object({
          id: z.string(),
          isOn: z.boolean(),
          verb: z.string(),
          args: call,
          /** The zone in force, with the machine's filled in. */
          zone: z.string(),
          next: z.array(z.string()),
          /** ISO UTC, or null: not since it is remembered. */
          last: z.string().nullable(),
        }),
      ),
    }),
    roles: ['viewer', 'operator', 'designer', 'technician', 'owner'],
    effect: 'read',
    stable: false,
  },
} as const;
