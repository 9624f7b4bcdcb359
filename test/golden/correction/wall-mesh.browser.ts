import { afterAll, describe, expect, test } from 'vitest';
import { makeOutput } from '../../core/rig/builders.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { Point } from '../../../core/rig/geometry.ts';
import { applyHomography, homographyBetween } from '../../../core/rig/homography.ts';
import type { Quad } from '../../../core/rig/homography.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { buildWallMap } from '../../../core/rig/wall-mesh.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import { makeRenderer, readBack } from './bench-of-light.ts';
import { drawChart } from './chart.ts';
import { rgbAt, type Picture } from '../support/picture.ts';

/**
 * A window that sits 40 cm off, pulled once on the wall mesh: both projectors that overlap there throw it where it is.
 * The chart has a white dot on every fourth metre of the drawing; the other dots are held.
 */
const renderer = makeRenderer();
afterAll(() => renderer.dispose());
const SIZE = { width: 640, height: 360 };
const FACADE = { width: 28, height: 9 };
const DOTS = [4, 8, 12, 16, 20, 24].flatMap((x) => [4, 8].map((y): Point => [x, y]));
const [OFF_AT, OFF_BY]: [Point, Point] = [
  [12, 4],
  [0.32, -0.24],
];
const isOff = ([x, y]: Point): boolean => x === OFF_AT[0] && y === OFF_AT[1];
const onWall = (dot: Point): Point => (isOff(dot) ? [dot[0] + OFF_BY[0], dot[1] + OFF_BY[1]] : dot);
const venue = {
  ...PLAIN_VENUE,
  wall: buildWallMap(
    {
      kind: 'points',
      pairs: DOTS.map((dot) => ({ canvas: [dot[0], dot[1]], wall: [onWall(dot)[0], onWall(dot)[1]] })),
    },
    FACADE,
  ),
};
const PIN: Quad = [
  [14, 22],
  [610, 4],
  [630, 340],
  [30, 352],
];
const left = makeOutput({ id: 'output:left', ...SIZE, region: { x: 0, y: 0, width: 16, height: 9 } });
const right = makeOutput({
  id: 'output:right',
  ...SIZE,
  region: { x: 10, y: 0, width: 16, height: 9 },
  warp: { kind: 'corners', corners: PIN },
});

/** Where a place of the wall falls in the raster, without the code under test. */
const pixelOf = ({ region }: LitOutput, corners: Quad, [u, v]: Point): Point => {
  const { x, y, width, height } = region;
  const frame: Quad = [
    [x, y + height],
    [x + width, y + height],
    [x + width, y],
    [x, y],
  ];
  const map = homographyBetween(frame, corners);
  if (!map.ok) throw new Error(map.message);
  return applyHomography(map.value, [u, v]);
};
const WHOLE: Quad = [
  [0, 0],
  [640, 0],
  [640, 360],
  [0, 360],
];
const draw = (output: LitOutput): Picture => {
  const correction = createCorrection({
    renderer,
    output,
    outputs: [output],
    venue,
    canvas: FACADE,
    pixelRatio: 1,
  });
  drawChart(renderer, correction);
  const picture = readBack(renderer, correction, output);
  correction.dispose();
  return picture;
};
/** The middle of the white about a place, pixels. */
const whiteAt = (picture: Picture, [x, y]: Point): Point => {
  let [sum, sx, sy] = [0, 0, 0];
  for (let j = Math.round(y) - 24; j <= y + 24; j++)
    for (let i = Math.round(x) - 24; i <= x + 24; i++) {
      const weight = Math.max(0, Math.min(...rgbAt(picture, i, j).slice(0, 3)) - 180);
      sum += weight;
      sx += weight * (i + 0.5);
      sy += weight * (j + 0.5);
    }
  return [sx / sum, sy / sum];
};

describe.each([
  ['the unwarped projector', left, WHOLE],
  ['the one that leans', right, PIN],
] as const)('%s', (_name, output, corners) => {
  const picture = draw(output);
  const dots = DOTS.filter(
    ([u]) => u > output.region.x + 1 && u < output.region.x + output.region.width - 1,
  ).filter(([, v]) => v < 8);
  test.each(dots)('throws the dot of %f m, %f m where the wall has it', (u, v) => {
    const expected = pixelOf(output, corners, onWall([u, v]));
    const found = whiteAt(picture, expected);
    expect(Math.hypot(found[0] - expected[0], found[1] - expected[1])).toBeLessThan(0.6);
  });
});
