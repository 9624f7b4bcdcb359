import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FrameEffect, FrameLayer } from '../../../core/playback/frame.ts';
import { FIRST_SHADER } from '../../../core/layers/shader.ts';
import { makeEffect } from '../effects/scene.ts';
import { isKept, makeDocsStudio } from '../support/docs.ts';
import type { Picture } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, type Studio } from '../support/scene.ts';

/** The pictures of docs/layers/: one effect a tile, in the order of the page; a shader, a group. */
const TILE = { width: 240, height: 120 };
const SIZE = { width: 480, height: 240 };
const porch = { x: 86, y: 0, width: 63, height: 31.5 };
let studio: Studio | null = null;
beforeAll(async () => {
  studio = await makeDocsStudio();
});
afterAll(() => studio?.dispose());

const lit = (effects: FrameEffect[]): FrameLayer =>
  makeLayer('facade-light', { parameters: { width: 0.25, glow: 0, colour: '#ffb860' }, effects });
const sweep = (effects: FrameEffect[]): FrameLayer =>
  makeLayer('gradient', {
    parameters: { from: '#ff5020', to: '#2060ff', x: 90, y: 4, angle: 15, length: 56 },
    effects,
  });
const tiles: FrameLayer[] = [
  lit([makeEffect('blur', { radius: 0.35 })]),
  lit([makeEffect('glow', { radius: 1.2, level: 2 })]),
  lit([makeEffect('colour', { hue: 200, saturation: 0.8 })]),
  lit([makeEffect('displace', { kind: 'waves', amount: 0.8, size: 9, angle: 0, clock: 'position' })]),
  lit([makeEffect('kaleidoscope', { x: 117.5, y: 14, segments: 10, angle: 190 })]),
  sweep([makeEffect('mask', { elements: ['column', 'arch'], feather: 0.3 })]),
];

/** Three beside one another, two rows. */
const sheetOf = async (layers: readonly FrameLayer[]): Promise<Picture> => {
  const [width, height] = [TILE.width * 3, TILE.height * Math.ceil(layers.length / 3)];
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (const [place, layer] of layers.entries()) {
    const picture = await studio!.shoot(makeFrame([makeGroup([layer])]), porch, TILE);
    const [left, top] = [(place % 3) * TILE.width, Math.floor(place / 3) * TILE.height];
    for (let y = 0; y < TILE.height; y += 1)
      pixels.set(
        picture.pixels.subarray(y * TILE.width * 4, (y + 1) * TILE.width * 4),
        ((top + y) * width + left) * 4,
      );
  }
  return { width, height, pixels };
};

describe('the pictures of docs/layers', () => {
  test('effects', async () => {
    expect(await isKept('effects', await sheetOf(tiles))).toBe(true);
    expect(studio!.problems).toEqual([]);
  });
  test('shader', async () => {
    const layer = makeLayer('shader', {
      region: { elements: ['column', 'arch', 'cornice'], inverted: false },
      parameters: { code: FIRST_SHADER, clock: 'position' },
    });
    expect(await isKept('shader', await studio!.shoot(makeFrame([makeGroup([layer])]), porch, SIZE))).toBe(
      true,
    );
  });
  test('group', async () => {
    const words = makeLayer('text', {
      parameters: { text: '1900', size: 9, x: 117.5, y: 9, align: 'centre', colour: '#ffe0a0' },
    });
    const layer = makeLayer('group', {
      layers: [lit([]), words],
      effects: [
        makeEffect('displace', { amount: 0.9, size: 6, clock: 'position' }),
        makeEffect('glow', { level: 1 }),
      ],
    });
    expect(await isKept('group', await studio!.shoot(makeFrame([makeGroup([layer])]), porch, SIZE))).toBe(
      true,
    );
  });
});
