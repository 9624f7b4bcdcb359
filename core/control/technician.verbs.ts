import { z } from 'zod';
import { NAME_PATTERN } from '../ids.ts';
import { lineUpInputs } from './line-up.ts';

/** The technician's part of the contract: lining up, versions of the rig, projectors, pairing of tablets. */
const nothing = z.strictObject({});
const done = z.object({});
const output = z
  .string()
  .regex(NAME_PATTERN, 'must be the name of an output, or all')
  .describe('a name, or all');
const station = <I extends z.ZodType>(input: I) =>
  ({ in: input, out: done, roles: ['technician', 'owner'], effect: 'station', stable: false }) as const;
const projector = <I extends z.ZodType>(input: I) =>
  ({
    in: input,
    out: done,
    roles: ['operator', 'technician', 'owner'],
    effect: 'station',
    stable: true,
  }) as const;
const owner = <I extends z.ZodType, O extends z.ZodType>(input: I, out: O) =>
  ({ in: input, out, roles: ['owner'], effect: 'station', stable: false }) as const;

/** A rig as it was: `id` names it to `rig/restore`. */
export const rigVersionSchema = z.object({
  id: z.string(),
  /** ISO UTC. */
  at: z.string(),
  revision: z.number().int(),
  /** What was done, or the name that someone gave it. */
  label: z.string(),
  author: z.string(),
  isMarked: z.boolean(),
});
export type RigVersion = z.infer<typeof rigVersionSchema>;
export const pairedRoleSchema = z.enum(['viewer', 'operator', 'designer', 'technician']);
export type PairedRole = z.infer<typeof pairedRoleSchema>;

export const technicianVerbs = {
  'line-up/pattern': station(lineUpInputs.pattern),
  'line-up/freeze': station(lineUpInputs.freeze),
  'line-up/identify': station(lineUpInputs.identify),
  'line-up/hold': station(lineUpInputs.hold),
  'line-up/leave': station(lineUpInputs.leave),
  'line-up/mark': station(lineUpInputs.mark),
  'line-up/preview': station(lineUpInputs.preview),
  'rig/versions': {
    in: nothing,
    out: z.object({ versions: z.array(rigVersionSchema) }),
    roles: ['technician', 'owner'],
    effect: 'read',
    stable: false,
  },
  'rig/version': {
    in: z.strictObject({ id: z.string().max(100) }),
    out: z.object({ document: z.record(z.string(), z.unknown()) }),
    roles: ['technician', 'owner'],
    effect: 'read',
    stable: false,
  },
  /** Keeps the rig of this moment under a name. */
  'rig/mark': {
    in: z.strictObject({ label: z.string().trim().min(1).max(80) }),
    out: z.object({ version: rigVersionSchema }),
    roles: ['technician', 'owner'],
    effect: 'edit',
    stable: false,
  },
  'rig/restore': {
    in: z.strictObject({ id: z.string().max(100) }),
    out: z.object({ revision: z.number() }),
    roles: ['technician', 'owner'],
    effect: 'edit',
    stable: false,
  },
  'projector/power': projector(z.strictObject({ id: output, on: z.boolean() })),
  'projector/shutter': projector(z.strictObject({ id: output, closed: z.boolean() })),
  'projector/input': projector(z.strictObject({ id: output, input: z.string().regex(/^[1-6][0-9A-Z]$/) })),
  'projector/password': station(z.strictObject({ id: output, password: z.string().max(32).nullable() })),
  'lan/set': owner(z.strictObject({ on: z.boolean() }), z.object({ addresses: z.array(z.string()) })),
  /** Opens pairing for one device; the PIN is told to the owner alone. */
  'pair/open': owner(
    z.strictObject({ role: pairedRoleSchema }),
    z.object({ pin: z.string(), until: z.number(), urls: z.array(z.string()) }),
  ),
  'pair/close': owner(nothing, done),
  'pair/revoke': owner(z.strictObject({ device: z.string().max(80) }), done),
} as const;
