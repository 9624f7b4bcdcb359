import type { TriggerRecord } from '../show/show.schema.ts';
import { isNative } from './learn.ts';
import { messageOfText } from './message-text.ts';
import type { IsText } from './osc/read.ts';
import { matchTriggers, noTriggerState, type OscTrigger, type TriggerOutcome } from './osc/trigger.ts';

/**
 * What messages would do, without doing it: the very matcher that the host runs, over lines of a log in their order and
 * at their times, so edges and minimum intervals come out as they would have.
 */
export type DryTrigger = OscTrigger & Pick<TriggerRecord, 'input'>;
export type DryLine = { text: string; /** Seconds. */ at: number };
export type DryResult =
  /** No message: cut, broken, or of a port that writes its own way. */
  | { kind: 'unread' }
  /** Served without a trigger. */
  | { kind: 'native' }
  | { kind: 'met'; outcome: Pick<TriggerOutcome, 'fired' | 'held' | 'failed' | 'known'> };

export const dryRun = (
  triggers: readonly DryTrigger[],
  input: TriggerRecord['input'],
  lines: readonly DryLine[],
  isText: IsText,
): DryResult[] => {
  const own = triggers.filter((trigger) => trigger.input === input);
  let state = noTriggerState;
  return lines.map(({ text, at }): DryResult => {
    const message = messageOfText(text);
    if (message === null) return { kind: 'unread' };
    const outcome = matchTriggers(own, state, message, at, isText);
    state = outcome.state;
    if (!outcome.known && isNative(message.address)) return { kind: 'native' };
    return { kind: 'met', outcome };
  });
};
