import * as THREE from 'three';
import { hapCodecs, paddedSize, type HapTexture } from '../../../core/media/hap/codec.ts';
import type { FilmPicture } from '../film.ts';
import type { HapFrame, HapHead } from './hap-reader.ts';

/** The textures of a HAP film: made once, filled with each frame as it is, without a conversion. */
export const createHapTextures = (head: HapHead) => {
  const made = new Map<string, THREE.Texture>();
  const padded = paddedSize(head);
  const fill = ({ texture: kind, data }: HapFrame['layers'][number]): void => {
    const texture = made.get(kind) ?? (kind === 'plain' ? plainTexture(head) : blockTexture(kind, padded));
    made.set(kind, texture);
    if (texture instanceof THREE.CompressedTexture) texture.mipmaps = [{ data, ...padded }];
    else texture.image = { data, width: head.width, height: head.height };
    texture.needsUpdate = true;
  };
  const isPlain = (): boolean => made.has('plain');
  return {
    show: (frame: HapFrame): void => frame.layers.forEach(fill),
    get picture(): FilmPicture {
      const [main] = hapCodecs[head.codec].textures;
      const share = { x: head.width / padded.width, y: head.height / padded.height };
      return {
        texture: made.get('plain') ?? made.get(main) ?? null,
        alpha: made.get('alpha') ?? null,
        coding: main === 'ycocg' && !isPlain() ? 'ycocg' : 'rgb',
        width: head.width,
        height: head.height,
        share: isPlain() ? { x: 1, y: 1 } : share,
        isTopFirst: true,
      };
    },
    dispose(): void {
      for (const texture of made.values()) texture.dispose();
    },
  };
};

const formats = {
  rgb: [THREE.RGB_S3TC_DXT1_Format, THREE.SRGBColorSpace],
  rgba: [THREE.RGBA_S3TC_DXT5_Format, THREE.SRGBColorSpace],
  // Scaled chroma is no colour yet: the card must not decode it as one.
  ycocg: [THREE.RGBA_S3TC_DXT5_Format, THREE.NoColorSpace],
  alpha: [THREE.RED_RGTC1_Format, THREE.NoColorSpace],
} as const satisfies Record<HapTexture, readonly [THREE.CompressedPixelFormat, string]>;

const blockTexture = (
  kind: HapTexture,
  { width, height }: { width: number; height: number },
): THREE.Texture => {
  const [format, colorSpace] = formats[kind];
  const texture = new THREE.CompressedTexture([], width, height, format, THREE.UnsignedByteType);
  texture.colorSpace = colorSpace;
  return smooth(texture);
};
const plainTexture = ({ width, height }: HapHead): THREE.Texture => {
  const texture = new THREE.DataTexture(null, width, height);
  texture.colorSpace = THREE.SRGBColorSpace;
  return smooth(texture);
};
const smooth = (texture: THREE.Texture): THREE.Texture => {
  texture.magFilter = THREE.LinearFilter;
  texture.minFilter = THREE.LinearFilter;
  texture.generateMipmaps = false;
  return texture;
};
