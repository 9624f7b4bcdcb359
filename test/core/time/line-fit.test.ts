import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, lineAt, lineBack, type Point } from '../../../core/time/line-fit.ts';

/** 0 ≤ x < 1, the same from run to run. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 4_294_967_296;
};
/** Pairs every half second: true rate, ± jitter, and each `wildEvery`th late by up to 80 ms. */
const pairs = (ppm: number, jitter: number, wildEvery: number, seed: number): Point[] => {
  const random = seeded(seed);
  return Array.from({ length: 60 }, (_, index) => {
    const x = 1000 + index * 0.5;
    const wild = wildEvery > 0 && index % wildEvery === 0 ? 0.08 * random() : 0;
    return { x, y: 3 + (x - 1000) * (1 + ppm * 1e-6) - wild + jitter * (2 * random() - 1) };
  });
};
const fitted = (points: Point[]) => {
  const line = fitLine(points);
  if (!line) throw new Error('no line');
  return line;
};

describe('fitLine', () => {
  it('has no line for one point or one x', () => {
    expect(fitLine([])).toBeNull();
    expect(fitLine([{ x: 1, y: 2 }])).toBeNull();
    expect(
      fitLine([
        { x: 1, y: 2 },
        { x: 1, y: 3 },
      ]),
    ).toBeNull();
  });
  it('goes through two points and back', () => {
    const line = fitted([
      { x: 1, y: 2 },
      { x: 3, y: 6 },
    ]);
    expect(lineAt(line, 2)).toBeCloseTo(4, 12);
    expect(lineBack(line, 4)).toBeCloseTo(2, 12);
  });
  it.each([-17, 0, 40, 228])('finds a drift of %i ppm to 3 ppm under 0.05 ms of jitter', (ppm) => {
    const line = fitted(pairs(ppm, 0.00005, 0, 7));
    expect(Math.abs((line.slope - 1) * 1e6 - ppm)).toBeLessThan(3);
  });
  it('is not moved by a fifth of readings that are up to 80 ms late', () => {
    fc.assert(
      fc.property(fc.integer({ min: -17, max: 228 }), fc.integer({ min: 1, max: 1e6 }), (ppm, seed) => {
        const line = fitted(pairs(ppm, 0.00002, 5, seed));
        expect(Math.abs((line.slope - 1) * 1e6 - ppm)).toBeLessThan(5);
        expect(Math.abs(lineAt(line, 1030) - (3 + 30 * (1 + ppm * 1e-6)))).toBeLessThan(0.0001);
      }),
      { numRuns: 60 },
    );
  });
  it('under 0.6 ms of jitter stays within 60 ppm and 0.5 ms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const line = fitted(pairs(100, 0.0006, 0, seed));
        expect(Math.abs((line.slope - 1) * 1e6 - 100)).toBeLessThan(60);
        expect(Math.abs(lineAt(line, 1030) - (3 + 30 * 1.0001))).toBeLessThan(0.0005);
      }),
      { numRuns: 60 },
    );
  });
});
