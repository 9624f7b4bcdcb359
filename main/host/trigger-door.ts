import type { Dispatcher } from '../../core/control/dispatcher.ts';
import type { OscMessage } from '../../core/control/osc/packet.ts';
import { matchTriggers, noTriggerState, type TriggerState } from '../../core/control/osc/trigger.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { TriggerRecord } from '../../core/show/show.schema.ts';
import { isTextParameter } from './text-parameters.ts';
import type { ShowClock } from './clock.ts';
import type { Input } from './inputs.ts';

/**
 * The show's triggers for every way in. What is no OSC is brought into its form by its port (`/note/1/60 0.8`,
 * `/universe/1/12 0.5`, `/onset`), so one router, one kind of edge and one kind of argument serve all of them.
 */
export type TriggerInput = TriggerRecord['input'];
export type Triggers = CompiledShow['triggers'];
export type Said = {
  input: Input;
  kind: TriggerInput;
  message: OscMessage;
  /** Who, for the guard and for people: `127.0.0.1`, `universe 1`, `Launchpad`. */
  from: string;
  /** As a person reads it. */
  text: string;
  /** How a fader stands before it was ever moved: it is remembered for the edges to come, and fires nothing. */
  isPrimer?: boolean;
};
export interface TriggerDoor {
  /** Fires what the message is bound to, and logs it at its input with what came of it. */
  say(said: Said): void;
}

/** The same array as long as the show is the same: routes are built once. */
export const triggersFor = (compiled: () => CompiledShow, kind: TriggerInput): (() => Triggers) => {
  let last: { of: Triggers; value: Triggers } | null = null;
  return () => {
    const of = compiled().triggers;
    if (last?.of !== of) last = { of, value: of.filter(({ input }) => input === kind) };
    return last.value;
  };
};

type Options = {
  compiled(): CompiledShow;
  clock: Pick<ShowClock, 'now' | 'iso'>;
  dispatch: Dispatcher['dispatch'];
};

export const createTriggerDoor = ({ compiled, clock, dispatch }: Options): TriggerDoor => {
  const kinds = new Map<TriggerInput, { triggers: () => Triggers; state: TriggerState }>();
  const kindOf = (kind: TriggerInput) => {
    const found = kinds.get(kind) ?? { triggers: triggersFor(compiled, kind), state: noTriggerState };
    kinds.set(kind, found);
    return found;
  };
  const isText = (clip: string, param: string) => isTextParameter(compiled(), clip, param);
  return {
    say({ input, kind, message, from, text, isPrimer = false }) {
      const own = kindOf(kind);
      const outcome = matchTriggers(own.triggers(), own.state, message, clock.now(), isText);
      own.state = isPrimer ? { ...own.state, levels: outcome.state.levels } : outcome.state;
      if (isPrimer) return;
      for (const { verb, args } of outcome.fired)
        void dispatch({
          verb,
          args,
          source: { sender: `${input.id}:${from}`, roles: ['operator'], input: input.id },
          requestId: null,
          at: null,
        });
      input.heard(
        { from, text, at: clock.iso(), verdict: verdictOf(outcome, input.isArmed()) },
        message,
        kind,
      );
    },
  };
};

const verdictOf = (
  { fired, held, failed, known }: ReturnType<typeof matchTriggers>,
  isArmed: boolean,
): string => {
  const parts = [
    ...fired.map(({ trigger, verb }) => `${trigger} → ${verb}`),
    ...held.map((id) => `${id}: too soon after its last firing`),
    ...failed.map(({ trigger, message }) => `${trigger}: ${message}`),
  ];
  const word = fired.length > 0 ? (isArmed ? 'trigger' : 'disarmed') : known ? 'ignored' : 'foreign';
  return parts.length > 0 ? `${word}: ${parts.join('; ')}` : word;
};
