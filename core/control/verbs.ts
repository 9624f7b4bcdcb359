import { z } from 'zod';
import { cueNumberSchema } from '../show/show.schema.ts';
import { cueVerbs } from './cue.verbs.ts';
import { firedSchema } from './fired.ts';
import { roomVerbs } from './room.verbs.ts';
import { technicianVerbs } from './technician.verbs.ts';

/**
 * The contract (DESIGN §6): one table of verbs. Transports, handlers, clients, the OSC namespace and the reference
 * page are derived from it. A verb's name is its OSC address without /frise/ and without arguments.
 */
export type Role = 'viewer' | 'operator' | 'designer' | 'technician' | 'owner' | 'shell';
const seconds = z.number().finite().nonnegative();
const name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a name in a–z, 0–9 and -');
const nothing = z.strictObject({});
/** `draft`: a designer's edit, which the host puts where docs/draft.md says. */
const documentName = z.enum(['show', 'rig', 'station', 'draft']);

export type Verb = {
  in: z.ZodType;
  out: z.ZodType;
  roles: readonly Role[];
  effect: 'playback' | 'edit' | 'station' | 'read';
  stable: boolean;
};
const playback = <I extends z.ZodType>(input: I) =>
  ({ in: input, out: firedSchema, roles: ['operator', 'owner'], effect: 'playback', stable: true }) as const;

export const verbs = {
  go: playback(z.strictObject({ cue: cueNumberSchema.nullable().optional(), fade: seconds.optional() })),
  back: playback(nothing),
  standby: playback(z.strictObject({ cue: cueNumberSchema })),
  'cue/go': playback(z.strictObject({ cue: cueNumberSchema, fade: seconds.optional() })),
  pause: playback(nothing),
  resume: playback(nothing),
  stop: playback(z.strictObject({ fade: seconds.optional() })),
  seek: playback(z.strictObject({ position: seconds, timeline: name.optional() })),
  panic: playback(z.strictObject({ seconds: seconds.optional() })),
  master: playback(z.strictObject({ level: z.number().min(0).max(1), fade: seconds.optional() })),
  blackout: playback(z.strictObject({ on: z.boolean(), fade: seconds.optional() })),
  'timeline/start': playback(z.strictObject({ id: name, at: seconds.optional() })),
  'timeline/stop': playback(z.strictObject({ id: name, fade: seconds.optional() })),
  'clip/set': playback(
    z.strictObject({
      id: name,
      param: z.string(),
      value: z.union([z.number(), z.string(), z.boolean(), z.array(z.number()).max(16)]),
    }),
  ),
  release: playback(z.strictObject({ clip: name.optional(), param: z.string().optional() })),
  reset: playback(nothing),
  'input/arm': {
    in: z.strictObject({ id: name, armed: z.boolean() }),
    out: z.object({ armed: z.boolean() }),
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: true,
  },
  /** The last 200 messages of one input, newest last. */
  'input/log': {
    in: z.strictObject({ id: name }),
    out: z.object({
      messages: z.array(
        z.object({ id: z.string(), text: z.string(), from: z.string(), at: z.string(), verdict: z.string() }),
      ),
    }),
    roles: ['operator', 'designer', 'technician', 'owner'],
    effect: 'read',
    stable: false,
  },
  'document/edit': {
    in: z.strictObject({
      document: documentName,
      label: z.string().max(1000),
      put: z.record(z.string(), z.unknown()).default({}),
      remove: z.array(z.string()).default([]),
      order: z.record(z.string(), z.array(z.string()).nullable()).default({}),
      /** One drag: edits of one sender, label and gesture are one step to undo. */
      gesture: z.string().max(80).optional(),
    }),
    out: z.object({ revision: z.number() }),
    roles: ['designer', 'technician', 'owner'],
    effect: 'edit',
    stable: false,
  },
  'document/undo': {
    in: z.strictObject({ document: documentName }),
    out: z.object({ revision: z.number(), label: z.string() }),
    roles: ['designer', 'technician', 'owner'],
    effect: 'edit',
    stable: false,
  },
  'document/redo': {
    in: z.strictObject({ document: documentName }),
    out: z.object({ revision: z.number(), label: z.string() }),
    roles: ['designer', 'technician', 'owner'],
    effect: 'edit',
    stable: false,
  },
  /** A sound page asks to lead the clock; one page at a time holds the lease. */
  'sound/lease': {
    in: z.strictObject({ page: z.string().max(200) }),
    out: z.object({ held: z.boolean(), until: z.number() }),
    roles: ['operator', 'owner'],
    effect: 'station',
    stable: false,
  },
  ...technicianVerbs,
  ...cueVerbs,
  ...roomVerbs,
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof verbs;
export type VerbInput<V extends VerbName> = z.infer<(typeof verbs)[V]['in']>;
export type VerbOutput<V extends VerbName> = z.infer<(typeof verbs)[V]['out']>;
export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name);
