import { commands } from 'vitest/browser';
import { afterAll, describe, expect, test } from 'vitest';
import { isInside } from '../../../core/rig/geometry.ts';
import type { Point } from '../../../core/rig/geometry.ts';
import { makeOutput } from '../../core/rig/builders.ts';
import { toPng } from '../support/picture.ts';
import { makeRenderer, shoot } from './bench-of-light.ts';
import {
  flatnessOf,
  lightOnWall,
  pictureOfWall,
  simulateWall,
  type Hides,
  type SimulatedWall,
} from './wall-of-light.ts';
import { areaOf, GAMMA, walls } from './walls.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';

/**
 * Outputs drawn by the real correction, laid on a simulated wall by their meshes, summed in linear light. Pictures of
 * the sums go to artefacts/golden/wall-….png: look at them when a number moves.
 */
const renderer = makeRenderer();
afterAll(() => renderer.dispose());

const TOLERANCE = 0.015;
const CODES = [64, 96, 128, 192, 255];
const CHANNELS = [0, 1, 2] as const;
const STEP = 0.1;

const placeOf = ({ columns }: SimulatedWall, i: number): string =>
  `column ${i % columns}, row ${Math.floor(i / columns)}`;

type Found = { worst: number; what: string; shared: number };
/** The greatest deviation over all codes and three gammas. */
const measure = async (name: string, outputs: LitOutput[], hides?: Hides): Promise<Found> => {
  const wall = simulateWall(outputs, areaOf(outputs), STEP, hides);
  const draw = shoot(renderer, outputs);
  const found: Found = { worst: 0, what: '', shared: wall.count.filter((count) => count > 1).length };
  for (const code of CODES) {
    const [r, g, b] = GAMMA.map((gamma) => (code / 255) ** gamma);
    const pictures = draw([r!, g!, b!]).map(({ picture }) => picture);
    for (const channel of CHANNELS) {
      const light = lightOnWall(wall, pictures, channel);
      const { least, greatest, mean, at } = flatnessOf(wall, light);
      const off = Math.max(1 - least, greatest - 1);
      if (off > found.worst)
        Object.assign(found, {
          worst: off,
          what: `code ${code}, gamma ${GAMMA[channel]}, ${least < 2 - greatest ? 'dark' : 'bright'} at ${placeOf(wall, at)}`,
        });
      if (code === 128 && channel === 1)
        await commands.writeArtefact(`wall-${name}.png`, toPng(pictureOfWall(wall, light, mean)));
    }
  }
  draw.dispose();
  return found;
};

describe('projectors with random warps make one light', () => {
  for (const [name, rig] of Object.entries(walls))
    for (const black of [0, 0.002])
      test(`${name}, leak ${black}`, async () => {
        const found = await measure(`${name}-${black === 0 ? 'plain' : 'lift'}`, rig(black));
        console.info(`${name}, leak ${black}: ${(100 * found.worst).toFixed(2)} % (${found.what})`);
        expect(found.shared).toBeGreaterThan(1000);
        expect(found.worst, `${found.what}`).toBeLessThan(TOLERANCE);
      });
});

test('the other projector fills the shadow of a column', async () => {
  const column: Point[] = [
    [13.2, 1.5],
    [14, 1.5],
    [14.1, 8],
    [13.1, 8],
  ];
  const rig = walls['two-side-by-side']!(0);
  const outputs = rig.map((output, k) =>
    k === 1
      ? { ...output, masks: makeOutput({ masks: [{ space: 'canvas', points: column }] }).masks }
      : output,
  );
  const hides: Hides = ({ id }, u, v) => id === 'output:o1' && isInside([u, v], column);
  const blind = await measure('column-unknown', rig, hides);
  const known = await measure('column-known', outputs, hides);
  console.info(
    `column: ${(100 * blind.worst).toFixed(1)} % unknown, ${(100 * known.worst).toFixed(2)} % known`,
  );
  expect(blind.worst).toBeGreaterThan(0.1);
  expect(known.worst, `${known.what}`).toBeLessThan(TOLERANCE);
});
