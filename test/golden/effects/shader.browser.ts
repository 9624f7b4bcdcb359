import { afterAll, expect, test } from 'vitest';
import { rgbAt } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeSolid, makeStudio, WHOLE } from '../support/scene.ts';
import { SMALL } from './scene.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());
const shoot = (code: string, more: Record<string, unknown> = {}) =>
  studio.shoot(
    makeFrame([
      makeGroup([makeSolid('below', '#0000ff'), makeLayer('shader', { parameters: { code, ...more } })]),
    ]),
    WHOLE,
    SMALL,
  );
const paint = (body: string) => `vec4 paint(vec2 at) {\n  ${body}\n}`;

test('what the card’s compiler refuses is named at its line, and the clip is dark until it is mended', async () => {
  const picture = await shoot(paint('float a = at;\n  return vec4(a);'));
  expect(rgbAt(picture, 80, 45)).toEqual([0, 0, 255]);
  expect(studio.problems).toEqual([
    {
      code: 'shader-code',
      message: expect.stringMatching(/^Line 2: '=' : /),
      path: 'clip:shader.parameters.code',
    },
  ]);
  expect(rgbAt(await shoot(paint('return vec4(1.0);')), 80, 45)).toEqual([255, 255, 255]);
});
test('one that does not end is never compiled', async () => {
  const picture = await shoot(paint('while (true) {}\n  return vec4(1.0);'));
  expect(rgbAt(picture, 80, 45)).toEqual([0, 0, 255]);
  expect(studio.problems.at(-1)?.message).toMatch(/^Line 2: There is no while/);
});
test('what is no number is dark, and opacity is opacity', async () => {
  const nan = await shoot(paint('return vec4(1.0, sqrt(-at.x - 1.0), 0.0, 1.0);'));
  expect(rgbAt(nan, 80, 45)).toEqual([0, 0, 255]);
  const half = await shoot(paint('return vec4(1.0, 0.0, 0.0, 0.5);'));
  expect(rgbAt(half, 80, 45)).toEqual([188, 0, 188]);
});
test('a colour is linear light there, and metres are metres', async () => {
  const ink = `uniform vec3 ink; // = #808080\n`;
  expect(rgbAt(await shoot(ink + paint('return vec4(ink, 1.0);')), 9, 9)).toEqual([128, 128, 128]);
  const left = await shoot(paint('return vec4(vec3(at.x < 2.0 ? 1.0 : 0.0), 1.0);'), { x: 10, width: 8 });
  // Five pixels a metre.
  expect([45, 55, 65, 95].map((x) => rgbAt(left, x, 45)[0])).toEqual([0, 255, 0, 0]);
});
