import * as THREE from 'three';
import { decodedImage } from './decoded-image.ts';
import type { LayerContext } from './layer.ts';

/** A picture as a texture, decoded from sRGB by the hardware, with levels for a smaller size. */
export type Picture = { texture: THREE.Texture; width: number; height: number };

export const unreadable = (media: string, error: unknown): string =>
  `${media} can't be read as a picture; check the file (${error instanceof Error ? error.message : String(error)})`;

/** An SVG has no pixels of its own: it is drawn as large as it says. Rejects where the file can't be read. */
export const loadPicture = async (context: LayerContext, media: string): Promise<Picture> => {
  const picture = await decodedImage(context.mediaUrl(media)).catch((error: unknown) => {
    throw new Error(unreadable(media, error), { cause: error });
  });
  const limit = context.renderer.capabilities.maxTextureSize;
  const [w, h] = [picture.naturalWidth || 1024, picture.naturalHeight || 1024];
  const scale = Math.min(1, limit / w, limit / h);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(w * scale));
  canvas.height = Math.max(1, Math.round(h * scale));
  const pen = canvas.getContext('2d');
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    pen?.getImageData(0, 0, 1, 1);
  } catch (error) {
    // The browser lets no page see what an SVG with a piece of HTML has drawn, and says so to nobody.
    throw new Error(`${media} holds a <foreignObject>, which can't be shown; draw it as shapes`, {
      cause: error,
    });
  }
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.premultiplyAlpha = false;
  texture.generateMipmaps = true;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  return { texture, width: canvas.width, height: canvas.height };
};

/** One picture at a time, the newest that was asked for. */
export interface PictureHolder {
  want(media: string | null): Promise<void>;
  /** Asks for it and says what is there. Trouble is reported. */
  shown(media: string | null): Picture | null;
  dispose(): void;
}
export const createPictureHolder = (context: LayerContext): PictureHolder => {
  let wanted: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let loaded: Picture | null = null;
  let isDisposed = false;
  const read = async (media: string): Promise<void> => {
    const next = await loadPicture(context, media);
    if (isDisposed || wanted !== media) return next.texture.dispose();
    loaded?.texture.dispose();
    loaded = next;
  };
  const want = (media: string | null): Promise<void> => {
    if (media === wanted) return loading;
    wanted = media;
    loading = media === null ? Promise.resolve() : read(media);
    return loading;
  };
  return {
    want,
    shown(media) {
      want(media).catch((error: unknown) =>
        context.report({ code: 'image-unreadable', message: String(error), path: media ?? '' }),
      );
      return media === null ? null : loaded;
    },
    dispose() {
      isDisposed = true;
      loaded?.texture.dispose();
    },
  };
};
