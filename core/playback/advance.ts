import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { placedAfter } from './cue-order.ts';
import { markedShow } from './marked.ts';
import { showOfPlan } from './outgoing.ts';
import { sectionEnd } from './section.ts';
import { nextWaiting, withWaiting } from './waiting.ts';
import { fireActions, firePlaced, mainOf, replacePlayback, swept, withBoundary, type Step } from './fire.ts';
import type { Boundary, Plan, Playback, Waiting } from './plan.ts';
import { HOLD_BEFORE, anchored, clockOf, offTimecode, rawPositionAt } from './position.ts';
import { arrivesAt, constant } from './ramp.ts';

/**
 * What happens by itself, in order and at its exact clock time, up to and including `now`: the one piece of code that
 * carries a plan over holds, loops, follows and ends in host, outputs and sound.
 */
export const advance = (document: CompiledShow, plan: Plan, now: number): Step => {
  const show = markedShow(showOfPlan(document, plan), plan);
  let step: Step = { plan, effects: [] };
  for (let guard = 0; guard < MOST_EVENTS; guard += 1) {
    const event = nextEvent(show, step.plan);
    if (!event || event.at > now) return step;
    const next = event.run(step.plan);
    step = {
      plan: next.plan,
      effects: step.effects.length === 0 ? next.effects : [...step.effects, ...next.effects],
    };
  }
  return step;
};

/** A page that slept for days must not spin: so many events are made good in one call, the rest in the next. */
const MOST_EVENTS = 10_000;

/** Clock time of the next thing that happens by itself, or null. */
export const nextEventAt = (show: CompiledShow, plan: Plan): number | null =>
  nextEvent(markedShow(showOfPlan(show, plan), plan), plan)?.at ?? null;

type Event = { at: number; run(plan: Plan): Step };
const quiet = (plan: Plan): Step => ({ plan, effects: [] });

const nextEvent = (show: CompiledShow, plan: Plan): Event | null => {
  let best: Event | null = null;
  const consider = (event: Event | null): void => {
    if (event && (!best || event.at < best.at)) best = event;
  };
  for (const playback of plan.playbacks) {
    consider(dropEvent(plan, playback));
    consider(boundaryEvent(show, playback));
    consider(holdMaximum(show, playback));
  }
  consider(coverEvent(plan));
  consider(armedEvent(show, plan));
  consider(waitEvent(show, plan));
  consider(stopEvent(plan));
  consider(panicEvent(plan));
  return best;
};

const dropEvent = (_plan: Plan, playback: Playback): Event | null =>
  playback.endsAt === null ? null : { at: playback.endsAt, run: (plan) => quiet(without(plan, playback.id)) };

const without = (plan: Plan, id: string): Plan => ({
  ...plan,
  playbacks: plan.playbacks.filter((one) => one.id !== id),
});

/** A newer picture of the main lineage has arrived while something is still below it. */
const coverEvent = (plan: Plan): Event | null => {
  let below = 0;
  for (const one of plan.playbacks) {
    if (one.role === 'overlay') continue;
    if (below > 0 && one.envelope.to >= 1) {
      const at = arrivesAt(one.envelope);
      return { at, run: (now) => quiet(swept(now, at)) };
    }
    below += 1;
  }
  return null;
};

const boundaryEvent = (show: CompiledShow, playback: Playback): Event | null => {
  const { until, anchor } = playback;
  if (!until || !anchor.running) return null;
  const stops = until.what.kind === 'hold' || until.what.kind === 'end';
  const at = Math.max(anchor.clockAt, clockOf(playback, until.at - (stops ? HOLD_BEFORE : 0)));
  return { at, run: (plan) => cross(show, plan, playback, until, at) };
};

const cross = (show: CompiledShow, plan: Plan, playback: Playback, until: Boundary, at: number): Step => {
  const { what } = until;
  switch (what.kind) {
    case 'end':
      return end(plan, playback, until.at, at);
    case 'hold':
      return {
        plan: {
          ...replacePlayback(plan, {
            ...anchored(playback, at, until.at - HOLD_BEFORE, false),
            holding: { cue: what.cue, since: at, max: what.max },
            until: null,
          }),
          standby: what.cue,
        },
        effects: [{ kind: 'hold', cue: what.cue, at }],
      };
    case 'loop': {
      const loop = { cue: what.cue, from: what.from, to: until.at, times: what.times };
      const looping = withBoundary(show, { ...anchored(playback, at, what.from, true), loop });
      return {
        plan: { ...replacePlayback(plan, looping), standby: what.cue },
        effects: [{ kind: 'hold', cue: what.cue, at }],
      };
    }
    case 'pass':
      return pass(show, plan, playback, what.cue, at);
    case 'follow': {
      const cue = show.cueById[what.cue];
      if (!cue) return quiet(replacePlayback(plan, { ...playback, until: null }));
      if (!cue.at) return follow(show, plan, playback, cue.id, until.at, at);
      if (cue.preWait > 0) return followLater(show, plan, playback, cue, until.at, at);
      return firePlaced(show, plan, cue, cue.fade, at, 'follow');
    }
    case 'section':
      return sectionEnd(show, plan, playback, at);
  }
};

/** A follow to a cue without a place: its actions run, main goes on. */
const follow = (
  show: CompiledShow,
  plan: Plan,
  playback: Playback,
  id: string,
  position: number,
  at: number,
): Step => {
  const cue = show.cueById[id];
  const moved = replacePlayback(plan, withBoundary(show, anchored(playback, at, position, true)));
  return cue ? fireActions(show, moved, cue, at, 'follow') : quiet(moved);
};

/** Main runs on past the place of the follow while the cue counts down. */
const followLater = (
  show: CompiledShow,
  plan: Plan,
  playback: Playback,
  cue: CompiledCue,
  position: number,
  at: number,
): Step => {
  const moved = replacePlayback(plan, withBoundary(show, anchored(playback, at, position, true)));
  return quiet(withWaiting(moved, { cue: cue.id, at: at + cue.preWait, fade: null, by: 'follow' }));
};

const end = (plan: Plan, playback: Playback, position: number, at: number): Step => {
  const effects = [{ kind: 'end' as const, playback: playback.id, at }];
  if (playback.role === 'overlay') return { plan: without(plan, playback.id), effects };
  const ended = { ...anchored(playback, at, position - HOLD_BEFORE, false), ended: true, until: null };
  return { plan: replacePlayback(plan, ended), effects };
};

/** Runs through a mark. A cue that fired on the way to its own mark, or a moment ago on a corrected line, does not again. */
export const pass = (show: CompiledShow, plan: Plan, playback: Playback, id: string, at: number): Step => {
  const cue = show.cueById[id];
  const mark = cue?.at?.position ?? playback.anchor.position;
  const passed = withBoundary(show, {
    ...anchored(playback, at, mark, true),
    loop: null,
    passThrough: playback.passThrough === id ? null : playback.passThrough,
    cue: id,
  });
  const moved: Plan = {
    ...replacePlayback(plan, passed),
    armed: plan.armed?.cue === id ? null : plan.armed,
    current: id,
    standby: plan.standby === id ? placedAfter(show, id) : plan.standby,
  };
  const isEcho = playback.cue === id || (playback.chase !== null && at - firedAt(plan, id) < ECHO);
  return cue && !isEcho ? fireActions(show, moved, cue, at, 'pass') : quiet(moved);
};

const ECHO = 1;
const firedAt = (plan: Plan, id: string): number => plan.fired.cues[id]?.at ?? -Infinity;

const holdMaximum = (show: CompiledShow, playback: Playback): Event | null => {
  const { holding } = playback;
  const cue = holding ? show.cueById[holding.cue] : undefined;
  if (!holding || holding.max === null || playback.paused !== null || playback.role !== 'main' || !cue)
    return null;
  const at = holding.since + holding.max;
  return { at, run: (plan) => firePlaced(show, plan, cue, 0, at, 'follow') };
};

const armedEvent = (show: CompiledShow, plan: Plan): Event | null => {
  const cue = plan.armed ? show.cueById[plan.armed.cue] : undefined;
  if (!plan.armed || !cue) return null;
  const { at, fade } = plan.armed;
  return { at, run: (now) => firePlaced(show, { ...now, armed: null }, cue, fade ?? cue.fade, at, 'go') };
};

const waitEvent = (show: CompiledShow, plan: Plan): Event | null => {
  const next = nextWaiting(plan);
  return next ? { at: next.at, run: (now) => waited(show, now, next) } : null;
};

const waited = (show: CompiledShow, plan: Plan, { cue: id, at, fade, by }: Waiting): Step => {
  const rest: Plan = { ...plan, waiting: plan.waiting.filter((one) => one.cue !== id) };
  const cue = show.cueById[id];
  if (!cue || cue.disarmed || firedAt(plan, id) === at) return quiet(rest);
  if (!cue.at) return fireActions(show, rest, cue, at, by);
  if (mainOf(plan)?.chase) return quiet(rest);
  const step = firePlaced(show, rest, cue, fade ?? cue.fade, at, by);
  return plan.standby === id ? step : { ...step, plan: { ...step.plan, standby: plan.standby } };
};

const stopEvent = (plan: Plan): Event | null => {
  if (!plan.stopping) return null;
  return {
    at: arrivesAt(plan.stopping),
    run: (now) => quiet({ ...now, playbacks: [], stopping: null, current: null, armed: null, waiting: [] }),
  };
};

const panicEvent = (plan: Plan): Event | null => {
  if (plan.panic.state !== 'fading') return null;
  const at = arrivesAt(plan.panic.level);
  return { at, run: (now) => quiet(cutByPanic(now, at)) };
};

/** Panic has arrived: main stands still, ghosts and overlays are gone. */
export const cutByPanic = (plan: Plan, now: number): Plan => {
  const main = mainOf(plan);
  const wrapped = main?.loop ? { ...main, loop: main.loop } : main;
  return {
    ...plan,
    playbacks: wrapped ? [{ ...pausedAt(wrapped, now), envelope: constant(1) }] : [],
    armed: null,
    waiting: [],
    panic: { state: 'cut', level: constant(1) },
  };
};

/** Stands still from `now` on; a loop keeps its raw position, so that its laps stay counted. */
export const pausedAt = (playback: Playback, now: number): Playback => {
  if (playback.paused !== null) return playback;
  return { ...offTimecode(anchored(playback, now, rawPositionAt(playback, now), false)), paused: now };
};
