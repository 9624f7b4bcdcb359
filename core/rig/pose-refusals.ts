import { fail } from '../result.ts';
import { apply, scaled } from './rotation.ts';
import { transpose } from './dense.ts';
import type { Task } from './pose-check.ts';
import type { Found } from './pose-search.ts';
import type { Sureness } from './pose-sure.ts';
import type { PairSuspicion, Suspicion } from './pose-suspect.ts';
import type { View } from './pose-view.ts';

/** Why there is no pose, in words that say what to do. */
type Refusal = ReturnType<typeof fail>;
/** The focal length may be off by this part before the pairs are said not to tell it. */
const TOO_UNSURE = 0.3;

export const BEHIND = fail(
  'pose-behind',
  'The points would lie behind the projector. Are pairs mixed up, or does each cross-hair sit on another point? Pick them again.',
  'pairs',
);

/** Codes `pose-behind`, `pose-undetermined`, `pose-not-converged`; null: the view may be shown. */
export const refusalOf = (found: Found | null, sureness: Sureness | null, task: Task): Refusal | null => {
  if (!found || isBehind(found.view, task)) return BEHIND;
  if (!sureness || sureness.focal > TOO_UNSURE)
    return fail(
      'pose-undetermined',
      'These pairs do not tell the throw ratio from the distance. Lock the throw ratio, or pick points at other depths and nearer to the edges.',
      'pairs',
    );
  if (found.isConverged) return null;
  return fail(
    'pose-not-converged',
    'No pose fits these pairs. Check that each cross-hair sits on its own point.',
    'pairs',
  );
};

/** Slips that spoil every pose are refused by name; codes `pose-swapped`, `pose-mirrored`. */
export const blameOf = (suspicion: Exclude<Suspicion, PairSuspicion>): Refusal => {
  switch (suspicion.kind) {
    case 'swapped': {
      const [a, b] = suspicion.pairs.map((pair) => pair + 1);
      return fail(
        'pose-swapped',
        `The cross-hairs of pairs ${a} and ${b} look swapped. Exchange them.`,
        `pairs.${suspicion.pairs[0]}`,
      );
    }
    case 'mirrored':
      return fail(
        'pose-mirrored',
        'The cross-hairs fit in a mirror only. Set the output’s mirroring as the projector throws it.',
        'pairs',
      );
    default:
      return suspicion satisfies never;
  }
};
/** Code `pose-pair`. */
export const pairIsOff = ({ pair }: PairSuspicion): Refusal =>
  fail(
    'pose-pair',
    `No pose fits these pairs; without pair ${pair + 1} the others fit. Pick it again, or switch it off.`,
    `pairs.${pair}`,
  );

/** The lens stands before the façade: in front of at least one of the points that it lights. */
const isBehind = ({ rotation, translation }: View, { picked }: Task): boolean => {
  const lens = scaled(apply(transpose(rotation), translation), -1);
  return lens[2] < Math.min(...picked.map(({ world }) => world[2]));
};
