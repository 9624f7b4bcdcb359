import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyHomography, homographyBetween, invertHomography } from '../../../core/rig/homography.ts';
import type { Homography, Quad } from '../../../core/rig/homography.ts';

const UNIT: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const between = (source: Quad, target: Quad): Homography => {
  const made = homographyBetween(source, target);
  if (!made.ok) throw new Error(made.message);
  return made.value;
};
/** A square of 1000 whose corners are each moved by up to 240: always convex. */
const quad = fc
  .array(
    fc.tuple(
      fc.double({ min: -240, max: 240, noNaN: true }),
      fc.double({ min: -240, max: 240, noNaN: true }),
    ),
    {
      minLength: 4,
      maxLength: 4,
    },
  )
  .map((moves): Quad => {
    const at = (i: number) =>
      [UNIT[i as 0][0] * 1000 + moves[i]![0], UNIT[i as 0][1] * 1000 + moves[i]![1]] as const;
    return [at(0), at(1), at(2), at(3)];
  });

describe('homographyBetween', () => {
  test('agrees with a plane seen by a pinhole camera', () => {
    const tilt = 0.6;
    const see = ([x, y]: readonly [number, number]) => {
      const depth = 3 + y * Math.sin(tilt);
      return [(1200 * x) / depth + 960, (1200 * y * Math.cos(tilt)) / depth + 540] as const;
    };
    const h = between(UNIT, [see(UNIT[0]), see(UNIT[1]), see(UNIT[2]), see(UNIT[3])]);
    for (const p of [
      [0.5, 0.5],
      [0.13, 0.87],
      [0.9, 0.2],
    ] as const) {
      const [x, y] = applyHomography(h, p);
      expect(x).toBeCloseTo(see(p)[0], 9);
      expect(y).toBeCloseTo(see(p)[1], 9);
    }
  });
  prop.prop([quad, quad])('takes each corner to its corner', (source, target) => {
    const h = between(source, target);
    source.forEach((p, i) => {
      const [x, y] = applyHomography(h, p);
      expect(Math.hypot(x - target[i as 0][0], y - target[i as 0][1])).toBeLessThan(1e-8);
    });
  });
  prop.prop([quad, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })])(
    'comes back within 1e-9',
    (target, s, t) => {
      const h = between(UNIT, target);
      const [x, y] = applyHomography(invertHomography(h), applyHomography(h, [s, t]));
      expect(Math.hypot(x - s, y - t)).toBeLessThan(1e-9);
    },
  );
  test('refuses a quad that is not convex', () => {
    const arrow: Quad = [
      [0, 0],
      [10, 0],
      [2, 2],
      [0, 10],
    ];
    expect(homographyBetween(UNIT, arrow)).toMatchObject({ ok: false, code: 'homography-not-convex' });
    const line: Quad = [
      [0, 0],
      [5, 0],
      [10, 0],
      [0, 10],
    ];
    expect(homographyBetween(UNIT, line).ok).toBe(false);
  });
});
