import { fc, test as prop } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { distanceTransform } from '../../../core/rig/distance.ts';

const bruteForce = (seeds: Uint8Array, width: number): number[] =>
  Array.from(seeds, (_, i) => {
    let nearest = Infinity;
    seeds.forEach((seed, k) => {
      if (!seed) return;
      const dx = (i % width) - (k % width);
      const dy = Math.floor(i / width) - Math.floor(k / width);
      nearest = Math.min(nearest, Math.hypot(dx, dy));
    });
    return nearest;
  });

prop.prop([
  fc.integer({ min: 1, max: 17 }).chain((width) =>
    fc.tuple(
      fc.constant(width),
      fc
        .integer({ min: 1, max: 13 })
        .chain((height) =>
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width * height, maxLength: width * height }),
        ),
    ),
  ),
])('equals brute force, and names a seed at that distance', ([width, values]) => {
  const seeds = Uint8Array.from(values, (value) => (value === 0 ? 1 : 0));
  const { distance, nearest } = distanceTransform(seeds, width, values.length / width);
  const expected = bruteForce(seeds, width);
  expected.forEach((value, i) => {
    if (value === Infinity) return expect([distance[i], nearest[i]]).toEqual([Infinity, -1]);
    expect(distance[i]).toBeCloseTo(value, 12);
    const at = nearest[i]!;
    expect(seeds[at]).toBe(1);
    return expect(
      Math.hypot((i % width) - (at % width), Math.floor(i / width) - Math.floor(at / width)),
    ).toBeCloseTo(value, 12);
  });
});

test('a raster without seeds is infinitely far from one', () => {
  const { distance, nearest } = distanceTransform(new Uint8Array(6), 3, 2);
  expect([...distance]).toEqual(Array(6).fill(Infinity));
  expect([...nearest]).toEqual(Array(6).fill(-1));
});
