import * as THREE from 'three';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { Gaze } from '../../core/facade/viewpoint.ts';
import { EncodePass } from '../stage/encode.pass.ts';
import { createPublicScene } from '../stage/public/public-scene.ts';
import type { Picture } from './picture.ts';

/** The building with the show on it from the public's place. */
export interface PublicPicture extends Picture {
  /** From the next `render` on. */
  look(gaze: Gaze): void;
  /** As fine as it was made for, in another shape. */
  resize(size: Size): void;
}
type Size = { width: number; height: number };
/** Texels of the canvas a pixel of the picture where it is nearest, and the most across. */
const FINE = 1.25;
const MOST = 4096;

export const publicPicture = (
  renderer: THREE.WebGLRenderer,
  facade: FacadeModel,
  gaze: Gaze,
  size: Size,
): PublicPicture => {
  const density = densityOf(size.width, gaze);
  const scene = createPublicScene(renderer, facade, density * FINE);
  const encode = new EncodePass();
  const target = canvasFor(facade, density);
  const light = new THREE.WebGLRenderTarget(whole(size.width), whole(size.height), {
    type: THREE.HalfFloatType,
    colorSpace: THREE.LinearSRGBColorSpace,
    samples: 4,
  });
  let now = gaze;
  return {
    region: { x: 0, y: 0, width: facade.width, height: facade.height },
    target,
    get width() {
      return light.width;
    },
    get height() {
      return light.height;
    },
    look: (next) => (now = next),
    resize: (next) => light.setSize(whole(next.width), whole(next.height)),
    render(_frame, into = null) {
      scene.draw(target, now, light);
      encode.render(renderer, light.texture, into);
    },
    dispose() {
      for (const owner of [scene, encode, target, light]) owner.dispose();
    },
  };
};

const whole = (pixels: number): number => Math.max(1, Math.round(pixels));
/** As fine as the picture is where the wall is nearest, so that a caption is no softer than a person would see it. */
const densityOf = (width: number, { eye, lens }: Gaze): number =>
  ((width * lens) / 36 / Math.max(5, eye[2])) * FINE;

const canvasFor = (facade: FacadeModel, density: number): THREE.WebGLRenderTarget => {
  const across = Math.round(Math.min(MOST, Math.max(512, density * facade.width)));
  return new THREE.WebGLRenderTarget(across, Math.round((across * facade.height) / facade.width), {
    type: THREE.HalfFloatType,
    colorSpace: THREE.LinearSRGBColorSpace,
    depthBuffer: false,
    generateMipmaps: true,
    minFilter: THREE.LinearMipmapLinearFilter,
    magFilter: THREE.LinearFilter,
    anisotropy: 4,
  });
};
