import { describe, expect, test } from 'vitest';
import { PATTERNS } from '../../../core/control/line-up.ts';
import { DARKS, GAMMAS, halfLight } from '../../../renderer/output/line-up/raster/levels.ts';
import { goldenOf, same } from '../support/golden.ts';
import { rgbAt, type Picture } from '../support/picture.ts';
import { makeCompiled, shootNote, SIZE } from './scene.ts';

const output = makeCompiled();
const shoot = (name: string, over: Record<string, unknown> = {}): Promise<Picture> =>
  shootNote(makeCompiled(over), { pattern: { name, space: 'output' } });
const codes = ({ pixels }: Picture): Set<number> => new Set(pixels);
const redsOf = (picture: Picture, y: number, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => rgbAt(picture, from + i, y)[0]!);

describe('patterns of the raster', () => {
  test.each([...PATTERNS.output, 'grey-50'])('%s', async (name) => {
    expect(await goldenOf(`line-up-${name}`, await shoot(name))).toBe(same);
  });
  test('the checker alternates from pixel to pixel, from the very first one', async () => {
    for (const over of [{}, { rotation: 90 }, { rotation: 180, mirror: 'horizontal' }]) {
      const picture = await shoot('checker', over);
      const first = rgbAt(picture, 0, 0)[0]!;
      for (const y of [0, 1, 80])
        expect(redsOf(picture, y, 100, 180)).toEqual(
          Array.from({ length: 80 }, (_, x) => ((x + y) % 2 === 0 ? first : 255 - first)),
        );
    }
  });
  test('the frame lies on the outermost pixels of all four sides, and nothing lies beside it', async () => {
    const picture = await shoot('frame');
    const { width, height } = SIZE;
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
      [150, 0],
      [0, 90],
    ] as const)
      // prettier-ignore
      expect(rgbAt(picture, x, y)).toEqual([255, 255, 255]);
    expect(rgbAt(picture, 1, 1)).toEqual([0, 0, 0]);
  });
  test('greys, ramps and levels are exact codes', async () => {
    const ramp = await shoot('ramp');
    const top = redsOf(ramp, 5, 0, SIZE.width);
    expect(top.toSorted((a, b) => a - b)).toEqual(top);
    expect(new Set(top).size).toBe(256);
    expect(redsOf(ramp, SIZE.height - 30, 0, 2)).toEqual([255, 254]);
    expect(rgbAt(await shoot('grey-37'), 9, 9)).toEqual([94, 94, 94]);
    const pluge = codes(await shoot('pluge'));
    for (const dark of DARKS) expect([pluge.has(dark), pluge.has(255 - dark)]).toEqual([true, true]);
    const gamma = await shoot('gamma');
    const [row, column] = [14 + 16, SIZE.width / GAMMAS.length];
    GAMMAS.forEach((value, i) =>
      expect(rgbAt(gamma, Math.round((i + 0.5) * column), row)[0]).toBe(halfLight(value)),
    );
    expect(halfLight(2.2)).toBe(186);
  });
  test('grid lines lie on tens and hundreds', async () => {
    const picture = await shoot('grid');
    expect(redsOf(picture, 65, 98, 112)).toEqual([0, 0, 170, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 0].map((_, i) => ({ 100: 170, 110: 48 })[98 + i] ?? 0)); // prettier-ignore
  });
  test('a pattern of a newer host is black, not the show', async () => {
    const picture = await shoot('sparkles');
    expect(rgbAt(picture, 10, 10)).toEqual([0, 0, 0]);
  });
  test('a small window gets the mean of the checker, and says that it is no longer one to one', async () => {
    const small = await shootNote(output, { pattern: { name: 'checker', space: 'output' }, pixelRatio: 0.5 });
    expect(rgbAt(small, 40, 20)[0]).toBeGreaterThan(120);
    expect(rgbAt(small, 40, 20)[0]).toBeLessThan(136);
    expect(await goldenOf('line-up-reduced', small)).toBe(same);
  });
});

describe('names', () => {
  const others = [makeCompiled({ id: 'output:b' }), makeCompiled({ id: 'output:c' })];
  test.each([
    ['name', {}],
    ['name-long', { name: 'Tour côté Seine, en haut à gauche' }],
    ['name-on-its-side', { rotation: 90 }],
    ['name-behind-a-screen', { mirror: 'horizontal' }],
  ])('%s', async (name, over) => {
    const picture = await shootNote(makeCompiled(over), { isNamed: true, display: 'EPSON PJ 3', others });
    expect(await goldenOf(`line-up-${name}`, picture)).toBe(same);
  });
  test('a pattern of the canvas gets its label alone', async () => {
    const picture = await shootNote(output, { pattern: { name: 'grid', space: 'canvas' } });
    expect(await goldenOf('line-up-label', picture)).toBe(same);
  });
});
