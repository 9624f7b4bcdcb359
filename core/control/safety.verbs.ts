import { z } from 'zod';

/** Locks, freeze, pre-flight and journal. */
const nothing = z.strictObject({});
const on = z.strictObject({ on: z.boolean() });
const everyone = ['operator', 'designer', 'technician', 'owner'] as const;

export const journalLineSchema = z.object({
  seq: z.number().int(),
  /** ISO UTC. */
  at: z.string(),
  /** Show clock, seconds. */
  clock: z.number(),
  kind: z.string(),
  text: z.string(),
  data: z.unknown().optional(),
});
const journalShowSchema = z.object({
  /** Names it to `journal/read`, sortable by time: `20261125-210003-1`. */
  id: z.string(),
  title: z.string(),
  /** ISO UTC. */
  startedAt: z.string(),
  /** ISO UTC of the last line. */
  endedAt: z.string(),
  /** Seconds from the first line to the last. */
  length: z.number(),
  lines: z.number().int(),
  cues: z.number().int().describe('cues fired'),
  refused: z.number().int().describe('presses that were refused'),
  worstMs: z.number().nullable().describe('the latest cue or action, ms; null: none was measured'),
  isOpen: z.boolean().describe('the one that is being written'),
});
export type JournalLine = z.infer<typeof journalLineSchema>;
export type JournalShow = z.infer<typeof journalShowSchema>;
const showId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a show that journal/shows lists');

export const safetyVerbs = {
  /** Operator's rights only, quitting asks twice. */
  'lock/show': {
    in: on,
    out: z.object({ on: z.boolean() }),
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: true,
  },
  'lock/rig': {
    in: on,
    out: z.object({ on: z.boolean() }),
    roles: ['operator', 'technician', 'owner'],
    effect: 'station',
    stable: true,
  },
  /** Every output keeps the picture of this instant; show and sound go on underneath. */
  freeze: {
    in: on,
    out: z.object({ on: z.boolean() }),
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: true,
  },
  /** Answers when it has begun; the topic `preflight` tells the rest. `only`: these lines again. */
  'preflight/run': {
    in: z.strictObject({ only: z.array(z.string().max(100)).max(200).optional() }),
    out: z.object({ startedAt: z.string() }),
    roles: everyone,
    effect: 'station',
    stable: true,
  },
  'preflight/cancel': { in: nothing, out: z.object({}), roles: everyone, effect: 'station', stable: true },
  /** The last one as a text; `lang` of what is written. */
  'preflight/export': {
    in: z.strictObject({
      format: z.enum(['text', 'csv', 'json']).default('text'),
      lang: z.enum(['fr', 'en']).default('en'),
    }),
    out: z.object({ name: z.string(), type: z.string(), text: z.string() }),
    roles: everyone,
    effect: 'read',
    stable: true,
  },
  /** The shows that the journal holds, newest first. */
  'journal/shows': {
    in: nothing,
    out: z.object({ shows: z.array(journalShowSchema) }),
    roles: everyone,
    effect: 'read',
    stable: true,
  },
  /** Lines of a show (left out: the one that is being written), oldest first. */
  'journal/read': {
    in: z.strictObject({
      show: showId.optional(),
      kind: z
        .enum(['all', 'cues', 'refused', 'inputs', 'outputs', 'edits', 'problems'])
        .default('all')
        .describe('what kind of lines'),
      text: z.string().max(200).default('').describe('words that a line must hold, any case'),
      from: z
        .number()
        .int()
        .min(0)
        .optional()
        .describe('index among the lines found; left out: the last page'),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    out: z.object({
      show: z.string().nullable(),
      from: z.number().int(),
      total: z.number().int(),
      lines: z.array(journalLineSchema),
    }),
    roles: everyone,
    effect: 'read',
    stable: true,
  },
} as const;
