import { z } from 'zod';

/** Notes of a run, and the spare. */
const nothing = z.strictObject({});
const done = z.object({});
const everyone = ['viewer', 'operator', 'designer', 'technician', 'owner'] as const;

export const noteSchema = z.object({
  id: z.string(),
  /** ISO UTC. */
  at: z.string(),
  author: z.string(),
  text: z.string(),
  cue: z.string().nullable(),
  /** Seconds. */
  position: z.number().nullable(),
});

export const remoteVerbs = {
  /** Keeps what someone saw, with the moment of the show in which it is written. */
  'note/add': {
    in: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
    out: z.object({ note: noteSchema }),
    roles: everyone,
    effect: 'station',
    stable: false,
  },
  /** A viewer takes back notes of its own, the others any. */
  'note/remove': {
    in: z.strictObject({ id: z.string().max(80) }),
    out: done,
    roles: everyone,
    effect: 'station',
    stable: false,
  },
  /** Oldest first; `csv` is the same as a table. */
  'note/list': {
    in: nothing,
    out: z.object({ notes: z.array(noteSchema), csv: z.string() }),
    roles: everyone,
    effect: 'read',
    stable: false,
  },
  /** Makes this spare the main host, at once: sound and ports on. */
  'spare/take': {
    in: nothing,
    out: done,
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: false,
  },
  /** Mutes this host and lets it follow again. */
  'spare/follow': {
    in: nothing,
    out: done,
    roles: ['owner'],
    effect: 'station',
    stable: false,
  },
} as const;
