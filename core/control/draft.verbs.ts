import { z } from 'zod';

/** Programme and draft (docs/draft.md): designers work on the draft, the operator takes it. */
const nothing = z.strictObject({});
const done = z.object({});
const designers = <I extends z.ZodType>(input: I) =>
  ({ in: input, out: done, roles: ['designer', 'owner'], effect: 'edit', stable: false }) as const;

const draftChangeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  what: z.enum(['added', 'removed', 'changed', 'ordered']),
  fields: z.array(z.string()),
  by: z.string().nullable(),
});
const draftConflictSchema = z.object({ id: z.string(), field: z.string(), name: z.string() });

export const draftVerbs = {
  /** Blind from now on, also while nothing plays. */
  'draft/open': designers(nothing),
  /** Every change, where the topic tells the first 200. */
  'draft/changes': {
    in: nothing,
    out: z.object({
      revision: z.number().int().nullable(),
      changes: z.array(draftChangeSchema),
      conflicts: z.array(draftConflictSchema),
    }),
    roles: ['viewer', 'operator', 'designer', 'technician', 'owner'],
    effect: 'read',
    stable: false,
  },
  /** The draft becomes the programme over `fade` seconds. `revision`: the draft that the sender saw. */
  'draft/take': {
    in: z.strictObject({
      fade: z.number().min(0).max(60).optional(),
      revision: z.number().int().optional(),
    }),
    out: z.object({ revision: z.number().int(), changes: z.number().int() }),
    roles: ['operator', 'owner'],
    effect: 'edit',
    stable: false,
  },
  /** Puts the draft aside; what it held stays in the folder `drafts` of the show on this station. */
  'draft/discard': designers(nothing),
  /** A record that both the draft and a fix in the programme have changed: whose fields stay in the draft. */
  'draft/resolve': designers(
    z.strictObject({ id: z.string().max(200), keep: z.enum(['programme', 'draft']) }),
  ),
} as const;
