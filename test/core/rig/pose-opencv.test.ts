import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cameraOf, pixelOf } from '../../../core/rig/pose.ts';
import { solvePose } from '../../../core/rig/pose-solve.ts';
import type { PoseSolution } from '../../../core/rig/pose-solve.ts';
import type { CalibrationRecord, PairRecord, PoseRecord } from '../../../core/rig/warp.schema.ts';
import { askOpenCv } from '../../support/opencv.ts';
import { makeCalibration, OUTPUT, pairsOf, randomPose, seeded, shiftOf, SIZE } from './pose.builders.ts';

/** OpenCV’s calibrateCamera minimises the same sum, so both must end at the same place. */
const answer = z.array(
  z.object({
    rms: z.number(),
    focal: z.tuple([z.number(), z.number()]),
    pixels: z.array(z.tuple([z.number(), z.number()])),
  }),
);
const RIGS = 100;
type Case = { pose: PoseRecord; pairs: PairRecord[]; calibration: CalibrationRecord };
const casesOf = (locksOf: (pose: PoseRecord) => Partial<CalibrationRecord>, relief: number): Case[] =>
  Array.from({ length: RIGS }, (_, seed) => {
    const random = seeded(seed + 1);
    const pose = randomPose(random);
    const pairs = pairsOf(pose, random, { relief });
    return { pose, pairs, calibration: makeCalibration(pairs, locksOf(pose)) };
  });
const ask = (cases: Case[]): z.infer<typeof answer> =>
  askOpenCv(
    'calibrated',
    cases.map(({ pose, pairs, calibration }) => {
      const isFocalFixed = calibration.throwRatio !== null;
      return {
        ...SIZE,
        world: pairs.map(({ world }) => world),
        pixels: pairs.map(({ pixel }) => pixel),
        focal: isFocalFixed ? pose.focal : pose.focal.map((f) => f * 1.05),
        centre: calibration.lensShift ? pose.centre : [SIZE.width / 2, SIZE.height / 2],
        fixed: {
          focal: isFocalFixed,
          centre: calibration.lensShift !== null,
          aspect: calibration.squarePixels,
        },
      };
    }),
    answer,
  );
const solve = ({ calibration }: Case): PoseSolution => {
  const solved = solvePose(calibration, OUTPUT, 2);
  if (!solved.ok) throw new Error(`${solved.code}: ${solved.message}`);
  return solved.value;
};
const throwOf = ({ focal }: PoseRecord) => focal[0] / SIZE.width;

const locks: [string, (pose: PoseRecord) => Partial<CalibrationRecord>, number][] = [
  ['lens shift locked', (pose) => ({ lensShift: shiftOf(pose) }), 7],
  ['throw ratio locked', (pose) => ({ throwRatio: throwOf(pose) }), 7],
  ['nothing locked', () => ({}), 7],
  ['both locked', (pose) => ({ throwRatio: throwOf(pose), lensShift: shiftOf(pose) }), 7],
  ['both locked, a flat façade', (pose) => ({ throwRatio: throwOf(pose), lensShift: shiftOf(pose) }), 0],
  ['lens shift locked, pixels not square', (pose) => ({ lensShift: shiftOf(pose), squarePixels: false }), 7],
];

describe(`${RIGS} rigs, pairs with 0.5 px of noise`, () => {
  test.each(locks)('%s: reprojects within 1 px, and as OpenCV does', (_name, locksOf, relief) => {
    const cases = casesOf(locksOf, relief);
    const theirs = ask(cases);
    cases.forEach((each, i) => {
      const solution = solve(each);
      expect(solution.rms, `rig ${i}`).toBeLessThan(1);
      expect(solution.verdict).toBe('accepted');
      const camera = cameraOf(solution.pose);
      const apart = each.pairs.map(({ world }, k) => {
        const [x, y] = pixelOf(camera, world)!;
        return Math.hypot(x - theirs[i]!.pixels[k]![0], y - theirs[i]!.pixels[k]![1]);
      });
      expect(solution.rms - theirs[i]!.rms, `rig ${i}: OpenCV fits better`).toBeLessThan(1e-3);
      expect(Math.max(...apart), `rig ${i}, throw ${throwOf(each.pose)}`).toBeLessThan(0.02);
    });
  });
});
