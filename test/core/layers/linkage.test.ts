import { describe, expect, it } from 'vitest';
import { crossheadAt, crossing, linkageParts } from '../../../core/layers/linkage-motion.ts';
import { linkageSchema } from '../../../core/layers/linkage.ts';

const angles = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 18);

describe('a crank and its rod', () => {
  it('the rod keeps its length', () => {
    for (const a of angles) {
      const s = crossheadAt(1.2, 4.5, a);
      expect(Math.hypot(s - 1.2 * Math.cos(a), 1.2 * Math.sin(a))).toBeCloseTo(4.5, 9);
    }
    expect([crossheadAt(1, 3, 0), crossheadAt(1, 3, Math.PI)]).toEqual([4, 2]);
  });
  it('a rod that is shorter than its crank is refused, and says why', () => {
    const { error } = linkageSchema.safeParse({ crank: 3, rod: 2 });
    expect(error?.issues[0]).toMatchObject({
      path: ['rod'],
      message: expect.stringMatching(/longer than the crank/),
    });
  });
});

it('two circles cross above, whichever comes first', () => {
  expect(crossing([0, 0], 5, [6, 0], 5)).toEqual([3, 4]);
  expect(crossing([6, 0], 5, [0, 0], 5)).toEqual([3, 4]);
  expect(crossing([0, 0], 1, [6, 0], 1)).toEqual([3, 0]);
});

describe('every part of every kind', () => {
  it.each(['piston', 'locomotive', 'beam'])(
    '%s: has a place at any angle and comes back after a turn',
    (kind) => {
      const parts = linkageParts(linkageSchema.parse({ kind }));
      const places = angles.flatMap((a) => parts.map(({ at }) => at(a)));
      expect(places.flatMap(({ x, y, angle }) => [x, y, angle]).every(Number.isFinite)).toBe(true);
      const round = parts.map(({ at }) => {
        const [a, b] = [at(0.3), at(0.3 + 2 * Math.PI)];
        return Math.hypot(a.x - b.x, a.y - b.y);
      });
      expect(Math.max(...round)).toBeLessThan(1e-9);
    },
  );
  it('the beam’s rods keep their lengths', () => {
    const p = linkageSchema.parse({ kind: 'beam' });
    const parts = linkageParts(p);
    for (const a of angles) {
      const [beam, rod] = [parts[3]!.at(a), parts.at(-1)!.at(a)];
      expect(Math.hypot(beam.x - rod.x, beam.y - rod.y)).toBeCloseTo(p.rod, 9);
      expect(Math.hypot(beam.x - p.beam, beam.y - p.rod)).toBeCloseTo(p.beam, 9);
    }
  });
});
