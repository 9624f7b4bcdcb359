import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import { publicPicture } from '../../../renderer/output/public-picture.ts';
import { temple } from '../support/facades.ts';
import { goldenOf, same } from '../support/golden.ts';
import { upright, type Picture } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeSolid, makeStudio, SIZE } from '../support/scene.ts';

const studio = makeStudio({ facade: temple });
afterAll(() => studio.dispose());
const FRONT: Gaze = { eye: [16, 1.6, 14], target: [16, 7, 0], lens: 14 };
const ASIDE: Gaze = { eye: [33, 1.6, 16], target: [18, 7, 0], lens: 20 };

const shoot = async (gaze: Gaze, layers: Parameters<typeof makeGroup>[0]): Promise<Picture> => {
  const picture = publicPicture(studio.renderer, temple, gaze, SIZE);
  const signal = new THREE.WebGLRenderTarget(SIZE.width, SIZE.height, { depthBuffer: false });
  const frame = makeFrame([makeGroup(layers)]);
  await studio.stage.prepare(frame);
  studio.stage.draw(frame, picture.region, picture.target);
  picture.render(0, signal);
  const pixels = new Uint8Array(SIZE.width * SIZE.height * 4);
  studio.renderer.readRenderTargetPixels(signal, 0, 0, SIZE.width, SIZE.height, pixels);
  signal.dispose();
  picture.dispose();
  return upright(pixels, SIZE);
};
const bands = makeLayer('gradient', {
  parameters: { from: '#203080', to: '#ffd080', angle: 0, length: 32 },
});

describe('the building at night', () => {
  test.each<[string, Gaze, Parameters<typeof makeGroup>[0]]>([
    ['dark', FRONT, []],
    ['lit', FRONT, [bands]],
    ['aside', ASIDE, [bands]],
  ])('golden image: %s', async (name, gaze, layers) => {
    expect(await goldenOf(`public-${name}`, await shoot(gaze, layers))).toBe(same);
  });
  test('stone takes the show’s light, glass hardly any, the sky a breath of it', async () => {
    const [dark, lit] = [await shoot(FRONT, []), await shoot(FRONT, [makeSolid('white', '#ffffff')])];
    const gain = (x: number, y: number): number => {
      const at = ({ pixels }: Picture) => (pixels[(y * SIZE.width + x) * 4 + 1] ?? 0) / 255;
      return at(lit) ** 2.2 - at(dark) ** 2.2;
    };
    const [stone, glass, sky] = [gain(93, 140), gain(160, 140), gain(160, 8)];
    expect(stone).toBeGreaterThan(0.35);
    expect(glass).toBeLessThan(stone / 4);
    expect(sky).toBeLessThan(0.02);
    expect(sky).toBeGreaterThan(0);
  });
});
