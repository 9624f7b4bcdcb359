import { expect, test } from 'vitest';
import { rgbAt } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeSolid, makeStudio, WHOLE } from '../support/scene.ts';
import { frameOf, makeEffect, scenes, SMALL } from './scene.ts';

const blurred = (radius: number) =>
  makeFrame([
    makeGroup([
      makeSolid('a', '#ffffff', {
        region: { x: 0, y: 0, width: 16, height: 18 },
        effects: [makeEffect('blur', { radius })],
      }),
    ]),
  ]);

test('passes are counted: as many as a blur’s width needs, and one to lay it down', async () => {
  const studio = makeStudio();
  const passesOf = async (radius: number) => {
    await studio.shoot(blurred(radius), WHOLE, SMALL);
    return studio.stage.info.passes;
  };
  // The layer, the blur, the composite, and the canvas at the end; 5 pixels a metre.
  expect(await passesOf(0)).toBe(3);
  expect(await passesOf(0.9)).toBe(3 + 2);
  expect(await passesOf(1.1)).toBe(3 + 1 + 2 + 1);
  expect(await passesOf(2.2)).toBe(3 + 2 + 2 + 1);
  studio.dispose();
});

test('a picture as large as the canvas keeps its light to the edge, and the region cuts what is blurred', async () => {
  const studio = makeStudio();
  const picture = await studio.shoot(blurred(1), WHOLE, SMALL);
  expect(rgbAt(picture, 0, 0)).toEqual([255, 255, 255]);
  expect(rgbAt(picture, 60, 89)).toEqual([255, 255, 255]);
  expect(rgbAt(picture, 100, 45)).toEqual([0, 0, 0]);
  studio.dispose();
});

test('half of a white edge lies half of its light away', async () => {
  const studio = makeStudio();
  const box = makeLayer('shape', {
    parameters: { path: 'M 0 0 L 16 0 L 16 18 L 0 18 Z', fill: '#ffffff', fillOpacity: 1, strokeOpacity: 0 },
    effects: [makeEffect('blur', { radius: 2 })],
  });
  const picture = await studio.shoot(makeFrame([makeGroup([box])]), WHOLE, SMALL);
  // Φ(x / σ) of white in linear light, as sRGB codes; between the pixels 79 and 80 lies the edge.
  const codes = [70, 75, 79, 80, 85, 90].map((x) => rgbAt(picture, x, 45)[0]!);
  const expected = [235, 214, 191, 184, 147, 107];
  codes.forEach((code, i) => expect(Math.abs(code - expected[i]!)).toBeLessThanOrEqual(1));
  studio.dispose();
});

test('an effect of no known type is named once, and the clip is drawn without it', async () => {
  const studio = makeStudio();
  const layer = makeSolid('a', '#00ff00', { effects: [makeEffect('hologram', {})] });
  const frame = makeFrame([makeGroup([layer])]);
  await studio.shoot(frame, WHOLE, SMALL);
  expect(rgbAt(await studio.shoot(frame, WHOLE, SMALL), 9, 9)).toEqual([0, 255, 0]);
  expect(studio.problems).toEqual([
    {
      code: 'effect-unknown',
      message: 'No effect is called "hologram"; choose another.',
      path: 'clip:solid.effects.hologram',
    },
  ]);
  studio.dispose();
});

test('dispose leaves nothing of any effect, in two sizes', async () => {
  const studio = makeStudio();
  const { memory } = studio.renderer.info;
  const before = { ...memory };
  const layers = scenes.flatMap((scene) => frameOf(scene, 1).groups.flatMap((group) => group.layers));
  const frame = makeFrame([makeGroup(layers)]);
  await studio.shoot(frame, WHOLE, SMALL);
  await studio.shoot(frame, WHOLE, { width: 80, height: 45 });
  expect(memory.textures).toBeGreaterThan(10);
  studio.stage.dispose();
  // The triangle by which the studio itself encodes.
  expect(memory).toEqual({ ...before, geometries: before.geometries + 1 });
  studio.dispose();
});
