import { afterAll, describe, expect, test } from 'vitest';
import { compileRig } from '../../../core/rig/rig.document.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import { buildVenue, PLAIN_VENUE } from '../../../core/rig/venue.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';
import { box, makeFacade } from '../../core/rig/facade-builder.ts';
import { makeOutput } from '../../core/rig/builders.ts';
import { drawFlat, makeRenderer } from './bench-of-light.ts';
import { PIN, SIZE } from './scenes.ts';

/** The light of a page that plays: made in the worker, brought to the card in slices. It must be that of exact mode. */
const renderer = makeRenderer();
afterAll(() => renderer.dispose());

const AUTO = { kind: 'auto' };
const own = makeOutput({ ...SIZE, blend: AUTO, colour: { black: 0.01, gamma: [1, 1, 1] } });
const beside = makeOutput({
  ...SIZE,
  id: 'output:b',
  blend: AUTO,
  colour: { black: 0.01 },
  region: { x: 10, y: 1, width: 16, height: 9 },
});
const make = (mode: 'exact' | 'live', outputs: LitOutput[], venue: Venue = PLAIN_VENUE) => {
  const lights: boolean[] = [];
  const correction = createCorrection({
    renderer,
    output: own,
    outputs,
    venue,
    canvas: { width: 28, height: 10 },
    pixelRatio: 1,
    mode,
    onLight: (isCoarse) => lights.push(isCoarse),
  });
  return { correction, lights };
};
const pixelsOf = (correction: Correction) => drawFlat(renderer, correction, own, [0.5, 0.5, 0.5]).pixels;
const exact = (outputs: LitOutput[], venue?: Venue) => {
  const { correction } = make('exact', outputs, venue);
  const pixels = pixelsOf(correction);
  correction.dispose();
  return pixels;
};
/** Draws frames until a light has come. */
const lit = async ({ correction, lights }: ReturnType<typeof make>, isCoarse: boolean) => {
  for (let frame = 0; frame < 2000 && lights.at(-1) !== isCoarse; frame++) {
    pixelsOf(correction);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  expect(lights.at(-1)).toBe(isCoarse);
};
const isBlack = (pixels: Uint8ClampedArray): boolean =>
  pixels.every((value, i) => i % 4 === 3 || value === 0);

describe('live light', () => {
  test('is black before it has come, then that of exact mode', async () => {
    const live = make('live', [own, beside]);
    expect(isBlack(pixelsOf(live.correction))).toBe(true);
    await lit(live, false);
    expect(pixelsOf(live.correction)).toEqual(exact([own, beside]));
    live.correction.dispose();
  });
  test('follows a drag half as fine, and is whole on release', async () => {
    const live = make('live', [own, beside]);
    await lit(live, false);
    const moved = [10.2, 10.4, 10.6].map((x) => ({ ...beside, region: { ...beside.region, x } }));
    for (const each of moved) live.correction.setRig([own, each], PLAIN_VENUE, { coarse: true });
    await lit(live, true);
    expect(pixelsOf(live.correction)).not.toEqual(exact([own, beside]));
    live.correction.setRig([own, moved[2]!], PLAIN_VENUE, { coarse: false });
    await lit(live, false);
    expect(pixelsOf(live.correction)).toEqual(exact([own, moved[2]!]));
    live.correction.dispose();
  });
  test('of a drag under way, an answer that is overtaken is never seen', async () => {
    const live = make('live', [own, beside]);
    const far = { ...beside, region: { ...beside.region, x: 14 } };
    live.correction.setRig([own, far], PLAIN_VENUE);
    live.correction.setRig([own], PLAIN_VENUE);
    await lit(live, false);
    expect(pixelsOf(live.correction)).toEqual(exact([own]));
    expect(live.lights).toEqual([false]);
    live.correction.dispose();
  });
  test('the mesh moves at once, with the light that there is', async () => {
    const live = make('live', [own]);
    await lit(live, false);
    const warped = { ...own, warp: makeOutput({ warp: PIN }).warp };
    live.correction.setRig([warped], PLAIN_VENUE, { coarse: true });
    const first = pixelsOf(live.correction);
    expect(isBlack(first)).toBe(false);
    expect(first).not.toEqual(exact([own]));
    live.correction.dispose();
  });
  test('knows the façade, the masks of the rig and what becomes of them', async () => {
    const facade = makeFacade({ window: { outline: box(3, 3, 3, 3) }, door: { outline: box(8, 1, 2, 4) } });
    const rig = (elements: string[]): CompiledRig => ({
      ...compileRig({
        format: 'frise-rig',
        schema: 1,
        order: {},
        records: {
          'rig:a': {
            title: '',
            facade: { width: 28, height: 9 },
            density: 20,
            masks: [{ space: 'canvas', elements }],
          },
        },
      }),
    });
    const [one, two] = [buildVenue(rig(['window']), facade), buildVenue(rig(['door']), facade)];
    const live = make('live', [own, beside], one);
    await lit(live, false);
    expect(pixelsOf(live.correction)).toEqual(exact([own, beside], one));
    live.lights.length = 0;
    live.correction.setRig([own, beside], two);
    await lit(live, false);
    expect(pixelsOf(live.correction)).toEqual(exact([own, beside], two));
    expect(exact([own, beside], one)).not.toEqual(exact([own, beside], two));
    live.correction.dispose();
  });
  test('dispose leaves no texture and no geometry', async () => {
    exact([own]);
    const before = { ...renderer.info.memory };
    const live = make('live', [own, beside]);
    await lit(live, false);
    live.correction.setRig([own], PLAIN_VENUE, { coarse: true });
    await lit(live, true);
    live.correction.dispose();
    expect(renderer.info.memory).toEqual(before);
  });
});
