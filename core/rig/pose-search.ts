import type { Picked, Task } from './pose-check.ts';
import { refine } from './pose-refine.ts';
import type { Refined } from './pose-refine.ts';
import { centroidOf, startsOf } from './pose-start.ts';
import { costOf } from './pose-view.ts';
import type { Sight, View } from './pose-view.ts';
import { apply, minus, vectorOf } from './rotation.ts';
import type { Vector } from './rotation.ts';
import { multiply, transpose } from './dense.ts';
import { lengthOf } from './rotation.ts';

/** The best view from all starts, in the world’s own origin. */
export type Found = Refined & {
  rms: number;
  /** Of another view that fits nearly as well though it looks from elsewhere; null: there is none. */
  rival: number | null;
};
/** Starts that are worth the way to their end. */
const MOST_STARTS = 4;
const FEW_STEPS = 8;
/** Views that differ by more than this are two. */
const OTHER_RADIANS = 0.03;

/** Null where every start has points behind the lens. `most`: steps for each start that is taken to its end. */
export const bestView = ({ picked, known, free }: Task, most = 120): Found | null => {
  const origin = centroidOf(picked.map(({ world }) => world));
  const sights = picked.map(({ world, pixel }: Picked): Sight => ({ world: minus(world, origin), pixel }));
  const tried = startsOf(sights, known)
    .map((view) => refine(view, sights, free, FEW_STEPS))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_STARTS)
    .map(({ view }) => refine(view, sights, free, most))
    .sort((a, b) => a.cost - b.cost);
  const best = tried[0];
  if (!best) return null;
  const rival = tried.find((other) => isOther(best.view, other.view));
  const rms = (cost: number): number => Math.sqrt(cost / picked.length);
  const view = movedOrigin(best.view, origin);
  return { ...best, view, rms: rms(costOf(view, picked)), rival: rival ? rms(rival.cost) : null };
};

const isOther = (a: View, b: View): boolean =>
  lengthOf(vectorOf(multiply(a.rotation, transpose(b.rotation)))) > OTHER_RADIANS;

const movedOrigin = (view: View, origin: Vector): View => ({
  ...view,
  translation: minus(view.translation, apply(view.rotation, origin)),
});
