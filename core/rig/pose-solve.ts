import { ok } from '../result.ts';
import type { Problem, Result } from '../result.ts';
import type { OutputSize } from './raster.ts';
import { taskOf } from './pose-check.ts';
import type { Task } from './pose-check.ts';
import { BEHIND, blameOf, pairIsOff, refusalOf } from './pose-refusals.ts';
import { hintsOf } from './pose-hints.ts';
import { bestView } from './pose-search.ts';
import type { Found } from './pose-search.ts';
import { suspicionOf } from './pose-suspect.ts';
import type { PairSuspicion } from './pose-suspect.ts';
import { surenessOf } from './pose-sure.ts';
import type { Sureness } from './pose-sure.ts';
import { unmirrored } from './pose.ts';
import { missOf } from './pose-view.ts';
import type { View } from './pose-view.ts';
import { vectorOf } from './rotation.ts';
import type { CalibrationRecord, PoseRecord } from './warp.schema.ts';

/** How far a pair’s point lies from its cross-hair, upright pixels: seen − picked. */
type Residual = {
  /** Index in the calibration. */
  pair: number;
  dx: number;
  dy: number;
  /** √(dx² + dy²); Infinity for a point behind the lens. */
  px: number;
  /** It took part. */
  enabled: boolean;
};
export type PoseSolution = {
  pose: PoseRecord;
  /** `offered`: above the threshold, or another view fits as well: only a person may take it. */
  verdict: 'accepted' | 'offered';
  /** √(mean of squared distances) over the pairs that took part, pixels. */
  rms: number;
  /** One a pair, disabled ones included. */
  residuals: Residual[];
  /** The pair to look at: the suspect where there is one, else the one that misses most. */
  worst: number;
  /** One that spoils the others; swapped and mirrored ones are refused. */
  suspicion: PairSuspicion | null;
  sureness: Sureness;
  /** What would make it better; paths as in the calibration. */
  hints: Problem[];
};

/**
 * The pose of a projector from its point pairs. Codes of refusal: those of `taskOf`, of `blameOf`, and `pose-behind`,
 * `pose-not-converged`, `pose-undetermined`. `thresholdPx`: RMS above which the solution is only offered.
 */
export const solvePose = (
  calibration: CalibrationRecord,
  output: OutputSize,
  thresholdPx: number,
): Result<PoseSolution> => {
  const task = taskOf(calibration, output);
  if (!task.ok) return task;
  const found = bestView(task.value);
  const residuals = found ? residualsOf(calibration, output, found.view) : [];
  const isFitting =
    found !== null &&
    found.rms <= thresholdPx &&
    residuals.every(({ enabled, px }) => !enabled || px <= 3 * thresholdPx);
  const suspicion = isFitting ? null : suspicionOf(task.value, found?.view ?? null, found?.rms ?? 1e6);
  if (suspicion && suspicion.kind !== 'pair') return blameOf(suspicion);
  const sureness = found && surenessOf(found.view, task.value.picked, task.value.free, found.cost);
  const refusal = refusalOf(found, sureness, task.value);
  if (refusal || !found || !sureness) return suspicion ? pairIsOff(suspicion) : (refusal ?? BEHIND);
  return ok(solutionOf({ task: task.value, found, sureness, residuals, suspicion, thresholdPx }));
};

type Solved = Pick<PoseSolution, 'residuals' | 'suspicion' | 'sureness'> & {
  task: Task;
  found: Found;
  thresholdPx: number;
};
const solutionOf = ({ task, found, sureness, residuals, suspicion, thresholdPx }: Solved): PoseSolution => {
  const hints = hintsOf(task, found, sureness);
  const isAmbiguous = hints.some(({ code }) => code === 'pose-ambiguous');
  return {
    pose: poseOf(found.view),
    verdict: found.rms <= thresholdPx && !isAmbiguous ? 'accepted' : 'offered',
    rms: found.rms,
    residuals,
    worst: suspicion ? suspicion.pair : worstOf(residuals),
    suspicion,
    sureness,
    hints,
  };
};

const poseOf = ({ focal, centre, rotation, translation }: View): PoseRecord => ({
  focal: [focal[0], focal[1]],
  centre: [centre[0], centre[1]],
  rotation: [...vectorOf(rotation)],
  translation: [...translation],
});

const residualsOf = ({ pairs }: CalibrationRecord, output: OutputSize, view: View): Residual[] =>
  pairs.map(({ world, pixel, enabled }, pair) => {
    const miss = missOf(view, { world, pixel: unmirrored(output, pixel) });
    const [dx, dy] = miss ?? [Infinity, Infinity];
    return { pair, dx, dy, px: Math.hypot(dx, dy), enabled };
  });
const worstOf = (residuals: readonly Residual[]): number => {
  const taking = residuals.filter(({ enabled }) => enabled);
  return taking.reduce((worst, one) => (one.px > worst.px ? one : worst)).pair;
};
