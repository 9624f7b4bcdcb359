import { z } from 'zod';
import type { HandlerContext } from '../../core/control/dispatcher.ts';
import { lockedOf, type Locked } from '../../core/control/locks.ts';
import { UNLOCKED, type LockState, type LockTopic } from '../../core/control/safety.topics.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ShowClock } from './clock.ts';

/** The two locks: state of the host, kept in the session, so that a crash in the middle of a show unlocks nothing. */
const lockSchema = z.object({ on: z.boolean(), by: z.string().nullable(), since: z.string().nullable() });
export const savedLocksSchema = lockSchema.extend({ rig: lockSchema });

export interface LocksHost {
  handlers: Record<'lock/show' | 'lock/rig', (input: { on: boolean }, context: HandlerContext) => LockReply>;
  locked(): Locked;
  topic(): LockTopic;
}
type LockReply = Result<{ on: boolean }>;
type Options = {
  clock: Pick<ShowClock, 'iso'>;
  resumed: LockTopic | null;
  /** Whether an output is being dragged: what is under way would be saved behind the lock. */
  isRigInHand(): boolean;
  /** Keep it, then tell it. */
  onChange(topic: LockTopic): void;
};

export const createLocks = ({ clock, resumed, isRigInHand, onChange }: Options): LocksHost => {
  let topic: LockTopic = resumed ?? { ...UNLOCKED, rig: UNLOCKED };
  /** Pressing what is pressed already keeps who did it first. */
  const next = (before: LockState, on: boolean, by: string): LockState | null => {
    if (before.on === on) return null;
    return { on, by, since: clock.iso() };
  };
  const set = (part: Partial<LockTopic> | null, on: boolean): LockReply => {
    if (part !== null) {
      topic = { ...topic, ...part };
      onChange(topic);
    }
    return ok({ on });
  };
  return {
    handlers: {
      'lock/show': ({ on }, { sender }) => set(next(topic, on, sender), on),
      'lock/rig'({ on }, { sender }) {
        if (on && isRigInHand()) return fail('rig-in-hand', messages['rig-in-hand'].en, 'lock/rig');
        const rig = next(topic.rig, on, sender);
        return set(rig && { rig }, on);
      },
    },
    locked: () => lockedOf(topic),
    topic: () => topic,
  };
};
