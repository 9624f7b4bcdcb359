import { expect, it } from 'vitest';
import { exportWishSchema } from '../../../../core/control/export.verbs.ts';
import {
  heightOf,
  leftText,
  sizeText,
  wishOf,
  type Choice,
} from '../../../../renderer/console/export/wish.ts';

const choice: Choice = {
  isFilm: true,
  output: null,
  viewpoint: null,
  from: 0,
  to: 12,
  width: 961,
  fps: 25,
  container: 'mp4',
  isMute: false,
  language: null,
};

it('is as high as the picture, and even, as encoders want it', () => {
  expect(heightOf(960, { width: 235, height: 62 }, null)).toBe(254);
  expect(heightOf(960, { width: 235, height: 62 }, { width: 1920, height: 1200 })).toBe(600);
  expect(wishOf(choice, 254, 12)?.width).toBe(962);
});
it('says what the verb takes', () => {
  for (const isFilm of [true, false]) exportWishSchema.parse(wishOf({ ...choice, isFilm }, 254, 12));
  expect(wishOf({ ...choice, isFilm: false, from: 5 }, 254, 12)).toMatchObject({ format: 'png', to: null });
  expect(wishOf({ ...choice, isFilm: false, isMute: true }, 254, 12)?.isMute).toBe(false);
});
it('numbered pictures have no sound', () => {
  const wish = wishOf({ ...choice, container: 'zip' }, 254, 12);
  expect(exportWishSchema.parse(wish)).toMatchObject({ format: 'zip', to: 12, isMute: true });
});
it.each([
  ['ends before it begins', { from: 5, to: 5 }],
  ['ends after the show', { to: 12.1 }],
  ['begins nowhere', { from: Number.NaN }],
  ['is too wide', { width: 9000 }],
  ['has no width', { width: 0 }],
])('nothing where it %s', (_, wrong) => {
  expect(wishOf({ ...choice, ...wrong }, 254, 12)).toBe(null);
});
it('tells sizes and times as people do', () => {
  expect(sizeText(1_437_000, 'en')).toBe('1.44 MB');
  expect(sizeText(812_000, 'fr')).toBe('812 ko');
  expect(leftText(0.2)).toBe('1 s');
  expect(leftText(245)).toBe('4 min 05 s');
});
