import { commands } from 'vitest/browser';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { refusal } from './golden.ts';
import { fromPng, toPng, type Picture } from './picture.ts';

const grey = (code: number, spots: number[][] = []): Picture => {
  const pixels = new Uint8ClampedArray(320 * 180 * 4).fill(255);
  for (let i = 0; i < pixels.length; i += 4) pixels.fill(code, i, i + 3);
  for (const [pixel, value] of spots) pixels[pixel! * 4] = value!;
  return { width: 320, height: 180, pixels };
};
const spots = (count: number, value: number): number[][] =>
  Array.from({ length: count }, (_, i) => [i * 7, value]);

test('a missing golden image is named with the picture and how to accept it', async () => {
  expect(await refusal('support-missing', grey(90), null)).toBe(
    'support-missing: there is no golden image. The picture is artefacts/golden/support-missing.actual.png. To accept it: FRISE_GOLDEN_WRITE=1 npx vitest run --project golden, then look at test/golden/images/support-missing.png',
  );
});
test('a difference is counted, and the three pictures are named', async () => {
  const said = await refusal('support-differs', grey(90, spots(40, 130)), grey(90));
  expect(said).toMatch(
    /^support-differs: 40 pixels differ, by 40 at most\. The picture is artefacts\/golden\//,
  );
});
test('nothing has been stored by it', async () => {
  expect(await commands.readGolden('support-missing.png')).toBeNull();
});
test('one code everywhere and a few pixels of an edge pass; more, or one far off, or another size, does not', () => {
  expect(compare(grey(91, spots(28, 110)), grey(90))).toMatchObject({ differing: 28, isSame: true });
  expect(compare(grey(91, spots(29, 110)), grey(90))).toMatchObject({ isSame: false });
  expect(compare(grey(90, [[5, 115]]), grey(90))).toMatchObject({ most: 25, isSame: false });
  expect(compare(grey(92), grey(90))).toMatchObject({ isSame: false });
  expect(compare({ width: 160, height: 360, pixels: grey(90).pixels }, grey(90)).isSame).toBe(false);
});
test('a picture comes back from its PNG as it was', async () => {
  const picture = grey(7, spots(200, 250));
  expect(compare(await fromPng(toPng(picture)), picture).most).toBe(0);
});
