import { z } from 'zod';

/** The show's steps (docs/working.md). Pictures are small, made by a page that has one at hand, and kept in memory alone. */
const id = z.string().max(80);
const picture = z
  .string()
  .max(30_000)
  .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/, 'must be a small JPEG as a data: URL');

export const historyVerbs = {
  'history/picture': {
    in: z.strictObject({ where: z.enum(['programme', 'draft']), revision: z.number().int(), picture }),
    out: z.object({}),
    roles: ['designer', 'owner'],
    effect: 'read',
    stable: false,
  },
  'history/pictures': {
    in: z.strictObject({ ids: z.array(id).max(100) }),
    out: z.object({ pictures: z.record(z.string(), z.string()) }),
    roles: ['designer', 'owner'],
    effect: 'read',
    stable: false,
  },
  /** The show as it was after that step: one edit more, by the way of every design edit, that can be undone. */
  'history/back': {
    in: z.strictObject({ id }),
    out: z.object({}),
    roles: ['designer', 'owner'],
    effect: 'edit',
    stable: false,
  },
} as const;
