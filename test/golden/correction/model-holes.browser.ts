import { afterAll, expect, test } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { outputLookup } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import { parseDocument } from '../../../core/show/parse.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import { solidFor } from '../../core/rig/building.builders.ts';
import { makeOutput } from '../../core/rig/builders.ts';
import { lookAt } from '../../core/rig/pose.builders.ts';
import { drawFlat, makeRenderer } from './bench-of-light.ts';

const renderer = makeRenderer();
afterAll(() => renderer.dispose());
const file = new URL('../../../shows/usine-extraordinaire/facade.json', import.meta.url).href;
const parsed = parseDocument(await (await fetch(file)).text(), 'frise-facade');
if (!parsed.ok) throw new Error(parsed.message);
const venue = { ...PLAIN_VENUE, solid: solidFor(modelOf(parsed.value)) };
const SIZE = { width: 1920, height: 1080 };

/** Twelve thousand triangles that meet corner to edge must leave no pixel out. */
const places: [string, Parameters<typeof lookAt>][] = [
  ['near the porch', [[95, 5, 28], [118, 12, 0], { throwRatio: 1 }]],
  ['straight before a wing', [[60, 4, 50], [60, 12, -3], { throwRatio: 1.5 }]],
  ['from the right, wide', [[150, 8, 40], [100, 14, -3], { throwRatio: 0.8 }]],
]; // prettier-ignore
test.each(places)('the bundled façade has no pinholes: %s', (_name, [at, to, lens]) => {
  const warp = { kind: 'model', pose: lookAt(at, to, lens) };
  const output = makeOutput({ ...SIZE, region: { x: 0, y: 0, width: 235, height: 62 }, warp });
  const correction = createCorrection({
    renderer,
    output,
    outputs: [output],
    venue,
    canvas: { width: 235, height: 62 },
    pixelRatio: 1,
  });
  const { pixels } = drawFlat(renderer, correction, output, [0.5, 0.5, 0.5]);
  correction.dispose();
  const lookup = outputLookup(buildWarpMesh(output, output.id, venue));
  /** The pixel and its corners all fall on the building. */
  const isCovered = (x: number, y: number): boolean =>
    [[0.5, 0.5], [0, 0], [1, 0], [0, 1], [1, 1]].every(([dx, dy]) => lookup(x + dx!, y + dy!) !== null); // prettier-ignore
  const isDark = (i: number): boolean => pixels[i * 4]! < 90;
  const holes: number[] = [];
  for (let i = 0; i < SIZE.width * SIZE.height; i++)
    if (isDark(i) && isCovered(i % SIZE.width, Math.floor(i / SIZE.width))) holes.push(i);
  expect(holes).toEqual([]);
});
