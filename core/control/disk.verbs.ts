import { z } from 'zod';

/** What somebody else wrote into the show's files (docs/hot-reload.md). */
const id = z.string().max(200);
const designing = <I extends z.ZodType>(input: I) =>
  ({
    in: input,
    out: z.object({}),
    roles: ['designer', 'technician', 'owner'],
    effect: 'edit',
    stable: false,
  }) as const;

export const diskVerbs = {
  /** `theirs`: the conflicts of which the disk's value is taken; of the others ours stays. What is in none is taken. */
  'disk/take': designing(
    z.strictObject({
      id,
      version: z.string().max(64),
      theirs: z
        .array(z.strictObject({ id, field: z.string().max(400) }))
        .max(10_000)
        .default([]),
    }),
  ),
  /** Nothing of it: what stands there is put beside, and ours goes on. */
  'disk/leave': designing(z.strictObject({ id, version: z.string().max(64) })),
  /** Takes back what was taken by itself. */
  'disk/undo': designing(z.strictObject({ id })),
} as const;
