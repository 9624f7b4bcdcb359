import { afterAll, describe, expect, test } from 'vitest';
import type { Blend } from '../../../core/show/show.schema.ts';
import { compare } from '../support/compare.ts';
import { goldenOf, same } from '../support/golden.ts';
import {
  makeFrame,
  makeGroup,
  makeLayer,
  makeSolid as solid,
  makeStudio,
  type WHOLE,
} from '../support/scene.ts';

const studio = makeStudio();
afterAll(() => studio.dispose());

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
    const picture = await studio.shoot(makeFrame([makeGroup([below, above])]));
    expect(await goldenOf(`stage-blend-${blend}`, picture)).toBe(same);
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
    const picture = await studio.shoot(makeFrame([makeGroup([layer])]));
    expect(await goldenOf(`stage-region-${name}`, picture)).toBe(same);
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
    expect(await goldenOf('stage-groups', await studio.shoot(frame))).toBe(same);
  });
});
