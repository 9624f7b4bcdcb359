import {
  advance,
  command,
  completed,
  emptyPlan,
  nextEventAt,
  replanned,
  statusOf,
} from '../../core/playback/engine.ts';
import type { Effect, Plan } from '../../core/playback/plan.ts';
import { taken } from '../../core/playback/take.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { normaliseCueNumber } from '../../core/show/cue-number.ts';
import type { ShowClock } from './clock.ts';

/**
 * The engine's adapter: gives each verb the clock time at which it takes effect, keeps the plans that pages draw, and
 * hands over what is to be done on the way.
 *
 * `lead` is why pages switch together: a change takes effect a little ahead. It also makes natural events (a hold, a
 * follow) final that long before they happen, since no verb can change anything sooner; so their actions are handed
 * over early with their exact time, and take effect at it and not after it. `horizon` is the clock time up to which
 * that has been done; no verb takes effect before it.
 */
export const lead = 0.03;
/** A little more than `lead`, so that a late timer still hands over in time. */
const eager = 0.05;
/** Events in one go; the rest follows at once, and verbs get their turn between. */
const mostAtOnce = 1000;
/** What is published in force is settled to so long ago, so that a page that draws behind still sees the past. */
const settleBehind = 2;

export type PlaybackState = { plans: Plan[]; horizon: number };
export type Fired = {
  current: string | null;
  standby: string | null;
  effectiveAt: number;
  plan: number;
};
export interface Playback {
  /** `due`: the exact time of a cue's action, or null. */
  command(verb: string, args: Record<string, unknown>, sender: string, due: number | null): Result<Fired>;
  /** Oldest first: the plan in force and those ahead. */
  plans(): Plan[];
  /** What the newest plan says. */
  fired(): Fired;
  state(): PlaybackState;
  /** What was accepted is seen at once: just after a verb it looks the `lead` ahead. */
  status(now: number): ReturnType<typeof statusOf>;
  /** Whether nothing happens by itself within the next seconds: time for a snapshot of the documents. */
  isQuietFor(seconds: number): boolean;
  /** The show has been edited. */
  reload(show: CompiledShow): void;
  /** A draft becomes the show, cross-faded over so many seconds. */
  take(show: CompiledShow, fade: number): void;
  /** What the last take left behind is gone. */
  forget(): void;
  /** Another host's plans, oldest first, in place of its own. What happened before now sets nothing off. Throws on plans
   * that make no sense; its own then stay. */
  adopt(plans: Plan[]): void;
  dispose(): void;
}
type Options = {
  show: CompiledShow;
  clock: ShowClock;
  /** What a killed host left, or null: open black. */
  resumed: PlaybackState | null;
  /** The plans have changed: publish and keep them. */
  onPlans(state: PlaybackState): void;
  /** Only the horizon has moved: keep it. */
  onHorizon(state: PlaybackState): void;
  /** In order; each handed over once, no earlier than `eager` before its time. */
  onEffects(effects: Effect[]): void;
};

export const createPlayback = (options: Options): Playback => {
  const { clock } = options;
  let show = options.show;
  const opening = options.resumed ? completedState(show, options.resumed) : opened(show, clock.now());
  let plans = opening.plans;
  let horizon = opening.horizon;
  let tip = advance(show, newest(plans), horizon).plan;
  let cancel: (() => void) | null = null;

  const state = (): PlaybackState => ({ plans, horizon });
  const publish = (plan: Plan, effects: Effect[]) => {
    plans = [...inForce(show, plans, clock.now()), plan];
    tip = plan;
    horizon = Math.max(horizon, plan.effectiveAt);
    options.onPlans(state());
    schedule();
    handOver(effects);
  };
  const handOver = (effects: Effect[]) => {
    if (effects.length > 0) options.onEffects(effects);
  };
  /** Event by event, so that what one of them sets off comes before the next. */
  const look = () => {
    const until = clock.now() + eager;
    for (let count = 0; count < mostAtOnce; count += 1) {
      const next = nextEventAt(show, tip);
      if (next === null || next > until) break;
      const step = advance(show, tip, next);
      tip = step.plan;
      horizon = Math.max(horizon, next);
      handOver(step.effects);
    }
    schedule();
    options.onHorizon(state());
  };
  const schedule = () => {
    cancel?.();
    const next = nextEventAt(show, tip);
    cancel = next === null ? null : clock.at(next - eager, look);
  };
  /** An action's exact time is kept where it is still ahead; everything else takes effect `lead` from now. */
  const takesEffectAt = (due: number | null) => {
    const now = clock.now();
    const wanted = due !== null && due > now ? due : now + lead;
    return Math.max(wanted, tip.effectiveAt, horizon);
  };

  schedule();
  return {
    command(verb, args, sender, due) {
      const at = takesEffectAt(due);
      const result = command(show, tip, { verb, args, sender }, at);
      if (!result.ok) return result;
      publish(result.value.plan, result.value.effects);
      return ok(firedOf(show, result.value.plan));
    },
    plans: () => inForce(show, plans, clock.now()),
    fired: () => firedOf(show, tip),
    state,
    status(now) {
      const at = Math.max(now, tip.effectiveAt);
      return statusOf(show, planAt(plans, at), at);
    },
    isQuietFor: (seconds) => (nextEventAt(show, tip) ?? Infinity) - clock.now() > seconds,
    reload(next) {
      const at = takesEffectAt(null);
      const step = advance(show, tip, at);
      show = { ...next, outgoing: show.outgoing };
      publish(replanned(next, step.plan, at), step.effects);
    },
    take(next, fade) {
      const at = takesEffectAt(null);
      const step = advance(show, tip, at);
      const plan = taken(show, next, step.plan, at, fade);
      show = { ...next, outgoing: { show: { ...show, outgoing: null }, plan: plan.id } };
      publish(plan, step.effects);
    },
    forget: () => void (show = { ...show, outgoing: null }),
    adopt(next) {
      const last = newest(next);
      const at = Math.max(clock.now(), last.effectiveAt);
      const settled = advance(show, last, at).plan;
      inForce(show, next, clock.now());
      plans = next;
      tip = settled;
      horizon = at;
      options.onPlans(state());
      schedule();
    },
    dispose: () => cancel?.(),
  };
};

const opened = (show: CompiledShow, now: number): PlaybackState => ({
  plans: [emptyPlan(show, now)],
  horizon: now,
});

const completedState = (show: CompiledShow, { plans, horizon }: PlaybackState): PlaybackState => ({
  plans: plans.map((plan) => completed(show, plan)),
  horizon,
});

const newest = (plans: Plan[]): Plan => {
  const plan = plans.at(-1);
  if (plan === undefined) throw new Error('there is always a plan');
  return plan;
};

const planAt = (plans: Plan[], now: number): Plan =>
  plans.findLast((plan) => plan.effectiveAt <= now) ?? plans[0] ?? newest(plans);

/** The plan in force, settled, and those ahead. */
const inForce = (show: CompiledShow, plans: Plan[], now: number): Plan[] => {
  const at = plans.findLastIndex((plan) => plan.effectiveAt <= now);
  const [first, ...ahead] = plans.slice(Math.max(0, at));
  if (first === undefined) return [];
  return [advance(show, first, Math.max(first.effectiveAt, now - settleBehind)).plan, ...ahead];
};

const firedOf = (show: CompiledShow, plan: Plan): Fired => {
  const numberOf = (id: string | null) => {
    const cue = id === null ? undefined : show.cueById[id];
    return cue ? normaliseCueNumber(cue.number) : null;
  };
  return {
    current: numberOf(plan.current),
    standby: numberOf(plan.standby),
    effectiveAt: plan.effectiveAt,
    plan: plan.id,
  };
};
