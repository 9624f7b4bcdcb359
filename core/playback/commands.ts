import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { fail, ok, type Result } from '../result.ts';
import { normaliseCueNumber } from '../show/cue-number.ts';
import { cutByPanic, pausedAt } from './advance.ts';
import { firstPlaced, marksAround, placedAfter, placedBefore } from './cue-order.ts';
import {
  fireActions,
  firePlaced,
  mainOf,
  replacePlayback,
  startMain,
  withBoundary,
  type Step,
} from './fire.ts';
import { guardGo, guardPlaced, guardSting } from './guard.ts';
import { startOverlay, stopTimeline } from './overlays.ts';
import type { Plan, Playback } from './plan.ts';
import { HOLD_BEFORE, anchored, positionAt } from './position.ts';
import { constant, rampFrom } from './ramp.ts';
import { fullSound, soundCommands } from './sound.ts';
import { nextOnGrid } from './tempo.ts';

/** One function a verb: situations and answers are in playback.spec.md. */
export type Scene = { show: CompiledShow; plan: Plan; now: number; sender: string };
type Args = Record<string, unknown>;
type Handler = (scene: Scene, args: Args) => Result<Step>;

const RESUME_FADE = 0.5;
const PANIC_FADE = 2;

const still = (plan: Plan): Result<Step> => ok({ plan, effects: [] });
const numberOf = (args: Args, key: string): number | null =>
  typeof args[key] === 'number' ? args[key] : null;
const textOf = (args: Args, key: string): string | null => (typeof args[key] === 'string' ? args[key] : null);

const cueNumbered = ({ show }: Scene, number: string): Result<CompiledCue> => {
  const cue = show.cueByNumber[normaliseCueNumber(number)];
  if (!cue)
    return fail('unknown-cue', `There is no cue ${number}; the cue list has ${show.cues.length}.`, number);
  if (cue.disarmed) return fail('disarmed', `Cue ${cue.number} is disarmed; arm it in the cue list.`, cue.id);
  return ok(cue);
};

const go: Handler = (scene, args) => {
  const { show, plan } = scene;
  const seen = textOf(args, 'cue');
  const standby = plan.standby ? show.cueById[plan.standby] : undefined;
  const refusal = guardGo(scene);
  if (refusal) return refusal;
  if (!standby) return fail('no-standby', 'Nothing is on standby; choose a cue with standby.', 'standby');
  if (seen !== null && normaliseCueNumber(seen) !== normaliseCueNumber(standby.number)) {
    return fail(
      'stale-standby',
      `GO was meant for cue ${seen}, but standby is cue ${standby.number}; look and press again.`,
      standby.id,
    );
  }
  return fire(scene, standby, numberOf(args, 'fade'));
};

const cueGo: Handler = (scene, args) => {
  const found = cueNumbered(scene, textOf(args, 'cue') ?? '');
  if (!found.ok) return found;
  const cue = found.value;
  const refusal = cue.at ? guardPlaced(scene, cue) : guardSting(scene, cue);
  if (refusal) return refusal;
  if (cue.at) return fire(scene, cue, numberOf(args, 'fade'));
  return ok(fireActions(scene.show, scene.plan, cue, scene.now, 'go'));
};

const fire = (scene: Scene, cue: CompiledCue, fade: number | null): Result<Step> => {
  const { show, now, sender } = scene;
  const plan: Plan = {
    ...scene.plan,
    fired: { ...scene.plan.fired, lastGoAt: now, lastGoCue: cue.id, lastGoSender: sender },
  };
  const early =
    plan.panic.state === 'off' && plan.stopping === null ? earlyPass(show, plan, cue, fade, now) : null;
  if (early) return still(early);
  const armed = plan.armed ? null : quantised(show, plan, cue, fade, now);
  return armed ? still(armed) : ok(firePlaced(show, plan, cue, fade ?? cue.fade, now, 'go'));
};

/** The mark is ahead within the early window: the playback runs through it and nothing jumps. */
const earlyPass = (
  show: CompiledShow,
  plan: Plan,
  cue: CompiledCue,
  fade: number | null,
  now: number,
): Plan | null => {
  const main = mainOf(plan);
  if (
    !main ||
    !cue.at ||
    main.timeline !== cue.at.timeline ||
    !main.anchor.running ||
    main.loop ||
    (fade ?? cue.fade) > 0
  )
    return null;
  const left = (cue.at.position - positionAt(main, now, Infinity)) / main.anchor.rate;
  if (left <= 0 || left > show.show.early) return null;
  const through = withBoundary(show, {
    ...anchored(main, now, positionAt(main, now, Infinity), true),
    passThrough: cue.id,
  });
  return { ...replacePlayback(plan, through), standby: placedAfter(show, cue.id) };
};

const quantised = (
  show: CompiledShow,
  plan: Plan,
  cue: CompiledCue,
  fade: number | null,
  now: number,
): Plan | null => {
  const main = mainOf(plan);
  const timeline = main ? show.timelines[main.timeline] : undefined;
  if (!main || !timeline || !cue.quantise || !main.anchor.running) return null;
  const position = positionAt(main, now, timeline.duration);
  const next = nextOnGrid(timeline, position, cue.quantise);
  return next === null
    ? null
    : { ...plan, armed: { cue: cue.id, at: now + (next - position) / main.anchor.rate, fade } };
};

const back: Handler = ({ show, plan, now }) => {
  const previous = plan.current ? placedBefore(show, plan.current) : null;
  const cue = previous ? show.cueById[previous] : undefined;
  if (!cue?.at)
    return fail(
      'no-previous',
      'There is no cue before the current one; use standby and GO, or reset.',
      'current',
    );
  const started = startMain(show, plan, { ...cue.at, cue: cue.id, fade: 0, running: true }, now);
  return still({ ...started, current: cue.id, standby: placedAfter(show, cue.id) });
};

const standby: Handler = (scene, args) => {
  const found = cueNumbered(scene, textOf(args, 'cue') ?? '');
  if (!found.ok) return found;
  if (!found.value.at)
    return fail(
      'no-place',
      `Cue ${found.value.number} has no place on a timeline; fire it with cue/go.`,
      found.value.id,
    );
  return still({ ...scene.plan, standby: found.value.id });
};

const pause: Handler = ({ plan, now }) =>
  still({ ...plan, armed: null, playbacks: plan.playbacks.map((one) => pausedAt(one, now)) });

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

const resume: Handler = ({ show, plan, now }) =>
  still({
    ...plan,
    playbacks: plan.playbacks.map((one) => resumed(show, one, now)),
    panic:
      plan.panic.state === 'off'
        ? plan.panic
        : { state: 'off', level: rampFrom(plan.panic.level, 0, now, RESUME_FADE) },
  });

const stop: Handler = ({ plan, now }, args) => {
  const fade = numberOf(args, 'fade') ?? 0;
  if (fade <= 0 || plan.playbacks.length === 0)
    return still({ ...plan, playbacks: [], current: null, armed: null, stopping: null });
  return still({ ...plan, armed: null, stopping: rampFrom(plan.stopping ?? constant(1), 0, now, fade) });
};

const seek: Handler = (scene, args) => {
  const { show, plan, now } = scene;
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
  return still({ ...moved, armed: null, current: before, standby: after });
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
    ...anchored(main, now, position, isRunning),
    loop: null,
    holding: null,
    passThrough: null,
    ended: false,
    paused,
    cue,
  });
};

const panic: Handler = ({ plan, now }, args) => {
  const fade = numberOf(args, 'seconds') ?? PANIC_FADE;
  if (plan.panic.state !== 'off' || fade <= 0) return still(cutByPanic(plan, now));
  return still({
    ...plan,
    armed: null,
    panic: { state: 'fading', level: rampFrom(plan.panic.level, 1, now, fade) },
  });
};

const master: Handler = ({ plan, now }, args) =>
  still({
    ...plan,
    master: rampFrom(plan.master, numberOf(args, 'level') ?? 1, now, numberOf(args, 'fade') ?? 0),
  });

const blackout: Handler = ({ plan, now }, args) =>
  still({
    ...plan,
    blackout: rampFrom(plan.blackout, args['on'] === true ? 1 : 0, now, numberOf(args, 'fade') ?? 0),
  });

const timelineStart: Handler = ({ show, plan, now }, args) => {
  const id = `timeline:${textOf(args, 'id') ?? ''}`;
  const timeline = show.timelines[id];
  const at = numberOf(args, 'at') ?? 0;
  if (!timeline) return fail('unknown-timeline', `There is no timeline "${textOf(args, 'id') ?? ''}".`, id);
  if (at >= timeline.duration)
    return fail('beyond-end', `${at} s is beyond the end of ${id} at ${timeline.duration} s.`, 'at');
  if (id !== show.show.main && plan.panic.state !== 'off')
    return fail('panic', 'Panic is on; GO, resume or reset leaves it.', 'panic');
  if (id !== show.show.main) return still(startOverlay(show, plan, { timeline: id, at, cue: null }, now));
  const { before, after } = marksAround(show, id, at);
  return still({
    ...startMain(show, plan, { timeline: id, position: at, cue: before, fade: 0, running: true }, now),
    current: before,
    standby: after,
  });
};

const timelineStop: Handler = (scene, args) => {
  const id = `timeline:${textOf(args, 'id') ?? ''}`;
  if (!scene.show.timelines[id])
    return fail('unknown-timeline', `There is no timeline "${textOf(args, 'id') ?? ''}".`, id);
  if (mainOf(scene.plan)?.timeline === id) return stop(scene, args);
  return still(stopTimeline(scene.plan, id, numberOf(args, 'fade') ?? 0, scene.now));
};

const reset: Handler = ({ show, plan }) =>
  still({
    ...plan,
    current: null,
    standby: firstPlaced(show),
    playbacks: [],
    master: constant(1),
    blackout: constant(0),
    panic: { state: 'off', level: constant(0) },
    sound: fullSound,
    stopping: null,
    armed: null,
    fired: { ...plan.fired, lastGoAt: null, lastGoCue: null, lastGoSender: null },
  });

export const handlers: Record<string, Handler> = {
  go,
  back,
  standby,
  'cue/go': cueGo,
  pause,
  resume,
  stop,
  seek,
  panic,
  master,
  blackout,
  'timeline/start': timelineStart,
  'timeline/stop': timelineStop,
  reset,
  ...soundCommands,
};
