import { fail, ok } from '../result.ts';
import type { Problem, Result } from '../result.ts';
import type { OutputSize } from './raster.ts';
import { uprightSize } from './raster.ts';
import { unmirrored } from './pose.ts';
import { spreadOf } from './pose-start.ts';
import type { Known } from './pose-start.ts';
import { unknownsOf } from './pose-view.ts';
import type { Free, Sight } from './pose-view.ts';
import type { CalibrationRecord, PairRecord } from './warp.schema.ts';

/**
 * What can be said against pairs before anything is solved. Codes: `pose-number`, `pose-pairs`, `pose-duplicate`,
 * `pose-line`, `pose-flat`; paths are those of the calibration (`pairs.3`), pairs are counted from 1 in words.
 */
const LEAST_PAIRS = 6;
/** Nearer than this, two picks are one: metres and pixels. */
const SAME_METRES = 1e-3;
const SAME_PIXELS = 0.01;
/** Spread across, as a part of the spread along, below which points lie in a line or in a plane. */
const THIN = 0.01;
const FLAT = 1e-3;

/** A pair that takes part; `pair` is its index in the calibration. */
export type Picked = Sight & { pair: number };
export type Task = { picked: Picked[]; known: Known; free: Free; isFlat: boolean };

/** Pairs and locks → what is to be solved. `output`: whose pixels the pairs are. */
export const taskOf = (calibration: CalibrationRecord, output: OutputSize): Result<Task> => {
  const picked = calibration.pairs.flatMap((record, pair) =>
    record.enabled ? [{ world: record.world, pixel: unmirrored(output, record.pixel), pair }] : [],
  );
  const known = knownOf(calibration, output);
  const free = freeOf(known);
  const numbers = problemOfNumbers(calibration.pairs, known) ?? problemOfCount(picked);
  const problem = numbers ?? problemOfDuplicates(picked) ?? problemOfLine(picked);
  if (problem) return fail(problem.code, problem.message, problem.path);
  const { sizes } = spreadOf(picked.map(({ world }) => world));
  const isFlat = sizes[2] < FLAT * sizes[0];
  if (isFlat && unknownsOf(free) > 8) return fail('pose-flat', flatWords(free), 'pairs');
  return ok({ picked, known, free, isFlat });
};

const knownOf = ({ throwRatio, lensShift, squarePixels }: CalibrationRecord, output: OutputSize): Known => {
  const { width, height } = uprightSize(output);
  const focal = throwRatio === null ? null : throwRatio * output.width;
  const isTurned = output.rotation === 90 || output.rotation === 270;
  return {
    focal: squarePixels ? [focal, focal] : isTurned ? [null, focal] : [focal, null],
    centre: lensShift && [(0.5 + lensShift[0]) * width, (0.5 + lensShift[1]) * height],
    isSquare: squarePixels,
    width,
    height,
  };
};
const freeOf = ({ focal: [x, y], centre, isSquare }: Known): Free => ({
  focal: isSquare ? (x === null ? 'both' : 'none') : x !== null ? 'y' : y !== null ? 'x' : 'each',
  centre: centre === null,
});

const problemOfNumbers = (pairs: readonly PairRecord[], { focal, centre }: Known): Problem | null => {
  const wrong = pairs.findIndex(({ world, pixel }) => ![...world, ...pixel].every(Number.isFinite));
  const locks = [...focal, ...(centre ?? [])].every((value) => value === null || Number.isFinite(value));
  if (wrong < 0 && locks) return null;
  const what = wrong < 0 ? 'A lock' : `Pair ${wrong + 1}`;
  return {
    code: 'pose-number',
    message: `${what} has a value that is no number. Pick or type it again.`,
    path: wrong < 0 ? 'throwRatio' : `pairs.${wrong}`,
  };
};

const problemOfCount = (picked: readonly Picked[]): Problem | null =>
  picked.length >= LEAST_PAIRS
    ? null
    : {
        code: 'pose-pairs',
        message: `${LEAST_PAIRS} pairs are needed and ${picked.length} are there. Pick ${LEAST_PAIRS - picked.length} more.`,
        path: 'pairs',
      };

const problemOfDuplicates = (picked: readonly Picked[]): Problem | null => {
  for (const [i, a] of picked.entries())
    for (const b of picked.slice(i + 1)) {
      const metres = Math.hypot(...a.world.map((value, axis) => value - b.world[axis]!));
      const pixels = Math.hypot(a.pixel[0] - b.pixel[0], a.pixel[1] - b.pixel[1]);
      if (metres > SAME_METRES && pixels > SAME_PIXELS) continue;
      const what =
        metres <= SAME_METRES ? 'are one point of the façade' : 'have their cross-hairs on one pixel';
      const message = `Pairs ${a.pair + 1} and ${b.pair + 1} ${what}. Move or remove one of them.`;
      return { code: 'pose-duplicate', message, path: `pairs.${b.pair}` };
    }
  return null;
};

const problemOfLine = (picked: readonly Picked[]): Problem | null => {
  const world = spreadOf(picked.map((sight) => sight.world)).sizes;
  const image = spreadOf(picked.map(({ pixel }) => [pixel[0], pixel[1], 0])).sizes;
  if (world[1] > THIN * world[0] && image[1] > THIN * image[0]) return null;
  const message = 'The pairs lie in one line. Pick points to the sides of it, spread over the picture.';
  return { code: 'pose-line', message, path: 'pairs' };
};

const flatWords = ({ focal }: Free): string =>
  focal === 'each'
    ? 'All points lie in one plane, which cannot tell width from height of a pixel. Set square pixels, lock throw ratio or lens shift, or pick points at other depths.'
    : 'All points lie in one plane, which cannot tell throw ratio and lens shift apart. Lock one of them, or pick points at other depths.';
