import * as THREE from 'three';

/** A canvas whose channels are amounts of ink, not colours, without levels for a smaller size. */
export const inkTextureOf = (canvas: HTMLCanvasElement): THREE.Texture => {
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.NoColorSpace;
  texture.generateMipmaps = false;
  texture.minFilter = THREE.LinearFilter;
  return texture;
};
