import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { measureRaster, measureSteps } from '../../../core/rig/measure.ts';
import { cameraOf, pixelOf, positionOf, throwRatioOf } from '../../../core/rig/pose.ts';
import { compileRig } from '../../../core/rig/rig.document.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { sharedMaskAt } from '../../../core/rig/share.ts';
import { finish } from '../../../core/rig/steps.ts';
import { stoneOf } from '../../../core/rig/stone.ts';
import { buildVenue } from '../../../core/rig/venue.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import { openDocument } from '../../../core/show/open.ts';
import { eight } from '../../../shows/usine-extraordinaire/build/show/rig-eight.mjs';

/** The example rig of eight: what its throw geometry promises on the stone, measured as Calibrate measures it. */
const show = path.resolve(import.meta.dirname, '../../../shows/usine-extraordinaire');
const read = (name: string): string => readFileSync(path.join(show, name), 'utf8');
const context = { layerTypes, facade: null };
const opened = openDocument(read('rigs/eight.json'), 'frise-rig', context);
const facadeOpened = openDocument(read('facade.json'), 'frise-facade', context);
if (!opened.ok || !facadeOpened.ok) throw new Error('the rig or its façade does not open');
const facade = modelOf(facadeOpened.value.document);
const rig = compileRig(opened.value.document);
const canvas = { width: facade.width, height: facade.height };

const poseOf = ({ warp }: CompiledOutput) => {
  if (warp.kind !== 'model') throw new Error('it has no pose');
  return warp.pose;
};
/** Texels along the wall; the coarser, the more a column's narrow shadow counts: 1024 give 98.7 %. */
const RESOLUTION = 640;

/** Where a projector's left or right edge falls on the colonnade, half way up, metres. */
const edge = (output: CompiledOutput, side: 'left' | 'right'): number => {
  const camera = cameraOf(poseOf(output));
  const wanted = side === 'left' ? 0 : output.width;
  let [low, high] = [-60, 300];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const pixel = pixelOf(camera, [middle, 10, -3]);
    if (pixel === null || pixel[0] < wanted) low = middle;
    else high = middle;
  }
  return low;
};

describe('eight projectors', () => {
  const venue = buildVenue(rig, facade);
  const wall = buildWall(rig.outputs, venue, measureRaster(rig.outputs, venue, canvas, RESOLUTION));
  const measures = finish(measureSteps(wall, stoneOf(facade, venue, canvas, wall.raster), {}));

  it('opens without a complaint, as the build writes it', () => {
    expect(opened.value.problems ?? []).toEqual([]);
    expect(JSON.parse(read('rigs/eight.json'))).toEqual(eight());
    expect(rig.outputs.map(({ width, height }) => [width, height])).toEqual(Array(8).fill([1920, 1200]));
  });
  it('stands on masts along the kerb, with a lens that is made', () => {
    for (const output of rig.outputs) {
      expect(positionOf(poseOf(output)).slice(1)).toEqual([expect.closeTo(9, 5), expect.closeTo(58, 5)]);
      expect(throwRatioOf(poseOf(output), output)).toBeCloseTo(1.22, 6);
    }
  });
  it('overlaps by 15 % of a picture at least', () => {
    const spans = rig.outputs.map((output) => [edge(output, 'left'), edge(output, 'right')] as const);
    spans.slice(1).forEach(([left, right], index) => {
      const [before, end] = spans[index]!;
      expect((end - left) / Math.min(end - before, right - left)).toBeGreaterThan(0.15);
    });
  });
  it('reaches the stone, and makes one light of it', () => {
    expect(measures.coverage.fraction).toBeGreaterThan(0.97);
    expect(measures.blend!.least).toBeGreaterThan(0.995);
    expect(measures.blend!.greatest).toBeLessThan(1.005);
    for (const { mesh } of wall.outputs) {
      expect(mesh.problems).toEqual([]);
      expect(mesh.density).toBeGreaterThan(36);
      expect(mesh.density).toBeLessThan(48);
    }
  });
  it('leaves the sky dark, and only the sky', () => {
    const dark = (x: number, y: number): boolean => sharedMaskAt(wall, wall.outputs[0]!, x, y) === 0;
    expect([dark(3, 30), dark(45, 40), dark(45, 31), dark(117, 10)]).toEqual([true, true, false, false]);
  });
});
