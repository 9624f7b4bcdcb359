import type { CompiledShow } from '../show/compiled.ts';
import { fail } from '../result.ts';
import { cutByPanic, pausedAt } from './advance.ts';
import { chaseRefusal, unchased } from './chase.ts';
import { marksAround, placedAfter, placedBefore } from './cue-order.ts';
import { mainOf, replacePlayback, startMain, withBoundary } from './fire.ts';
import { startOverlay, stopTimeline } from './overlays.ts';
import { opening } from './opening.ts';
import type { Plan, Playback } from './plan.ts';
import { HOLD_BEFORE, anchored, offTimecode } from './position.ts';
import { constant, rampFrom } from './ramp.ts';
import { armedCue, numberOf, still, textOf, type Handler } from './scene.ts';
import { isInSection } from './section.ts';
import { heldWaits, resumedWaits } from './waiting.ts';

/** Everything but GO: moving, standing, ending, light. Situations and answers are in playback.spec.md. */
const RESUME_FADE = 0.5;
const PANIC_FADE = 2;

export const back: Handler = ({ show, plan, now }) => {
  const refusal = chaseRefusal(plan);
  if (refusal) return refusal;
  const previous = plan.current ? placedBefore(show, plan.current) : null;
  const cue = previous ? show.cueById[previous] : undefined;
  if (!cue?.at)
    return fail(
      'no-previous',
      'There is no cue before the current one; use standby and GO, or reset.',
      'current',
    );
  const entry = { ...cue.at, position: cue.entry ?? cue.at.position };
  const started = startMain(show, plan, { ...entry, cue: cue.id, fade: 0, running: true }, now);
  return still({ ...started, waiting: [], current: cue.id, standby: placedAfter(show, cue.id) });
};

export const standby: Handler = (scene, args) => {
  const found = armedCue(scene, textOf(args, 'cue') ?? '');
  if (!found.ok) return found;
  if (!found.value.at)
    return fail(
      'no-place',
      `Cue ${found.value.number} has no place on a timeline; fire it with cue/go.`,
      found.value.id,
    );
  return still({ ...scene.plan, standby: found.value.id });
};

export const pause: Handler = ({ plan, now }) =>
  chaseRefusal(plan) ??
  still({
    ...plan,
    armed: null,
    waiting: heldWaits(plan.waiting, now),
    playbacks: plan.playbacks.map((one) => pausedAt(one, now)),
  });

const resumed = (show: CompiledShow, playback: Playback, now: number): Playback => {
  if (playback.paused === null) return playback;
  const pausedFor = now - playback.paused;
  const holding = playback.holding
    ? { ...playback.holding, since: playback.holding.since + pausedFor }
    : null;
  const isRunning = !holding && !playback.ended;
  return withBoundary(show, {
    ...anchored(playback, now, playback.anchor.position, isRunning),
    holding,
    paused: null,
  });
};

export const resume: Handler = ({ show, plan, now }) =>
  still({
    ...plan,
    waiting: resumedWaits(plan.waiting, now),
    playbacks: plan.playbacks.map((one) => resumed(show, one, now)),
    panic:
      plan.panic.state === 'off'
        ? plan.panic
        : { state: 'off', level: rampFrom(plan.panic.level, 0, now, RESUME_FADE) },
  });

export const stop: Handler = ({ show, plan, now }, args) => {
  const fade = numberOf(args, 'fade') ?? 0;
  if (fade <= 0 || plan.playbacks.length === 0)
    return still({ ...plan, playbacks: [], current: null, armed: null, waiting: [], stopping: null });
  return still({
    ...unchased(show, plan, now),
    armed: null,
    waiting: [],
    stopping: rampFrom(plan.stopping ?? constant(1), 0, now, fade),
  });
};

export const seek: Handler = (scene, args) => {
  const { show, plan, now } = scene;
  const refusal = chaseRefusal(plan);
  if (refusal) return refusal;
  const name = textOf(args, 'timeline');
  const main = mainOf(plan);
  const id = name === null ? (main?.timeline ?? show.show.main) : `timeline:${name}`;
  const timeline = show.timelines[id];
  if (!timeline) return fail('unknown-timeline', `There is no timeline "${name ?? ''}".`, id);
  const wanted = numberOf(args, 'position') ?? 0;
  if (wanted > timeline.duration)
    return fail(
      'beyond-end',
      `${wanted} s is beyond the end of ${id} at ${timeline.duration} s.`,
      'position',
    );
  const position = Math.min(wanted, timeline.duration - HOLD_BEFORE);
  const { before, after } = marksAround(show, id, position);
  const moved: Plan =
    main?.timeline === id
      ? replacePlayback(plan, sought(show, main, position, before, now))
      : startMain(
          show,
          plan,
          { timeline: id, position, cue: before, fade: 0, running: main?.anchor.running ?? false },
          now,
        );
  return still({ ...moved, armed: null, waiting: [], current: before, standby: after });
};

const sought = (
  show: CompiledShow,
  main: Playback,
  position: number,
  cue: string | null,
  now: number,
): Playback => {
  const isRunning = main.anchor.running;
  const paused = isRunning ? null : (main.paused ?? now);
  return withBoundary(show, {
    ...offTimecode(anchored(main, now, position, isRunning)),
    loop: null,
    holding: null,
    passThrough: null,
    section: isInSection(main.section, position) ? main.section : null,
    ended: false,
    paused,
    cue,
  });
};

export const panic: Handler = ({ show, plan, now }, args) => {
  const fade = numberOf(args, 'seconds') ?? PANIC_FADE;
  if (plan.panic.state !== 'off' || fade <= 0) return still(cutByPanic(plan, now));
  return still({
    ...unchased(show, plan, now),
    armed: null,
    waiting: [],
    panic: { state: 'fading', level: rampFrom(plan.panic.level, 1, now, fade) },
  });
};

export const master: Handler = ({ plan, now }, args) =>
  still({
    ...plan,
    master: rampFrom(plan.master, numberOf(args, 'level') ?? 1, now, numberOf(args, 'fade') ?? 0),
  });

export const blackout: Handler = ({ plan, now }, args) =>
  still({
    ...plan,
    blackout: rampFrom(plan.blackout, args['on'] === true ? 1 : 0, now, numberOf(args, 'fade') ?? 0),
  });

export const timelineStart: Handler = ({ show, plan, now }, args) => {
  const id = `timeline:${textOf(args, 'id') ?? ''}`;
  const timeline = show.timelines[id];
  const at = numberOf(args, 'at') ?? 0;
  if (!timeline) return fail('unknown-timeline', `There is no timeline "${textOf(args, 'id') ?? ''}".`, id);
  if (at >= timeline.duration)
    return fail('beyond-end', `${at} s is beyond the end of ${id} at ${timeline.duration} s.`, 'at');
  if (id !== show.show.main && plan.panic.state !== 'off')
    return fail('panic', 'Panic is on; GO, resume or reset leaves it.', 'panic');
  if (id !== show.show.main) return still(startOverlay(show, plan, { timeline: id, at, cue: null }, now));
  const refusal = chaseRefusal(plan);
  if (refusal) return refusal;
  const { before, after } = marksAround(show, id, at);
  return still({
    ...startMain(show, plan, { timeline: id, position: at, cue: before, fade: 0, running: true }, now),
    waiting: [],
    current: before,
    standby: after,
  });
};

export const timelineStop: Handler = (scene, args) => {
  const id = `timeline:${textOf(args, 'id') ?? ''}`;
  if (!scene.show.timelines[id])
    return fail('unknown-timeline', `There is no timeline "${textOf(args, 'id') ?? ''}".`, id);
  if (mainOf(scene.plan)?.timeline === id) return stop(scene, args);
  return still(stopTimeline(scene.plan, id, numberOf(args, 'fade') ?? 0, scene.now));
};

export const reset: Handler = ({ show, plan }) =>
  still({
    ...plan,
    ...opening(show),
    fired: { ...plan.fired, lastGoAt: null, lastGoCue: null, lastGoSender: null },
  });
