import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Point } from '../../../core/rig/geometry.ts';
import { applyHomography, homographyBetween, isConvex } from '../../../core/rig/homography.ts';
import type { Quad } from '../../../core/rig/homography.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { canvasToOutput, outputLookup } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import { askOpenCv } from '../../support/opencv.ts';
import { makeOutput } from './builders.ts';

/** Corner pin and homography against OpenCV: 0.1 px over 1,000 random quads, the same ones in every run. */
const COUNT = 1000;
const TOLERANCE_PX = 0.1;
const SIZE = { width: 1920, height: 1080 };
const FRAME: Quad = [
  [0, 0],
  [SIZE.width, 0],
  [SIZE.width, SIZE.height],
  [0, SIZE.height],
];
const whole = z.array(
  z.object({ matrix: z.array(z.number()).length(9), points: z.array(z.tuple([z.number(), z.number()])) }),
);
const places = z.array(z.array(z.tuple([z.number(), z.number()])));

const shift = fc.noBias(fc.double({ min: -0.3, max: 0.3, noNaN: true }));
const move = fc.tuple(shift, shift);
/** A frame whose corners each moved by up to 0.3 of its sides. OpenCV reads single floats. */
const quad = fc
  .tuple(move, move, move, move)
  .map((moves): Quad => {
    const at = (i: 0 | 1 | 2 | 3): Point => [
      Math.fround(FRAME[i][0] + moves[i][0] * SIZE.width),
      Math.fround(FRAME[i][1] + moves[i][1] * SIZE.height),
    ];
    return [at(0), at(1), at(2), at(3)];
  })
  .filter(isConvex);
const [sources, targets] = [1, 2].map((seed) => fc.sample(quad, { numRuns: COUNT, seed })) as [
  Quad[],
  Quad[],
];
const shares = Array.from({ length: 25 }, (_, i): Point => [
  ((i % 5) + 0.5) / 5,
  (Math.floor(i / 5) + 0.5) / 5,
]);
const farthest = (found: readonly Point[], expected: readonly Point[]): number => {
  expect(found.length).toBe(expected.length);
  return Math.max(...found.map(([x, y], i) => Math.hypot(x - expected[i]![0], y - expected[i]![1])));
};

test.each(['perspective', 'homography'])('a map between two quads is OpenCV’s (%s)', (name) => {
  /** Places inside the source quad. */
  const cases = sources.map((source, i) => {
    const fill = homographyBetween(
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      source,
    );
    if (!fill.ok) throw new Error(fill.message);
    return { source, target: targets[i]!, points: shares.map((share) => applyHomography(fill.value, share)) };
  });
  const theirs = askOpenCv(name, cases, whole);
  const worst = cases.map(({ source, target, points }, i) => {
    const made = homographyBetween(source, target);
    if (!made.ok) throw new Error(made.message);
    return farthest(
      points.map((p) => applyHomography(made.value, p)),
      theirs[i]!.points,
    );
  });
  expect(worst.length).toBe(COUNT);
  expect(Math.max(...worst)).toBeLessThan(TOLERANCE_PX);
});

const region = { x: -3, y: 2, width: 32, height: 18 };
const pins = targets.map((corners) => makeOutput({ ...SIZE, region, warp: { kind: 'corners', corners } }));

test('a corner pin puts the wall where OpenCV puts it', () => {
  const points = shares.map(([s, t]): Point => [s * SIZE.width, t * SIZE.height]);
  const theirs = askOpenCv(
    'perspective',
    targets.map((target) => ({ source: FRAME, target, points })),
    whole,
  );
  const worst = pins.map((output, i) => {
    const mesh = buildWarpMesh(output, output.id, PLAIN_VENUE);
    const ours = shares.map(([s, t]) =>
      canvasToOutput(mesh, region.x + s * region.width, region.y + (1 - t) * region.height)!,
    );
    return farthest(ours, theirs[i]!.points);
  });
  expect(Math.max(...worst)).toBeLessThan(TOLERANCE_PX);
});

test('what a pixel shows is what OpenCV’s warped picture shows there', () => {
  const few = pins.slice(0, 20);
  const pixels = shares.map(([s, t]): Point => [
    Math.floor(s * (SIZE.width - 1)),
    Math.floor(t * (SIZE.height - 1)),
  ]);
  const theirs = askOpenCv(
    'warped',
    few.map((_, i) => ({ ...SIZE, source: FRAME, target: targets[i]!, points: pixels })),
    places,
  );
  let compared = 0;
  few.forEach((output, i) => {
    const lookup = outputLookup(buildWarpMesh(output, output.id, PLAIN_VENUE));
    pixels.forEach(([x, y], k) => {
      const at = lookup(x, y);
      const [u, v] = theirs[i]![k]!;
      if (!at || u < 0 || v < 0) return;
      const [ours, down] = [
        ((at[0] - region.x) / region.width) * SIZE.width,
        (1 - (at[1] - region.y) / region.height) * SIZE.height,
      ];
      if (ours < 1 || down < 1 || ours > SIZE.width - 2 || down > SIZE.height - 2) return;
      compared++;
      expect(Math.hypot(ours - u, down - v)).toBeLessThan(TOLERANCE_PX);
    });
  });
  expect(compared).toBeGreaterThan(200);
});
