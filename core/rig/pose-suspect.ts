import type { Picked, Task } from './pose-check.ts';
import { bestView } from './pose-search.ts';
import { missOf, unknownsOf } from './pose-view.ts';
import type { View } from './pose-view.ts';

/** What is probably wrong with pairs that do not fit together; indices of the calibration’s pairs. */
export type PairSuspicion = { kind: 'pair'; pair: number; offPx: number; rmsWithout: number };
export type Suspicion =
  | PairSuspicion
  | { kind: 'swapped'; pairs: [number, number]; rmsWithout: number }
  | { kind: 'mirrored'; rmsWithout: number };

/** Without the suspect the others must fit this much better, or nobody is to blame. */
const BETTER = 3;
/** Pairs that are left out two by two; more would keep the page waiting. */
const MOST_SUSPECTS = 12;

/**
 * Leaves out each pair, then each two, and looks who makes the rest fit. Two that then lie on one another’s place were
 * swapped. `view`: the best of all pairs together, null where they make none, and its `rms`.
 */
export const suspicionOf = (task: Task, view: View | null, rms: number): Suspicion | null => {
  const mirrored = rmsMirrored(task);
  if (mirrored < rms / BETTER) return { kind: 'mirrored', rmsWithout: mirrored };
  const alone = leaveOut(
    task,
    candidatesOf(task, view).map((one) => [one]),
  );
  if (alone && alone.rms < rms / BETTER) {
    const [one] = alone.out;
    return { kind: 'pair', pair: one!.pair, offPx: offPx(alone.view, one!, one!), rmsWithout: alone.rms };
  }
  const two = leaveOut(task, twosOf(candidatesOf(task, view)));
  const [a, b] = two?.out ?? [];
  if (!two || !a || !b || two.rms > rms / BETTER) return null;
  const near = Math.max(8, 6 * two.rms);
  if (offPx(two.view, a, b) < near && offPx(two.view, b, a) < near)
    return { kind: 'swapped', pairs: [a.pair, b.pair], rmsWithout: two.rms };
  const worse = offPx(two.view, a, a) > offPx(two.view, b, b) ? a : b;
  return { kind: 'pair', pair: worse.pair, offPx: offPx(two.view, worse, worse), rmsWithout: two.rms };
};

/** Those that miss most; all of a few. */
const candidatesOf = ({ picked }: Task, view: View | null): Picked[] => {
  const byMiss = view ? [...picked].sort((a, b) => offPx(view, b, b) - offPx(view, a, a)) : picked;
  return byMiss.slice(0, MOST_SUSPECTS);
};
const twosOf = (picked: Picked[]): Picked[][] =>
  picked.flatMap((a, i) => picked.slice(i + 1).map((b) => [a, b]));

type Left = { out: Picked[]; view: View; rms: number };
/** The set that the others fit best without; null where too few would be left to tell. */
const leaveOut = (task: Task, sets: Picked[][]): Left | null => {
  let best: Left | null = null;
  for (const out of sets) {
    const picked = task.picked.filter((one) => !out.includes(one));
    if (2 * picked.length < unknownsOf(task.free) + 2 || picked.length < 4) continue;
    const found = bestView({ ...task, picked }, 30);
    if (found && (!best || found.rms < best.rms)) best = { out, view: found.view, rms: found.rms };
  }
  return best;
};

/** Distance in pixels from where `place` is seen to the cross-hair of `cross`. */
const offPx = (view: View, place: Picked, cross: Picked): number =>
  Math.hypot(...(missOf(view, { world: place.world, pixel: cross.pixel }) ?? [1e6, 1e6]));

const rmsMirrored = (task: Task): number => {
  const { width } = task.known;
  const flipped = (one: Picked): Picked => ({ ...one, pixel: [width - one.pixel[0], one.pixel[1]] });
  const known = { ...task.known, centre: task.known.centre && mirrorOf(task.known.centre, width) };
  return bestView({ ...task, known, picked: task.picked.map(flipped) }, 30)?.rms ?? Infinity;
};
const mirrorOf = ([x, y]: readonly [number, number], width: number): [number, number] => [width - x, y];
