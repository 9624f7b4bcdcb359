import { afterAll, describe, expect, test } from 'vitest';
import { makeEdges, makeOutput } from '../../core/rig/builders.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { blockRange, makeRenderer, shoot, sumOnWall } from './bench-of-light.ts';

/**
 * The picture of the correction pass, read back from GL, turned into light by the projector's gamma, unwarped onto
 * the wall, leak added, summed over the outputs. Three gammas run side by side, one a channel.
 */
const renderer = makeRenderer();
afterAll(() => renderer.dispose());

const GAMMA: [number, number, number] = [1.8, 2.2, 2.6];
const TOLERANCE = 0.015;
const SHIFT = 10;

/** Two outputs side by side, 10 px a metre, whose overlap is `overlap` px wide. */
const pair = (overlap: number, kind: 'auto' | 'edges', black: number): LitOutput[] => {
  const colour = { gamma: GAMMA, black };
  const blend = (side: 'left' | 'right') =>
    kind === 'auto' ? { kind } : makeEdges({ [side]: overlap }, overlap > 20 ? 2 : 1);
  const size = { width: 160, height: 60, colour };
  const region = { x: 0, y: 0, width: 16, height: 6 };
  return [
    makeOutput({ ...size, id: 'output:left', region, blend: blend('right') }),
    makeOutput({
      ...size,
      id: 'output:right',
      region: { ...region, x: 16 - overlap / SHIFT },
      blend: blend('left'),
    }),
  ];
};

/** Greatest deviation from what a lone projector throws, over all 5 × 5 blocks and three gammas. */
const unevenness = (outputs: LitOutput[], code: number, draw: ReturnType<typeof shoot>): number => {
  const width = outputs[1]!.region.x + 16;
  const light = GAMMA.map((gamma) => (code / 255) ** gamma) as [number, number, number];
  const shots = draw(light);
  const deviations = GAMMA.map((_, channel) => {
    const wall = sumOnWall(shots, { x: 0, y: 0, width, height: 6 }, 0.1, channel);
    const lone = sumOnWall(shots, { x: 1, y: 1, width: 4, height: 4 }, 0.1, channel);
    const expected = lone.light.reduce((sum, value) => sum + value, 0) / lone.light.length;
    expect(expected).toBeGreaterThan(light[channel]! * 0.99);
    const { least, greatest } = blockRange(wall);
    return Math.max(1 - least / expected, greatest / expected - 1);
  });
  return Math.max(...deviations);
};

const KEYSTONE = {
  kind: 'corners',
  corners: [
    [6, 4],
    [157, -3],
    [150, 58],
    [-4, 55],
  ],
};

describe('two outputs add up to one light', () => {
  for (const kind of ['edges', 'auto'] as const)
    for (const overlap of [16, 32, 64])
      for (const black of [0, 0.002])
        test(`${kind}, overlap ${overlap} px, leak ${black}`, () => {
          const outputs = pair(overlap, kind, black);
          const draw = shoot(renderer, outputs);
          for (const code of [64, 128, 192, 255])
            expect(unevenness(outputs, code, draw), `code ${code}`).toBeLessThan(TOLERANCE);
          draw.dispose();
        });
});

test('a keystoned output and an unwarped one add up to one light where both reach the wall', () => {
  const [left, right] = pair(40, 'edges', 0) as [LitOutput, LitOutput];
  const outputs = [left, { ...right, warp: makeOutput({ warp: KEYSTONE }).warp }];
  const draw = shoot(renderer, outputs);
  const shots = draw([0.25, 0.25, 0.25]);
  const area = { x: 8, y: 1, width: 14, height: 4 };
  const { least, greatest } = blockRange(sumOnWall(shots, area, 0.1, 1));
  expect(least).toBeGreaterThan(0.25 * (1 - TOLERANCE));
  expect(greatest).toBeLessThan(0.25 * (1 + TOLERANCE));
  draw.dispose();
});
