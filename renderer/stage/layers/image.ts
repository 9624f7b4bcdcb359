import * as THREE from 'three';
import type { ImageParameters } from '../../../core/layers/image.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createPlacement } from './placement.ts';

type Loaded = { texture: THREE.Texture; width: number; height: number };

export const create = (context: LayerContext): StageLayer<ImageParameters> => {
  const placement = createPlacement(context);
  let wanted: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let loaded: Loaded | null = null;
  let isDisposed = false;

  const take = (media: string | null): Promise<void> => {
    if (media === wanted) return loading;
    wanted = media;
    loading = media === null ? Promise.resolve() : read(media);
    return loading;
  };
  const read = async (media: string): Promise<void> => {
    const next = await load(context, media);
    if (isDisposed || wanted !== media) return next.texture.dispose();
    loaded?.texture.dispose();
    loaded = next;
  };
  return {
    object: placement.object,
    direct: { kind: 'paint', materials: [placement.material] },
    extent: () => placement.extent(),
    prepare: (_times, p) => take(p.media),
    update(_times, p) {
      take(p.media).catch((error: unknown) =>
        context.report({ code: 'image-unreadable', message: String(error), path: p.media ?? '' }),
      );
      const shown = p.media === null ? null : loaded;
      placement.set(shown?.texture ?? null, shown ?? { width: 1, height: 1 }, p);
    },
    dispose() {
      isDisposed = true;
      loaded?.texture.dispose();
      placement.dispose();
    },
  };
};

/** An SVG has no pixels of its own: it is drawn as dense as the canvas needs. */
const load = async (context: LayerContext, media: string): Promise<Loaded> => {
  const picture = new Image();
  picture.src = context.mediaUrl(media);
  try {
    await picture.decode();
  } catch (error) {
    throw new Error(`${media} can't be read as a picture; check the file`, { cause: error });
  }
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
