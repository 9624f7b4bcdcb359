import { fail, ok } from '../result.ts';
import { chaseRefusal } from './chase.ts';
import { firePlaced, mainOf, replacePlayback, withBoundary } from './fire.ts';
import { rawPositionAt, anchored } from './position.ts';
import { armedCue, still, textOf, type Handler } from './scene.ts';

/** Seconds that a section lasts at least. */
export const SHORTEST_SECTION = 0.1;

/** Codes: unknown-cue, disarmed, no-place, rehearse-order, chasing. */
export const rehearse: Handler = (scene, args) => {
  const { show, plan, now } = scene;
  const refusal = chaseRefusal(plan);
  if (refusal) return refusal;
  const first = armedCue(scene, textOf(args, 'from') ?? '');
  if (!first.ok) return first;
  const from = first.value;
  const until = textOf(args, 'to');
  const last = until === null ? null : armedCue(scene, until);
  if (last && !last.ok) return last;
  const to = last?.value ?? null;
  if (!from.at || (to && !to.at))
    return fail('no-place', `Cue ${(from.at ? to : from)?.number} has no place on a timeline.`, from.id);
  const start = from.entry ?? from.at.position;
  const end = to?.at?.position ?? show.timelines[from.at.timeline]?.duration ?? 0;
  if ((to && to.at?.timeline !== from.at.timeline) || end - start < SHORTEST_SECTION)
    return fail(
      'rehearse-order',
      `Cue ${to?.number ?? 'at the end'} does not lie behind cue ${from.number} on its timeline.`,
      to?.id ?? from.id,
    );
  const started = firePlaced(show, { ...plan, waiting: [] }, from, 0, now, 'go');
  const main = mainOf(started.plan);
  if (!main) return ok(started);
  const section = { cue: from.id, from: start, to: end };
  // Where main stood already it is only released: on the way to its own mark a cue does not hold once more.
  const looped = withBoundary(show, {
    ...main,
    anchor: { ...main.anchor, position: start },
    section,
    passThrough: from.id,
  });
  return ok({ ...started, plan: replacePlayback(started.plan, looped) });
};

/** Runs on through what was its end. */
export const endRehearsal: Handler = ({ show, plan, now }) => {
  const main = mainOf(plan);
  if (!main?.section) return fail('not-rehearsing', 'Nothing is rehearsed.', 'rehearse');
  const here = main.anchor.running ? anchored(main, now, rawPositionAt(main, now), true) : main;
  const free = { ...here, section: null };
  return still(replacePlayback(plan, free.anchor.running ? withBoundary(show, free) : free));
};
