import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import type { CueAction } from '../show/show.schema.ts';
import { nextBoundary } from './boundary.ts';
import { placedAfter } from './cue-order.ts';
import { startOverlay, stopTimeline } from './overlays.ts';
import type { Effect, Plan, Playback, Section } from './plan.ts';
import { sectionFor } from './section.ts';
import { chained, withoutPlacedWaits } from './waiting.ts';
import { constant, levelAt } from './ramp.ts';

/**
 * Firing a cue, whoever asks: by GO, by crossing its mark, by a follow. Pure: returns the plan and what is to be done.
 */
export type Step = { plan: Plan; effects: Effect[] };

export const mainOf = (plan: Plan): Playback | null =>
  plan.playbacks.find((one) => one.role === 'main') ?? null;

export const replacePlayback = (plan: Plan, playback: Playback): Plan => ({
  ...plan,
  playbacks: plan.playbacks.map((one) => (one.id === playback.id ? playback : one)),
});

/** With its boundary looked up again: to be called after whatever changed anchor, loop, cue or pass-through. */
export const withBoundary = (show: CompiledShow, playback: Playback): Playback => {
  const ahead = nextBoundary(show, playback, playback.anchor.position);
  return { ...playback, until: ahead };
};

/** A new main playback at a position; what played before is a ghost for the fade, or gone without one. */
export const startMain = (
  show: CompiledShow,
  plan: Plan,
  entry: {
    timeline: string;
    position: number;
    cue: string | null;
    fade: number;
    running: boolean;
    passThrough?: string | null;
    section?: Section | null;
  },
  now: number,
): Plan => {
  const dark = plan.panic.state !== 'off' || plan.stopping !== null;
  const kept = dark ? [] : plan.playbacks;
  const below = kept.filter((one) => one.role !== 'overlay' || one.outgoing);
  const ghosts = entry.fade > 0 ? below.map((one) => (one.role === 'overlay' ? one : ghostOf(one))) : [];
  const fresh: Playback = withBoundary(show, {
    id: `main-${plan.nextPlayback}`,
    timeline: entry.timeline,
    role: 'main',
    anchor: { position: entry.position, clockAt: now, rate: 1, running: entry.running },
    enteredAt: now,
    until: null,
    loop: null,
    holding: null,
    passThrough: entry.passThrough ?? null,
    section: entry.section ?? null,
    chase: null,
    outgoing: false,
    paused: entry.running ? null : now,
    ended: false,
    envelope: entry.fade > 0 ? { from: 0, to: 1, startAt: now, duration: entry.fade } : constant(1),
    endsAt: null,
    cue: entry.cue,
  });
  return {
    ...plan,
    playbacks: [...ghosts, fresh, ...kept.filter((one) => one.role === 'overlay' && !one.outgoing)],
    nextPlayback: plan.nextPlayback + 1,
    armed: null,
    stopping: null,
    panic: { state: 'off', level: constant(0) },
  };
};

export const ghostOf = (playback: Playback): Playback => ({
  ...playback,
  role: 'ghost',
  until: null,
  passThrough: null,
  section: null,
  chase: null,
});

/** Marks a cue as fired at a clock time and hands out its actions (or its next variant). */
export const fireActions = (
  show: CompiledShow,
  plan: Plan,
  cue: CompiledCue,
  now: number,
  by: 'go' | 'pass' | 'follow',
): Step => {
  const count = plan.fired.cues[cue.id]?.count ?? 0;
  const actions = cue.variants.length > 0 ? (cue.variants[count % cue.variants.length] ?? []) : cue.actions;
  const marked: Plan = {
    ...plan,
    fired: { ...plan.fired, cues: { ...plan.fired.cues, [cue.id]: { at: now, count: count + 1 } } },
  };
  const start: Step = { plan: marked, effects: [{ kind: 'cue', cue: cue.id, at: now, by }] };
  const done = actions.reduce((step, action) => runAction(show, step, cue, action, now), start);
  return { ...done, plan: chained(show, done.plan, cue, now) };
};

/** Overlays start and stop inside the plan, so that they switch with it; every other action is an effect. */
const runAction = (
  show: CompiledShow,
  step: Step,
  cue: CompiledCue,
  action: CueAction,
  now: number,
): Step => {
  const id = typeof action.args['id'] === 'string' ? `timeline:${action.args['id']}` : '';
  const number = (key: string): number => (typeof action.args[key] === 'number' ? action.args[key] : 0);
  if (action.verb === 'timeline/start' && show.timelines[id] && id !== show.show.main) {
    return { ...step, plan: startOverlay(show, step.plan, { timeline: id, at: number('at'), cue }, now) };
  }
  if (action.verb === 'timeline/stop' && show.timelines[id] && id !== show.show.main) {
    return { ...step, plan: stopTimeline(step.plan, id, number('fade'), now) };
  }
  return {
    ...step,
    effects: [
      ...step.effects,
      { kind: 'action', cue: cue.id, verb: action.verb, args: action.args, at: now },
    ],
  };
};

/** A cue with a place fires: the hold is released where that needs no new picture, else main starts at its mark. */
export const firePlaced = (
  show: CompiledShow,
  plan: Plan,
  cue: CompiledCue,
  fade: number,
  now: number,
  by: 'go' | 'follow',
): Step => {
  if (!cue.at) return { plan, effects: [] };
  const main = mainOf(plan);
  const dark = plan.panic.state !== 'off' || plan.stopping !== null;
  const isRelease = !dark && fade === 0 && main?.holding?.cue === cue.id && main.timeline === cue.at.timeline;
  const free = withoutPlacedWaits(show, plan);
  const started =
    isRelease && main
      ? replacePlayback({ ...free, armed: null }, release(show, main, cue, now, sectionFor(plan, cue)))
      : startMain(show, free, jumpTo(plan, cue, cue.at, fade), now);
  return fireActions(show, { ...started, current: cue.id, standby: placedAfter(show, cue.id) }, cue, now, by);
};

/** Where main enters: the cue's entry point, else its mark. */
const jumpTo = (plan: Plan, cue: CompiledCue, at: { timeline: string; position: number }, fade: number) => ({
  timeline: at.timeline,
  position: cue.entry ?? at.position,
  passThrough: cue.id,
  section: sectionFor(plan, cue),
  cue: cue.id,
  fade,
  running: true,
});

const release = (
  show: CompiledShow,
  main: Playback,
  cue: CompiledCue,
  now: number,
  section: Section | null,
): Playback =>
  withBoundary(show, {
    ...main,
    anchor: {
      ...main.anchor,
      position: cue.at?.position ?? main.anchor.position,
      clockAt: now,
      running: true,
    },
    holding: null,
    loop: null,
    paused: null,
    passThrough: null,
    section,
    cue: cue.id,
  });

/** Drops ghosts that a newer picture has covered, and what has reached its end. */
export const swept = (plan: Plan, now: number): Plan => {
  const lineage = plan.playbacks.filter((one) => one.role !== 'overlay');
  const covering = lineage.findLastIndex((one) => levelAt(one.envelope, now) >= 1);
  const covered = new Set(lineage.slice(0, Math.max(0, covering)).map((one) => one.id));
  const kept = plan.playbacks.filter(
    (one) => !covered.has(one.id) && (one.endsAt === null || one.endsAt > now),
  );
  return kept.length === plan.playbacks.length ? plan : { ...plan, playbacks: kept };
};
