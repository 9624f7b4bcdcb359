import { messages } from '../messages.ts';
import { fail, type Result } from '../result.ts';
import type { LockTopic } from './safety.topics.ts';
import { verbs, type VerbName } from './verbs.ts';

/**
 * The two locks (DESIGN §4): they bind everyone, the owner too. Show lock leaves the operator's rights alone: whatever
 * an operator may do goes on, everything else that changes a document, the station or the picture on the wall is
 * refused. Rig lock keeps the rig as it is, also between shows. They are separate: while the show is locked a
 * technician may still push back a projector that slipped, which is why what belongs to that work is let through.
 */
export type Locked = { show: boolean; rig: boolean };
export const NOT_LOCKED: Locked = { show: false, rig: false };
export const lockedOf = (topic: LockTopic): Locked => ({ show: topic.on, rig: topic.rig.on });

/** Work on the rig itself: rig lock alone decides. */
const rigWork: ReadonlySet<VerbName> = new Set([
  'line-up/hold',
  'line-up/leave',
  'line-up/preview',
  'rig/mark',
]);
/** Who may reach this machine, and a projector that was replaced: needed in the middle of a show as well. */
const access: ReadonlySet<VerbName> = new Set([
  'lan/set',
  'pair/open',
  'pair/close',
  'pair/revoke',
  'projector/password',
]);

type Asked = { verb: VerbName; input: unknown };
type Fields = Record<string, unknown>;
const fieldsOf = (input: unknown): Fields =>
  typeof input === 'object' && input !== null ? { ...input } : {};

/** Taking a pattern, a mark or a name off the wall is never refused: it brings the show back. */
const BACK: Partial<Record<VerbName, { field: string; is: unknown }>> = {
  'line-up/pattern': { field: 'pattern', is: null },
  'line-up/mark': { field: 'mark', is: null },
  'line-up/identify': { field: 'seconds', is: 0 },
  'line-up/freeze': { field: 'on', is: false },
};
const bringsBack = (verb: VerbName, input: Fields): boolean => {
  const back = BACK[verb];
  return back !== undefined && input[back.field] === back.is;
};

const changesRig = (verb: VerbName, input: Fields): boolean => {
  if (verb === 'rig/restore') return true;
  if (verb === 'line-up/preview') return input['fields'] !== null;
  return verbs[verb].effect === 'edit' && input['document'] === 'rig';
};

/** What a new verb of another room gets without being named here: refused unless an operator may use it or it only reads. */
const isOperators = (verb: VerbName): boolean => {
  const { effect, roles } = verbs[verb];
  if (effect === 'read' || effect === 'playback') return true;
  return effect === 'station' && roles.some((role) => role === 'operator');
};

const refusedByShow = (verb: VerbName, input: Fields): boolean => {
  if (isOperators(verb) || rigWork.has(verb) || access.has(verb) || bringsBack(verb, input)) return false;
  // A nudge is let through; going back to a whole other rig in the middle of a show is not.
  return verb === 'rig/restore' || input['document'] !== 'rig';
};

/** `show-locked`, `rig-locked`. `input`: already valid. */
export const checkLocks = (locked: Locked, { verb, input }: Asked): Result<null> => {
  // Locking and unlocking are decided by roles alone, or nobody could ever unlock.
  if (verb === 'lock/show' || verb === 'lock/rig') return { ok: true, value: null };
  const fields = fieldsOf(input);
  if (locked.rig && changesRig(verb, fields)) return fail('rig-locked', messages['rig-locked'].en, verb);
  if (locked.show && refusedByShow(verb, fields))
    return fail('show-locked', messages['show-locked'].en, verb);
  return { ok: true, value: null };
};
