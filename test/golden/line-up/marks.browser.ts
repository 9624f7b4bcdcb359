import { describe, expect, test } from 'vitest';
import { markSchema } from '../../../core/control/line-up.ts';
import { buildVenue } from '../../../core/rig/venue.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import { createOverlay } from '../../../renderer/output/line-up/overlay.ts';
import { BULGE, PIN } from '../correction/scenes.ts';
import { facade } from '../support/facades.ts';
import { goldenOf, same } from '../support/golden.ts';
import type { Picture } from '../support/picture.ts';
import { makeCompiled, makeRig, makeWindow, SIZE } from './scene.ts';

const shoot = (over: Record<string, unknown>, mark: object, ratio = 1): Picture => {
  const output = makeCompiled(over);
  const rig = makeRig([output]);
  const { problems } = buildWarpMesh(output, output.id, buildVenue(rig, facade));
  const window = makeWindow({ width: SIZE.width * ratio, height: SIZE.height * ratio }, 0.35);
  const overlay = createOverlay(window.renderer, { pixelRatio: ratio, problems }, facade);
  const picture = window.shoot(() => overlay.draw(markSchema.parse(mark), rig, output));
  overlay.dispose();
  window.dispose();
  return picture;
};
const folded = { ...BULGE, points: BULGE.points.map((p, i) => (i === 5 ? [290, 90] : p)) };
const MASKS = [
  { space: 'output', points: [[20, 20], [120, 30], [60, 120]] }, // prettier-ignore
  { space: 'canvas', elements: ['arch'] },
];

describe('marks over the picture', () => {
  test.each([
    ['pin', { warp: PIN }, { mesh: true, selected: [1] }],
    ['bezier', { warp: BULGE }, { mesh: true, selected: [5, 6] }],
    ['linear', { warp: { ...BULGE, interpolation: 'linear' } }, { mesh: true }],
    ['folded', { warp: folded }, { mesh: true, selected: [5] }],
    ['cross', {}, { cross: [220, 60] }],
    ['masks', { warp: PIN, masks: MASKS, region: { x: 0, y: 0, width: 32, height: 18 } }, { masks: true }],
    ['head-down', { warp: PIN, rotation: 180 }, { mesh: true, selected: [0], cross: [220, 60] }],
  ])('%s', async (name, over, mark) => {
    expect(await goldenOf(`line-up-marks-${name}`, shoot(over, mark))).toBe(same);
  });
  test('a selected point that the grid no longer has is no fault, and nothing is drawn for no mark', () => {
    const nothing = shoot({}, {});
    expect(shoot({}, { selected: [99] })).toEqual(nothing);
    expect(new Set(nothing.pixels)).toEqual(new Set([89, 255]));
  });
  test('a window of half the size shows the same marks', async () => {
    expect(
      await goldenOf('line-up-marks-half', shoot({ warp: PIN }, { mesh: true, selected: [1] }, 0.5)),
    ).toBe(same);
  });
});
