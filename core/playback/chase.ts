import { fail, ok, type Result } from '../result.ts';
import type { CompiledShow } from '../show/compiled.ts';
import { pass, pausedAt } from './advance.ts';
import { marksAround } from './cue-order.ts';
import { mainOf, replacePlayback, startMain, withBoundary, type Step } from './fire.ts';
import type { Plan, Playback } from './plan.ts';
import { anchored, offTimecode, rawPositionAt } from './position.ts';
import { constant, rampFrom } from './ramp.ts';
import { numberOf, still, textOf, type Args, type Handler, type Scene } from './scene.ts';

/** Main on a timecode (playback.spec.md, Chase): the line position(t) = position + (t − at) · rate. */
type Line = { position: number; at: number; rate: number };
type Go = 'refuse' | 'leave';

/** Seconds: nearer is a correction, further a skip. */
const NEAR = 0.25;
const FASTEST = 4;

/** What a person asks for while main lies on a timecode that is not to be left; null: go on. */
export const chaseRefusal = (plan: Plan): Extract<Result<Step>, { ok: false }> | null =>
  mainOf(plan)?.chase?.go === 'refuse'
    ? fail(
        'chasing',
        'Main follows the timecode; end the chase first, or let GO leave it (station).',
        'chase',
      )
    : null;

/**
 * `position` seconds at show clock `at`, `rate` −4…4 (0 stands); `enter`: whether main may be taken into the chase, or
 * has to be in it. Codes: panic, not-chasing.
 */
export const chase: Handler = (scene, args) => {
  const { plan } = scene;
  if (plan.panic.state !== 'off' || plan.stopping !== null)
    return fail('panic', 'Not during panic or a stop; GO, resume or reset leaves it.', 'chase');
  const main = mainOf(plan);
  const line = lineOf(args);
  const go: Go = args['go'] === 'leave' ? 'leave' : 'refuse';
  if (!main?.chase && args['enter'] !== true)
    return fail('not-chasing', 'Main has left the chase; switch it on again.', 'chase');
  const target = line.position + (scene.now - line.at) * line.rate;
  if (main?.chase && Math.abs(target - rawPositionAt(main, scene.now)) <= NEAR)
    return ok(corrected(scene, turned(scene, { ...main, chase: { go } }), target, line.rate));
  return still(skipped(scene, target, line.rate, go));
};

const lineOf = (args: Args): Line => ({
  position: numberOf(args, 'position') ?? 0,
  at: numberOf(args, 'at') ?? 0,
  rate: Math.min(FASTEST, Math.max(-FASTEST, numberOf(args, 'rate') ?? 1)),
});

const onLine = (show: CompiledShow, main: Playback, now: number, target: number, rate: number): Playback => {
  const moved = anchored(main, now, target, true);
  return withBoundary(show, { ...moved, anchor: { ...moved.anchor, rate } });
};

/** What was run over backwards lies ahead again: it fires on the next way forwards. */
const turned = ({ show, now }: Scene, main: Playback): Playback =>
  main.anchor.rate < 0
    ? { ...main, cue: marksAround(show, main.timeline, rawPositionAt(main, now)).before }
    : main;

/** Marks between where it is and where it has to be are crossed, so that none is lost to a correction. */
const corrected = ({ show, plan, now }: Scene, main: Playback, target: number, rate: number): Step => {
  const here = rawPositionAt(main, now);
  const cues = show.timelines[main.timeline]?.cues ?? [];
  const between = cues.filter(({ at }) => rate > 0 && at && at.position > here && at.position <= target);
  const start: Step = { plan: replacePlayback(plan, main), effects: [] };
  const crossed = between.reduce<Step>((step, cue) => {
    const on = mainOf(step.plan) ?? main;
    const next = pass(show, step.plan, on, cue.id, now);
    return { plan: next.plan, effects: [...step.effects, ...next.effects] };
  }, start);
  const moved = onLine(show, mainOf(crossed.plan) ?? main, now, target, rate);
  return { ...crossed, plan: replacePlayback(crossed.plan, moved) };
};

/** Taken to a place: no action fires on the way. */
const skipped = ({ show, plan, now }: Scene, target: number, rate: number, go: Go): Plan => {
  const timeline = show.show.main;
  const { before, after } = marksAround(show, timeline, target);
  const old = mainOf(plan);
  const isSame = old?.timeline === timeline;
  const entry = { timeline, position: Math.max(0, target), cue: before, fade: 0, running: true };
  const base = isSame ? plan : startMain(show, plan, entry, now);
  const main = mainOf(base);
  if (!main) return base;
  const free: Playback = {
    ...main,
    loop: null,
    holding: null,
    passThrough: null,
    section: null,
    paused: null,
    ended: false,
    cue: before,
    chase: { go },
  };
  return {
    ...replacePlayback(base, onLine(show, free, now, target, rate)),
    armed: null,
    current: before,
    standby: after,
  };
};

/** Main runs on by itself from where it is, at its own speed. */
export const unchased = (show: CompiledShow, plan: Plan, now: number): Plan => {
  const main = mainOf(plan);
  if (!main?.chase) return plan;
  const running = offTimecode(anchored(main, now, rawPositionAt(main, now), true));
  return replacePlayback(plan, withBoundary(show, running));
};

/** The code is gone for good. `ending`: continue, hold, or fade over `seconds`. Code: not-chasing. */
export const unchase: Handler = ({ show, plan, now }, args) => {
  const main = mainOf(plan);
  if (!main?.chase) return fail('not-chasing', 'Main does not chase.', 'chase');
  if (textOf(args, 'ending') === 'hold') return still(replacePlayback(plan, pausedAt(main, now)));
  const free = unchased(show, plan, now);
  if (textOf(args, 'ending') !== 'fade') return still(free);
  const seconds = numberOf(args, 'seconds') ?? 0;
  if (seconds <= 0)
    return still({ ...free, playbacks: [], current: null, armed: null, waiting: [], stopping: null });
  return still({ ...free, armed: null, waiting: [], stopping: rampFrom(constant(1), 0, now, seconds) });
};
