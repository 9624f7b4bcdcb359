import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyHomography } from '../../../core/rig/homography.ts';
import {
  cameraOf,
  lensShiftOf,
  pixelOf,
  positionOf,
  throwRatioOf,
  unmirror,
} from '../../../core/rig/pose.ts';
import { solvePose } from '../../../core/rig/pose-solve.ts';
import type { PoseSolution } from '../../../core/rig/pose-solve.ts';
import { uprightToRaster } from '../../../core/rig/raster.ts';
import type { OutputSize } from '../../../core/rig/raster.ts';
import type { CalibrationRecord, PairRecord } from '../../../core/rig/warp.schema.ts';
import { lookAt, makeCalibration, onPlane, OUTPUT, pairsOf, randomPose, seeded, shiftOf, SIZE } from './pose.builders.ts'; // prettier-ignore

const TILTED = lookAt([60, 4, 35], [40, 10, -3], { throwRatio: 1.4, shift: [0, 0.3], roll: 0.02 });
const FRONTAL = lookAt([40, 10, 40], [40, 10, 0], { throwRatio: 1.4 });
const pairsFor = (pose = TILTED, options: Parameters<typeof pairsOf>[2] = {}) =>
  pairsOf(pose, seeded(7), options);
const solve = (calibration: CalibrationRecord, output: OutputSize = OUTPUT) =>
  solvePose(calibration, output, 2);
const solved = (calibration: CalibrationRecord, output: OutputSize = OUTPUT): PoseSolution => {
  const result = solve(calibration, output);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
};
const changed = (pairs: PairRecord[], at: number, change: Partial<PairRecord>): PairRecord[] =>
  pairs.map((pair, i) => (i === at ? { ...pair, ...change } : pair));
const swapped = (pairs: PairRecord[], a: number, b: number): PairRecord[] =>
  changed(changed(pairs, a, { pixel: pairs[b]!.pixel }), b, { pixel: pairs[a]!.pixel });
const locked = { throwRatio: 1.4, lensShift: shiftOf(TILTED) };

describe('a pose from exact pairs', () => {
  test.each([6, 8, 12])('is the projector’s own, from %i pairs', (count) => {
    const solution = solved(
      makeCalibration(pairsFor(TILTED, { count, noise: 0 }), { lensShift: shiftOf(TILTED) }),
    );
    expect(solution.rms).toBeLessThan(1e-6);
    expect(positionOf(solution.pose)).toEqual([60, 4, 35].map((value) => expect.closeTo(value, 5)));
    expect(throwRatioOf(solution.pose, OUTPUT)).toBeCloseTo(1.4, 7);
    expect(lensShiftOf(solution.pose, OUTPUT)).toEqual([expect.closeTo(0, 9), expect.closeTo(0.3, 9)]);
    expect(solution).toMatchObject({ verdict: 'accepted', suspicion: null });
  });
  test('keeps locks to the digit', () => {
    const { pose } = solved(makeCalibration(pairsFor(), { throwRatio: 1.5, lensShift: [0.1, 0.2] }));
    expect([throwRatioOf(pose, OUTPUT), ...lensShiftOf(pose, OUTPUT)]).toEqual([1.5, expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]); // prettier-ignore
  });
  test('disabled pairs count for nothing, and have their residual', () => {
    const pairs = pairsFor(TILTED, { noise: 0 });
    const off = changed(pairs, 4, {
      enabled: false,
      pixel: [pairs[4]!.pixel[0] + 30, pairs[4]!.pixel[1] - 40],
    });
    const { residuals, rms } = solved(makeCalibration(off, locked));
    expect(rms).toBeLessThan(1e-6);
    expect(residuals[4]).toMatchObject({ pair: 4, enabled: false, px: expect.closeTo(50, 5), dx: expect.closeTo(-30, 5) }); // prettier-ignore
    expect(residuals).toHaveLength(pairs.length);
  });
});

describe('turned and mirrored outputs', () => {
  const kinds = ([0, 90, 180, 270] as const).flatMap((rotation) =>
    (['none', 'horizontal', 'vertical'] as const).map((mirror): [OutputSize] => [
      { ...SIZE, rotation, mirror },
    ]),
  );
  test.each(kinds)('%o: throws each point where it was picked', (output) => {
    const isTurned = output.rotation === 90 || output.rotation === 270;
    const upright = isTurned ? lookAt([60, 4, 35], [40, 10, -3], {}) : TILTED;
    const pose = isTurned ? { ...upright, centre: [540, 960] as [number, number] } : upright;
    const pairs = pairsFor(TILTED, { noise: 0 }).map((pair) => {
      const seen = pixelOf(cameraOf(pose), pair.world)!;
      return { ...pair, pixel: [...applyHomography(unmirror(output), seen)] as [number, number] };
    });
    const solution = solved(
      makeCalibration(pairs, { lensShift: isTurned ? [0, 0] : shiftOf(TILTED) }),
      output,
    );
    expect(solution.rms).toBeLessThan(1e-6);
    expect(throwRatioOf(solution.pose, output)).toBeCloseTo(pose.focal[0] / SIZE.width, 6);
    expect(positionOf(solution.pose)).toEqual([60, 4, 35].map((value) => expect.closeTo(value, 5)));
  });
  test.each(kinds)('%o: before mirroring, only a turn is left to the raster', (output) => {
    const [x, y] = [100, 200];
    const flat = applyHomography(uprightToRaster({ ...output, mirror: 'none' }), [x, y]);
    const there = applyHomography(uprightToRaster(output), applyHomography(unmirror(output), [x, y]));
    expect(there).toEqual(flat);
  });
});

describe('refusals', () => {
  const line = Array.from({ length: 8 }, (_, i): PairRecord => {
    const world: [number, number, number] = [20 + 4 * i, 3 + i, -i / 2];
    return { world, pixel: [...pixelOf(cameraOf(TILTED), world)!], enabled: true };
  });
  const bent = line.map((pair, i) => ({
    ...pair,
    pixel: [pair.pixel[0], pair.pixel[1] + (i % 2)] as [number, number],
  }));
  const flat = pairsFor(TILTED, { relief: 0 });
  const pairs = pairsFor();
  const cases: [string, string, CalibrationRecord, RegExp][] = [
    ['no pairs', 'pose-pairs', makeCalibration([]), /Pick 6 more/],
    ['five pairs', 'pose-pairs', makeCalibration(pairs.slice(0, 5), locked), /5 are there. Pick 1 more/],
    ['five enabled pairs', 'pose-pairs', makeCalibration(changed(pairs.slice(0, 6), 2, { enabled: false })), /Pick 1/],
    ['a line', 'pose-line', makeCalibration(line, locked), /one line/],
    ['nearly a line', 'pose-line', makeCalibration(bent), /one line/],
    ['a point twice', 'pose-duplicate', makeCalibration(changed(pairs, 9, { world: pairs[2]!.world })), /Pairs 3 and 10 are one point/],
    ['a cross-hair not moved', 'pose-duplicate', makeCalibration(changed(pairs, 5, { pixel: pairs[4]!.pixel })), /5 and 6 have their cross-hairs/],
    ['a flat façade, nothing locked', 'pose-flat', makeCalibration(flat), /Lock one of them/],
    ['a flat façade, pixels not square', 'pose-flat', makeCalibration(flat, { squarePixels: false }), /Set square pixels/],
    ['a flat façade from straight ahead', 'pose-undetermined', makeCalibration(pairsFor(FRONTAL, { relief: 0 }), { lensShift: [0, 0] }), /Lock the throw ratio/],
    ['a number that is none', 'pose-number', makeCalibration(changed(pairs, 3, { world: [Number.NaN, 0, 0] })), /Pair 4/],
    ['a lock that is none', 'pose-number', makeCalibration(pairs, { throwRatio: Number.POSITIVE_INFINITY }), /lock/],
  ]; // prettier-ignore
  test.each(cases)('%s: %s', (_what, code, calibration, words) => {
    expect(solve(calibration)).toMatchObject({ ok: false, code, message: expect.stringMatching(words) });
  });
  test('a flat façade is solved with a lock', () => {
    const one = solved(makeCalibration(flat, { lensShift: shiftOf(TILTED) }));
    expect(throwRatioOf(one.pose, OUTPUT)).toBeCloseTo(1.4, 1);
    expect(solved(makeCalibration(flat, { throwRatio: 1.4, lensShift: shiftOf(TILTED) })).rms).toBeLessThan(
      1,
    );
  });
  test('cross-hairs picked in a mirror are refused or named', () => {
    const mirror = pairs.map((pair) => ({
      ...pair,
      pixel: [SIZE.width - pair.pixel[0], pair.pixel[1]] as [number, number],
    }));
    const result = solve(makeCalibration(mirror, { lensShift: shiftOf(TILTED) }));
    expect(result).toMatchObject({ ok: false, code: 'pose-mirrored' });
  });
});

describe('which pair to look at', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => [i + 1] as [number]);
  test.each(seeds)('rig %i: two swapped pairs are named', (seed) => {
    const random = seeded(seed);
    const pose = randomPose(random);
    const pairs = pairsOf(pose, random, { count: 10 });
    const result = solve(makeCalibration(swapped(pairs, 2, 7), { lensShift: shiftOf(pose) }));
    expect(result).toMatchObject({ ok: false, code: 'pose-swapped' });
    expect(result.ok ? '' : result.message).toMatch(/3 and 8|8 and 3/);
  });
  test.each(seeds)('rig %i: one cross-hair that is 12 px off is named', (seed) => {
    const random = seeded(seed + 50);
    const pose = randomPose(random);
    const pairs = pairsOf(pose, random, { count: 8 });
    const [x, y] = pairs[5]!.pixel;
    const { suspicion, worst, verdict } = solved(
      makeCalibration(changed(pairs, 5, { pixel: [x + 12, y - 30] }), {
        lensShift: shiftOf(pose),
        throwRatio: pose.focal[0] / SIZE.width,
      }),
    );
    expect({ suspicion, worst, verdict }).toMatchObject({
      suspicion: { kind: 'pair', pair: 5 },
      worst: 5,
      verdict: 'offered',
    });
  });
  test('above the threshold a pose is only offered, also where nobody is to blame', () => {
    const pairs = pairsFor(TILTED, { noise: 4 });
    const { verdict, suspicion, rms } = solved(makeCalibration(pairs, locked));
    expect(rms).toBeGreaterThan(2);
    expect({ verdict, suspicion }).toEqual({ verdict: 'offered', suspicion: null });
  });
});

describe('hints', () => {
  const codes = (calibration: CalibrationRecord): string[] =>
    solved(calibration).hints.map(({ code }) => code);
  test('a sound set has none', () => {
    expect(codes(makeCalibration(pairsFor(), locked))).toEqual([]);
  });
  test('six pairs and nothing locked fit anything', () => {
    expect(codes(makeCalibration(pairsFor(TILTED, { count: 6 })))).toContain('pose-few');
  });
  test('pairs in a corner of the picture', () => {
    const random = seeded(3);
    const near = Array.from({ length: 9 }, (): PairRecord => {
      const pixel: [number, number] = [300 + 400 * random(), 200 + 300 * random()];
      return { world: [...onPlane(TILTED, pixel, -7 * random())], pixel, enabled: true };
    });
    expect(codes(makeCalibration(near, locked))).toContain('pose-narrow');
  });
  test('a small plane far away may be tilted two ways', () => {
    const pose = lookAt([70, 10, 60], [40, 10, 0], { throwRatio: 8 });
    const random = seeded(5);
    const small = Array.from({ length: 8 }, (_, i): PairRecord => {
      const pixel: [number, number] = [860 + 200 * ((i % 3) / 2), 490 + 100 * Math.floor(i / 3)];
      return {
        world: [...onPlane(pose, pixel, 0)],
        pixel: [pixel[0] + random() - 0.5, pixel[1] + random() - 0.5],
        enabled: true,
      };
    });
    const { hints, verdict } = solved(makeCalibration(small, { throwRatio: 8, lensShift: [0, 0] }));
    expect(hints.map(({ code }) => code)).toContain('pose-ambiguous');
    expect(verdict).toBe('offered');
  });
});

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const anyPair = fc.record({
  world: fc.tuple(coordinate, coordinate, coordinate),
  pixel: fc.tuple(
    fc.double({ min: -500, max: 3000, noNaN: true }),
    fc.double({ min: -500, max: 2000, noNaN: true }),
  ),
  enabled: fc.boolean(),
});
prop.prop([fc.array(anyPair, { maxLength: 12 }), fc.boolean(), fc.boolean(), fc.boolean()], { numRuns: 60 })(
  'whatever is picked, there is a refusal with words or finite numbers that are only offered',
  (pairs, throwRatio, lensShift, squarePixels) => {
    const result = solve(
      makeCalibration(pairs, {
        throwRatio: throwRatio ? 1.5 : null,
        lensShift: lensShift ? [0, 0] : null,
        squarePixels,
      }),
    );
    expect(result.ok || result.message.length > 20).toBe(true);
    if (!result.ok) return;
    const { pose, rms } = result.value;
    expect(
      [...pose.focal, ...pose.centre, ...pose.rotation, ...pose.translation, rms].every(Number.isFinite),
    ).toBe(true);
  },
);
