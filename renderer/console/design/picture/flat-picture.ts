import * as THREE from 'three';
import { areaPicture, type AreaPicture } from '../../../output/picture.ts';
import type { Rectangle } from '../../../stage/composite.pass.ts';
import { EncodePass } from '../../../stage/encode.pass.ts';
import type { Tint } from './onion.ts';
import { OnionPass } from './onion.pass.ts';

/** The canvas from closer or farther, with ghosts of other times laid over it. */
export interface FlatPicture extends AreaPicture {
  /** Where a ghost is drawn before it is laid over the picture. */
  readonly ghost: THREE.WebGLRenderTarget;
  /** After the picture itself; `ghost` is free again. */
  lay(tint: Tint): void;
}

export const flatPicture = (
  renderer: THREE.WebGLRenderer,
  region: Rectangle,
  size: { width: number; height: number },
): FlatPicture => {
  const area = areaPicture(renderer, region, size);
  const make = (): THREE.WebGLRenderTarget =>
    new THREE.WebGLRenderTarget(area.width, area.height, {
      type: THREE.HalfFloatType,
      colorSpace: THREE.LinearSRGBColorSpace,
      depthBuffer: false,
    });
  // Empty until somebody wants ghosts.
  let own: {
    ghost: THREE.WebGLRenderTarget;
    mixed: [THREE.WebGLRenderTarget, THREE.WebGLRenderTarget];
  } | null = null;
  let laid = 0;
  const targets = () => {
    own ??= { ghost: make(), mixed: [make(), make()] };
    return own;
  };
  const pass = new OnionPass();
  const encode = new EncodePass();
  return {
    get region() {
      return area.region;
    },
    get width() {
      return area.width;
    },
    get height() {
      return area.height;
    },
    target: area.target,
    get ghost() {
      return targets().ghost;
    },
    look(next, room) {
      area.look(next, room);
      laid = 0;
      if (own) for (const each of [own.ghost, ...own.mixed]) each.setSize(area.width, area.height);
    },
    lay(tint) {
      const { ghost, mixed } = targets();
      const below = laid === 0 ? area.target : mixed[(laid + 1) % 2];
      const into = mixed[laid % 2];
      if (below && into) pass.render(renderer, below.texture, ghost.texture, tint, into);
      laid += 1;
    },
    render(frame, into = null) {
      const top = laid === 0 ? null : own?.mixed[(laid + 1) % 2];
      if (top) encode.render(renderer, top.texture, into);
      else area.render(frame, into);
    },
    dispose() {
      for (const owner of [area, pass, encode, ...(own ? [own.ghost, ...own.mixed] : [])]) owner.dispose();
    },
  };
};
