import type { Dispatcher } from '../../core/control/dispatcher.ts';
import type { Effect } from '../../core/playback/plan.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { createBucket } from './bucket.ts';
import type { ShowClock } from './clock.ts';
import type { Journal } from './journal.ts';

/**
 * Runs what the plan asks for on the way. An action is dispatched as a verb with the exact time at which it is due;
 * what a dead host missed by more than `tooLate` seconds is named and left undone, since a sting that comes a minute
 * late is worse than none.
 */
export type EffectsOptions = {
  show(): CompiledShow;
  clock: ShowClock;
  journal: Journal;
  dispatch: Dispatcher['dispatch'];
};
export type Lateness = { count: number; worstMs: number };

const tooLate = 10;
/** A cue that fires itself, or two that fire each other, must end: actions a second, and at once. */
const mostActions = 200;
const rounded = (ms: number): number => Math.round(ms * 100) / 100;

export const createEffects = (options: EffectsOptions) => {
  const lateness: Lateness = { count: 0, worstMs: 0 };
  const numberOf = (cue: string) => options.show().cueById[cue]?.number ?? cue;
  const bucket = createBucket(mostActions, mostActions, options.clock.host);
  const action = (effect: Extract<Effect, { kind: 'action' }>) => {
    if (!bucket.take())
      return options.journal.add(
        'missed',
        `cue ${numberOf(effect.cue)}: ${effect.verb} is one of too many. Does a cue fire itself?`,
        effect,
      );
    const lateMs = Math.max(0, (options.clock.now() - effect.at) * 1000);
    if (lateMs > tooLate * 1000)
      return options.journal.add(
        'missed',
        `cue ${numberOf(effect.cue)}: ${effect.verb} came too late`,
        effect,
      );
    lateness.count += 1;
    lateness.worstMs = Math.max(lateness.worstMs, lateMs);
    const source = { sender: `cue:${numberOf(effect.cue)}`, roles: ['operator'] as const, input: null };
    const { verb, args, at } = effect;
    options.journal.add('action', `cue ${numberOf(effect.cue)}: ${verb}`, {
      args,
      at,
      lateMs: rounded(lateMs),
    });
    void options.dispatch({ verb, args, source, requestId: null, at });
  };
  /** `at` and how late it was acted upon; what was handed over ahead of its time is 0 late. */
  const when = ({ at }: Effect) => ({ at, lateMs: rounded(Math.max(0, (options.clock.now() - at) * 1000)) });
  const one = (effect: Effect): void => {
    switch (effect.kind) {
      case 'action':
        return action(effect);
      case 'cue':
        return options.journal.add('cue', `cue ${numberOf(effect.cue)} by ${effect.by}`, when(effect));
      case 'hold':
        return options.journal.add('hold', `holds before cue ${numberOf(effect.cue)}`, when(effect));
      case 'end':
        return options.journal.add('end', `${effect.playback} is at its end`, when(effect));
      default:
        return effect satisfies never;
    }
  };
  return { run: (effects: Effect[]) => effects.forEach(one), lateness };
};
