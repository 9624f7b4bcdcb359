import * as THREE from 'three';
import type { FilmPicture } from '../film.ts';
import type { LayerContext } from '../layer.ts';
import type { Uniforms } from '../material.ts';
import { createPlacement, type Placed } from './placement.ts';

/** A film's picture in its place, by a fragment that begins with `filmSampling`. */
export const createFilmLook = (context: LayerContext, fragment: string, more: Uniforms = {}) => {
  const uniforms = {
    uAlpha: { value: null as THREE.Texture | null },
    uLast: { value: new THREE.Vector2(1, 1) },
    uIsYCoCg: { value: false },
    uHasAlpha: { value: false },
  };
  const placement = createPlacement(context, { fragment, uniforms: { ...more, ...uniforms } });
  const show = (picture: FilmPicture | null, p: Placed): void => {
    if (picture === null) return placement.set(null, { width: 1, height: 1 }, p);
    const { texture, alpha, coding, width, height, share, isTopFirst } = picture;
    placement.set(texture, { width, height }, p);
    const { crop } = placement;
    if (isTopFirst) crop.set(crop.x, 1 - crop.y, crop.z, -crop.w);
    crop.multiply(new THREE.Vector4(share.x, share.y, share.x, share.y));
    uniforms.uLast.value.set(((width - 0.5) / width) * share.x, ((height - 0.5) / height) * share.y);
    uniforms.uIsYCoCg.value = coding === 'ycocg';
    uniforms.uAlpha.value = alpha;
    uniforms.uHasAlpha.value = alpha !== null;
  };
  return { ...placement, show };
};

/** A whole texture that is light, or coded as its reader knows. */
export const plainPicture = (texture: THREE.Texture, width: number, height: number): FilmPicture => ({
  texture,
  alpha: null,
  coding: 'rgb',
  width,
  height,
  share: { x: 1, y: 1 },
  isTopFirst: false,
});
