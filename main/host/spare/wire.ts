import { z } from 'zod';
import type { LineUp, Previews } from '../../../core/control/line-up.ts';
import type { ClockMap } from '../../../core/control/link.ts';
import { noteSchema } from '../../../core/control/remote.verbs.ts';
import type { Plan } from '../../../core/playback/plan.ts';

/** What a spare reads of another host's messages: parsed here, trusted inside. */
const documentShape = z.looseObject({ format: z.string(), records: z.record(z.string(), z.unknown()) });
const planShape = z.looseObject({ id: z.number().int(), effectiveAt: z.number() });
const sampleSchema = z.object({
  clip: z.string(),
  param: z.string(),
  value: z.union([z.number(), z.string(), z.boolean(), z.array(z.number())]).nullable(),
  at: z.number(),
});
const clockSchema: z.ZodType<ClockMap> = z.object({
  host: z.number(),
  show: z.number(),
  rate: z.number().min(0.9).max(1.1),
  source: z.enum(['machine', 'sound', 'ltc', 'mtc']),
  locked: z.boolean(),
});
const lineUpShape = z.looseObject({
  patterns: z.record(z.string(), z.unknown()),
  marks: z.record(z.string(), z.unknown()),
  frozenAt: z.number().nullable(),
});

/** By topic; a topic that is not here is not mirrored. The engine and the pages say the rest about a plan's inside: it is
 * this program's own, and an engine that throws on it leaves the last one in force. */
export const mirrored = {
  show: z.object({ document: documentShape }),
  facade: z.object({ document: documentShape }),
  rig: z.object({ document: documentShape }),
  plans: z
    .array(planShape)
    .min(1)
    .transform((plans) => plans as unknown as Plan[]),
  live: z.array(sampleSchema),
  clock: clockSchema,
  lineUp: lineUpShape.transform((lineUp) => lineUp as unknown as LineUp),
  previews: z.record(z.string(), z.unknown()).transform((previews) => previews as Previews),
  notes: z.array(noteSchema),
  status: z.looseObject({ version: z.string() }),
} as const;
export type Mirrored = { [K in keyof typeof mirrored]: z.output<(typeof mirrored)[K]> };
export const isMirrored = (topic: string): topic is keyof Mirrored => Object.hasOwn(mirrored, topic);

export const hostMessageSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('welcome'), seq: z.number(), snapshot: z.record(z.string(), z.unknown()) }),
  z.object({ t: z.literal('patch'), seq: z.number(), topic: z.string(), value: z.unknown() }),
  z.object({ t: z.literal('refused'), code: z.string(), message: z.string(), path: z.string() }),
  z.object({ t: z.literal('reply') }),
  z.object({ t: z.literal('pong') }),
]);
