import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { cueAfter } from './cue-order.ts';
import type { Plan, Waiting } from './plan.ts';

/** Cues that count down on the show clock: pre-waits, continues, follows of cues without a place. */
export const withWaiting = (plan: Plan, entry: Omit<Waiting, 'heldAt'>): Plan => ({
  ...plan,
  waiting: [...plan.waiting.filter((one) => one.cue !== entry.cue), { ...entry, heldAt: null }],
});

export const isWaiting = (plan: Plan, cue: string): boolean => plan.waiting.some((one) => one.cue === cue);

/** A placed cue fires: the last GO wins over what was to take main elsewhere. */
export const withoutPlacedWaits = (show: CompiledShow, plan: Plan): Plan =>
  plan.waiting.length === 0
    ? plan
    : { ...plan, waiting: plan.waiting.filter((one) => !show.cueById[one.cue]?.at) };

export const heldWaits = (waiting: readonly Waiting[], now: number): Waiting[] =>
  waiting.map((one) => ({ ...one, heldAt: one.heldAt ?? now }));

export const resumedWaits = (waiting: readonly Waiting[], now: number): Waiting[] =>
  waiting.map((one) =>
    one.heldAt === null ? one : { ...one, at: one.at + (now - one.heldAt), heldAt: null },
  );

/** The one that is due first; null: none runs. */
export const nextWaiting = (plan: Plan): Waiting | null =>
  plan.waiting.reduce<Waiting | null>(
    (best, one) => (one.heldAt === null && (best === null || one.at < best.at) ? one : best),
    null,
  );

/** A cue has fired: what comes after it by itself counts down from now. */
export const chained = (show: CompiledShow, plan: Plan, cue: CompiledCue, now: number): Plan => {
  const next = cue.continue ? cueAfter(show, cue.id) : null;
  const continued = next ? withWaiting(plan, follower(next, now + cue.postWait)) : plan;
  const followed = cue.follow && !cue.at ? show.cueById[cue.follow.cue] : undefined;
  return cue.follow && followed
    ? withWaiting(continued, follower(followed, now + cue.follow.after))
    : continued;
};

const follower = (cue: CompiledCue, at: number): Omit<Waiting, 'heldAt'> => ({
  cue: cue.id,
  at: at + cue.preWait,
  fade: null,
  by: 'follow',
});
