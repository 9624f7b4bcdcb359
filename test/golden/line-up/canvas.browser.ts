import * as THREE from 'three';
import { describe, expect, test } from 'vitest';
import { EncodePass } from '../../../renderer/stage/encode.pass.ts';
import { createPattern } from '../../../renderer/stage/pattern/pattern.ts';
import { CANVAS, facade } from '../support/facades.ts';
import { goldenOf, same } from '../support/golden.ts';
import { rgbAt, upright, type Picture } from '../support/picture.ts';
import { makeCompiled, makeRig, makeWindow, SIZE } from './scene.ts';

/** Half the signal lies between two codes. */
const HALF = expect.toSatisfy((code: number) => code === 127 || code === 128) as number;
const WHOLE = { x: 0, y: 0, ...CANVAS };
const rig = makeRig([
  makeCompiled({ id: 'output:left', region: { x: 0, y: 0, width: 18, height: 18 } }),
  makeCompiled({ id: 'output:right', region: { x: 14, y: 0, width: 18, height: 18 } }),
]);
const shoot = (name: string, own: string, region = WHOLE): Picture => {
  const { renderer, dispose } = makeWindow(SIZE);
  const light = new THREE.WebGLRenderTarget(SIZE.width, SIZE.height, { type: THREE.HalfFloatType });
  const signal = new THREE.WebGLRenderTarget(SIZE.width, SIZE.height);
  const encode = new EncodePass();
  const pattern = createPattern(name, { canvas: CANVAS, facade, rig, own });
  pattern.draw(renderer, region, light);
  encode.render(renderer, light.texture, signal);
  const pixels = new Uint8Array(SIZE.width * SIZE.height * 4);
  renderer.readRenderTargetPixels(signal, 0, 0, SIZE.width, SIZE.height, pixels);
  for (const owner of [pattern, encode, light, signal]) owner.dispose();
  dispose();
  return upright(pixels, SIZE);
};

describe('patterns of the canvas on an output', () => {
  test('the squares have their names', async () => {
    expect(await goldenOf('line-up-numbers', shoot('numbers', 'left'))).toBe(same);
    const part = { x: 4, y: 4, width: 8, height: 4.5 };
    expect(await goldenOf('line-up-numbers-near', shoot('numbers', 'left', part))).toBe(same);
  });
  test('in an overlap each output shows its own light alone, and both together are white', async () => {
    const [left, right] = [shoot('overlap', 'left'), shoot('overlap', 'right')];
    expect(await goldenOf('line-up-overlap-left', left)).toBe(same);
    expect(await goldenOf('line-up-overlap-right', right)).toBe(same);
    expect([rgbAt(left, 30, 30), rgbAt(right, 30, 30)]).toEqual([[HALF, 0, 0], [0, 0, 0]]); // prettier-ignore
    expect([rgbAt(left, 300, 30), rgbAt(right, 300, 30)]).toEqual([[0, 0, 0], [0, HALF, HALF]]); // prettier-ignore
    const seam = [rgbAt(left, 140, 90), rgbAt(right, 140, 90)];
    expect(seam[0]!.map((code, i) => Math.max(code, seam[1]![i]!))).toEqual([255, 255, 255]);
  });
});
