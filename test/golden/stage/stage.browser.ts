import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import type { Blend } from '../../../core/show/show.schema.ts';
import type { LayerFactory } from '../../../renderer/stage/layer.ts';
import { layerFactories } from '../../../renderer/stage/layers/index.ts';
import { compare, expectGolden } from '../support/compare.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, SIZE, WHOLE } from '../support/scene.ts';
import { frameOf, scenes } from '../layers/scenes.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());
const solid = (key: string, colour: string, over = {}) =>
  makeLayer('solid', { key: `main-1/clip:${key}`, parameters: { colour }, ...over });
const at = (pixels: Uint8ClampedArray, x: number, y: number) =>
  [...pixels.subarray((y * SIZE.width + x) * 4, (y * SIZE.width + x) * 4 + 3)] as const;
/** sRGB code of a share of full linear light. */
const code = (light: number): number =>
  Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));

describe('mixing in linear light', () => {
  test('half of white is code 188', async () => {
    const pixels = await studio.shoot(makeFrame([makeGroup([solid('a', '#ffffff', { opacity: 0.5 })])]));
    expect(at(pixels, 9, 9)[0]).toBeCloseTo(code(0.5), -0.5);
  });
  test('a cross-fade is A·(1 − w) + B·w', async () => {
    const pixels = await studio.shoot(
      makeFrame([
        makeGroup([solid('a', '#ff0000')]),
        makeGroup([solid('b', '#0000ff')], { key: 'main-2', weight: 0.25 }),
      ]),
    );
    expect(at(pixels, 5, 5)).toEqual([code(0.75), 0, code(0.25)]);
  });
  test('light multiplies at the end, and brings back what was above white', async () => {
    const lit = [solid('a', '#ffffff'), solid('b', '#ffffff', { blend: 'add' })];
    const pixels = await studio.shoot(makeFrame([makeGroup(lit)], 0.25));
    expect(at(pixels, 5, 5)[0]).toBeCloseTo(code(0.5), -0.5);
  });
  test('an overlay lies on what is below', async () => {
    const over = makeGroup([solid('b', '#00ff00', { region: { x: 0, y: 0, width: 16, height: 18 } })], {
      key: 'sting-1',
      mix: 'over',
      weight: 0.5,
    });
    const pixels = await studio.shoot(makeFrame([makeGroup([solid('a', '#ff0000')]), over]));
    expect(at(pixels, 50, 90)).toEqual([code(0.5), code(0.5), 0]);
    expect(at(pixels, 250, 90)).toEqual([255, 0, 0]);
  });
});

describe('pictures', () => {
  const below = makeLayer('gradient', {
    key: 'main-1/clip:below',
    parameters: { from: '#203080', to: '#ffd080', angle: 0, length: 32 },
  });
  test.each<Blend>(['normal', 'add', 'screen', 'multiply', 'lighten'])('blend %s', async (blend) => {
    const above = makeLayer('gradient', {
      key: 'main-1/clip:above',
      blend,
      opacity: 0.8,
      parameters: { kind: 'radial', from: '#ff4020', to: '#105030', x: 16, y: 9, length: 10 },
    });
    await expectGolden(await studio.shoot(makeFrame([makeGroup([below, above])])), `stage-blend-${blend}`);
  });
  test.each<Blend>(['normal', 'add', 'screen', 'multiply', 'lighten'])(
    'direct and apart agree: %s',
    async (blend) => {
      const shot = (region: null | typeof WHOLE) =>
        studio.shoot(makeFrame([makeGroup([below, solid('x', '#c06030', { blend, opacity: 0.6, region })])]));
      const everywhere = { x: -10, y: -10, width: 100, height: 100 };
      const { differing, most } = compare(await shot(null), await shot(everywhere));
      expect(differing).toBe(0);
      expect(most).toBeLessThanOrEqual(1);
    },
  );
  test.each([
    ['rectangle', { x: 4.25, y: 3, width: 12.5, height: 9 }],
    ['elements', { elements: ['arch'], inverted: false }],
    ['inverted', { elements: ['arch', 'cornice'], inverted: true }],
  ])('region %s', async (name, region) => {
    const layer = { ...below, region };
    await expectGolden(await studio.shoot(makeFrame([makeGroup([layer])])), `stage-region-${name}`);
  });
  test('groups', async () => {
    const text = makeLayer('text', {
      key: 'sting-1/clip:text',
      parameters: { text: 'ÉTÉ', size: 5, x: 16, y: 6, align: 'centre', colour: '#ff8030' },
    });
    const light = makeLayer('facade-light', { key: 'main-2/clip:light', parameters: { glow: 1 } });
    const frame = makeFrame([
      makeGroup([below]),
      makeGroup([light], { key: 'main-2', weight: 0.6 }),
      makeGroup([text], { key: 'sting-1', mix: 'over', weight: 0.7 }),
    ]);
    await expectGolden(await studio.shoot(frame), 'stage-groups');
  });
});

describe('a pure function', () => {
  test('any order, twice, the same pixels', async () => {
    const frames = scenes.map((scene) => frameOf(scene));
    const first = [];
    for (const frame of frames) first.push(await studio.shoot(frame));
    for (const i of [...frames.keys()].reverse())
      expect(compare(await studio.shoot(frames[i]!), first[i]!).most, scenes[i]!.name).toBe(0);
    const fresh = makeStudio();
    for (const i of frames.keys())
      expect(compare(await fresh.shoot(frames[i]!), first[i]!).most, scenes[i]!.name).toBe(0);
    fresh.dispose();
  });
  test('the same area through two regions and densities agrees', async () => {
    for (const scene of scenes) {
      const whole = await studio.shoot(frameOf(scene), WHOLE, { width: 640, height: 360 });
      const half = await studio.shoot(frameOf(scene), { x: 8, y: 4.5, width: 16, height: 9 }, SIZE);
      let sum = 0;
      for (let y = 0; y < 180; y += 1)
        for (let x = 0; x < 320; x += 1)
          for (let c = 0; c < 3; c += 1)
            sum += Math.abs(half[(y * 320 + x) * 4 + c]! - whole[((y + 90) * 640 + x + 160) * 4 + c]!);
      expect(sum / (320 * 180 * 3), scene.name).toBeLessThan(0.05);
      const coarse = await studio.shoot(frameOf(scene), WHOLE, SIZE);
      expect(averageGap(whole, coarse), scene.name).toBeLessThan(1.6);
    }
  });
  test('a scene that is 5 % off is refused', async () => {
    let seen = 0;
    const missed: string[] = [];
    for (const scene of scenes) {
      const good = await studio.shoot(frameOf(scene));
      for (const [param, value] of Object.entries(scene.parameters)) {
        if (typeof value !== 'number' || value === 0 || param === 'repeat' || param === 'count') continue;
        const off = await studio.shoot(frameOf(scene, { ...scene.parameters, [param]: value * 0.95 }));
        if (compare(off, good).isSame) missed.push(`${scene.name} ${param}`);
        seen += 1;
      }
    }
    expect(missed).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(20);
  });
});

/** Mean difference, of 255, between a picture and the 2 × 2 mean (in code values) of one twice as dense. */
const averageGap = (fine: Uint8ClampedArray, coarse: Uint8ClampedArray): number => {
  let sum = 0;
  for (let y = 0; y < 180; y += 1)
    for (let x = 0; x < 320; x += 1) {
      const i = (2 * y * 640 + 2 * x) * 4;
      const mean = (fine[i]! + fine[i + 4]! + fine[i + 640 * 4]! + fine[i + 640 * 4 + 4]!) / 4;
      sum += Math.abs(mean - coarse[(y * 320 + x) * 4]!);
    }
  return sum / (320 * 180);
};

describe('what fails', () => {
  const broken: LayerFactory = (context) => {
    const layer = layerFactories['solid']!(context);
    return {
      object: layer.object,
      prepare: async () => undefined,
      update(times, parameters) {
        if (times.position > 1) throw new Error('no more paint');
        layer.update(times, parameters);
      },
      dispose: () => layer.dispose(),
    };
  };
  test('a layer keeps its last good picture and is named; its neighbours go on', async () => {
    const own = makeStudio({ factories: { ...layerFactories, solid: broken } });
    const shot = (position: number) =>
      own.shoot(
        makeFrame([
          makeGroup([
            solid('bad', '#ff0000', { position }),
            makeLayer('text', { parameters: { text: 'A' } }),
          ]),
        ]),
      );
    await shot(0);
    const pixels = await shot(2);
    expect(at(pixels, 300, 20)).toEqual([255, 0, 0]);
    expect(own.problems).toEqual([
      {
        code: 'layer-failed',
        message: 'no more paint. The layer keeps its last good picture.',
        path: 'clip:solid',
      },
    ]);
    own.dispose();
  });
  test('an unknown type is named once and the rest is drawn', async () => {
    const own = makeStudio();
    const frame = makeFrame([makeGroup([makeLayer('hologram'), solid('a', '#00ff00')])]);
    await own.shoot(frame);
    expect(at(await own.shoot(frame), 5, 5)).toEqual([0, 255, 0]);
    expect(own.problems.map(({ code }) => code)).toEqual(['layer-unknown']);
    own.dispose();
  });
  test('numbers beyond their range are clamped', async () => {
    const pixels = await studio.shoot(
      makeFrame([makeGroup([makeLayer('solid', { parameters: { level: 1.4 } })])]),
    );
    expect(at(pixels, 5, 5)).toEqual([255, 255, 255]);
  });
});

test('dispose leaves nothing', async () => {
  const own = makeStudio();
  for (const scene of scenes) await own.shoot(frameOf(scene));
  const { memory } = own.renderer.info;
  expect(memory.geometries).toBeGreaterThan(5);
  own.stage.dispose();
  expect({ ...memory }).toMatchObject({ geometries: 1, textures: 0 });
  own.dispose();
});
test('layers side by side share a render call', async () => {
  const own = makeStudio();
  const layers = [1, 2, 3, 4].map((n) => solid(`s${n}`, '#102030', { opacity: 0.5 }));
  await own.shoot(makeFrame([makeGroup(layers)]));
  expect(own.stage.info).toEqual({ passes: 2, drawCalls: 5, layers: 4 });
  expect(own.renderer).toBeInstanceOf(THREE.WebGLRenderer);
  own.dispose();
});
