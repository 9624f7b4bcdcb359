import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { fail, ok, type Result } from '../result.ts';
import { normaliseCueNumber } from '../show/cue-number.ts';
import { chaseRefusal } from './chase.ts';
import { placedAfter } from './cue-order.ts';
import { fireActions, firePlaced, mainOf, replacePlayback, withBoundary, type Step } from './fire.ts';
import { guardGo, guardPlaced, guardSting } from './guard.ts';
import type { Plan, Playback } from './plan.ts';
import { anchored, clockOf, positionAt, rawPositionAt } from './position.ts';
import { armedCue, numberOf, still, textOf, type Handler, type Scene } from './scene.ts';
import { sectionFor } from './section.ts';
import { nextOnGrid } from './tempo.ts';
import { isWaiting, withoutPlacedWaits, withWaiting } from './waiting.ts';

/** GO and its kin: situations and answers are in playback.spec.md. */
export const go: Handler = (scene, args) => {
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

export const cueGo: Handler = (scene, args) => {
  const found = armedCue(scene, textOf(args, 'cue') ?? '');
  if (!found.ok) return found;
  const cue = found.value;
  const refusal = cue.at ? guardPlaced(scene, cue) : guardSting(scene, cue);
  if (refusal) return refusal;
  if (cue.at) return fire(scene, cue, numberOf(args, 'fade'));
  return cue.preWait > 0
    ? waits(scene, scene.plan, cue, null)
    : ok(fireActions(scene.show, scene.plan, cue, scene.now, 'go'));
};

/** The press counts at once, the cue starts when its pre-wait is over. */
const waits = ({ show, now }: Scene, plan: Plan, cue: CompiledCue, fade: number | null): Result<Step> => {
  if (isWaiting(plan, cue.id))
    return fail('waiting', `Cue ${cue.number} counts down already; stop or reset calls it off.`, cue.id);
  const entry = { cue: cue.id, at: now + cue.preWait, fade, by: 'go' } as const;
  const standby = plan.standby === cue.id ? placedAfter(show, cue.id) : plan.standby;
  return still({ ...withWaiting(withoutPlacedWaitsFor(show, plan, cue), entry), standby });
};

const withoutPlacedWaitsFor = (show: CompiledShow, plan: Plan, cue: CompiledCue): Plan =>
  cue.at ? withoutPlacedWaits(show, plan) : plan;

const fire = (scene: Scene, cue: CompiledCue, fade: number | null): Result<Step> => {
  const { show, now, sender } = scene;
  const refusal = chaseRefusal(scene.plan);
  if (refusal) return refusal;
  const plan: Plan = {
    ...scene.plan,
    fired: { ...scene.plan.fired, lastGoAt: now, lastGoCue: cue.id, lastGoSender: sender },
  };
  if (cue.preWait > 0) return waits(scene, plan, cue, fade);
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
    main.chase ||
    (fade ?? cue.fade) > 0
  )
    return null;
  const left = (cue.at.position - positionAt(main, now, Infinity)) / main.anchor.rate;
  if (left <= 0 || left > show.show.early) return null;
  const through = withBoundary(show, {
    ...anchored(main, now, positionAt(main, now, Infinity), true),
    passThrough: cue.id,
    section: sectionFor(plan, cue),
  });
  return { ...replacePlayback(withoutPlacedWaits(show, plan), through), standby: placedAfter(show, cue.id) };
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
  if (!main || !timeline || !cue.quantise || !main.anchor.running || main.chase) return null;
  if (cue.quantise === 'lap') return afterLap(show, plan, main, cue, fade, now);
  const position = positionAt(main, now, timeline.duration);
  const next = nextOnGrid(timeline, position, cue.quantise);
  return next === null
    ? null
    : { ...plan, armed: { cue: cue.id, at: now + (next - position) / main.anchor.rate, fade } };
};

/** Plays the lap of its loop to the end; without a fade main then runs through the mark by itself. */
const afterLap = (
  show: CompiledShow,
  plan: Plan,
  main: Playback,
  cue: CompiledCue,
  fade: number | null,
  now: number,
): Plan | null => {
  const { loop } = main;
  if (!loop || loop.cue !== cue.id) return null;
  const times = Math.floor((rawPositionAt(main, now) - loop.from) / (loop.to - loop.from)) + 1;
  const at = clockOf(main, loop.from + times * (loop.to - loop.from));
  const armed: Plan = { ...plan, armed: { cue: cue.id, at, fade } };
  if ((fade ?? cue.fade) > 0) return armed;
  return replacePlayback(armed, withBoundary(show, { ...main, loop: { ...loop, times } }));
};
