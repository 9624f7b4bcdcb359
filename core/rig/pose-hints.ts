import type { Problem } from '../result.ts';
import type { Task } from './pose-check.ts';
import type { Found } from './pose-search.ts';
import type { Sureness } from './pose-sure.ts';
import { unknownsOf } from './pose-view.ts';

/**
 * What a good RMS may hide. Codes: `pose-ambiguous`, `pose-few`, `pose-weak`, `pose-narrow`.
 */
/** Another view counts as well as the best with less than this factor, and half a pixel, on its RMS. */
const RIVAL = 1.25;
const RIVAL_PX = 0.5;
/** Equations beyond the unknowns that a fit needs before its RMS says something. */
const SPARE = 6;
const WEAK_FOCAL = 0.05;
/** Part of the picture’s area that the box around all cross-hairs should have. */
const NARROW = 0.2;

export const hintsOf = (task: Task, found: Found, sureness: Sureness): Problem[] => {
  const { picked, free, known } = task;
  const isRivalled = found.rival !== null && found.rival < found.rms * RIVAL + RIVAL_PX;
  const spare = 2 * picked.length - unknownsOf(free);
  const isWeak = sureness.focal > WEAK_FOCAL || sureness.centre > WEAK_FOCAL * known.width;
  return [
    ...(isRivalled
      ? [hint('pose-ambiguous', 'A second place of the projector fits as well. Pick points at other depths.')]
      : []),
    ...(spare < SPARE
      ? [
          hint(
            'pose-few',
            `So few pairs always fit. Pick ${Math.ceil((SPARE - spare) / 2)} more before you trust the RMS.`,
          ),
        ]
      : []),
    ...(isWeak
      ? [
          hint(
            'pose-weak',
            `Throw ratio ±${(sureness.focal * 100).toFixed(1)} %, principal point ±${sureness.centre.toFixed(0)} px: lock what you know, or pick points at other depths.`,
          ),
        ]
      : []),
    ...(coverOf(task) < NARROW
      ? [hint('pose-narrow', 'The pairs lie close together. Pick some near the picture’s edges.')]
      : []),
  ];
};
const hint = (code: string, message: string): Problem => ({ code, message, path: 'pairs' });

const coverOf = ({ picked, known }: Task): number => {
  const along = (axis: 0 | 1): number => {
    const values = picked.map(({ pixel }) => pixel[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return (along(0) * along(1)) / (known.width * known.height);
};
