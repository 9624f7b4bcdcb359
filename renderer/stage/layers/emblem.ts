import * as THREE from 'three';
import { flattenPath } from '../../../core/facade/path.ts';
import type { FigureParameters } from '../../../core/layers/figure.ts';
import { boundsOf } from '../geometry/fill.ts';
import { decodedImage } from '../decoded-image.ts';
import type { LayerContext } from '../layer.ts';
import { unreadable } from '../picture.ts';

/** A silhouette (red: ink) in a square texture, from a picture's alpha or from path data, as dense as it is shown. */
const SMALLEST = 64;
const LARGEST = 1024;

export const createEmblem = (context: LayerContext) => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  const uniform = { value: null as THREE.Texture | null };
  let picture: HTMLImageElement | null = null;
  let wanted: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let built = '';

  const want = (p: FigureParameters): Promise<void> => {
    if (p.emblem === wanted) return loading;
    wanted = p.emblem;
    picture = null;
    loading = p.emblem === null ? Promise.resolve() : load(p.emblem);
    return loading;
  };
  const load = async (media: string): Promise<void> => {
    const next = await decodedImage(context.mediaUrl(media)).catch((error: unknown) => {
      throw new Error(unreadable(media, error), { cause: error });
    });
    if (wanted === media) picture = next;
  };
  return {
    uniform,
    want,
    /** @returns whether there is a silhouette to show, `side` metres wide. */
    draw(p: FigureParameters, side: number): boolean {
      want(p).catch((error: unknown) =>
        context.report({ code: 'image-unreadable', message: String(error), path: p.emblem ?? '' }),
      );
      if (picture === null && p.emblemPath === '') return false;
      const size = Math.min(LARGEST, Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(side * context.density))));
      const key = JSON.stringify([picture?.src, p.emblemPath, size]);
      if (key === built) return true;
      built = key;
      [canvas.width, canvas.height] = [size, size];
      if (picture) drawPicture(pen, picture, size);
      else drawPath(pen, p.emblemPath, size, context);
      inkOf(pen, size);
      uniform.value?.dispose();
      const texture = new THREE.CanvasTexture(canvas);
      texture.colorSpace = THREE.NoColorSpace;
      texture.minFilter = THREE.LinearMipmapLinearFilter;
      uniform.value = texture;
      return true;
    },
    dispose(): void {
      wanted = null;
      uniform.value?.dispose();
    },
  };
};

const drawPicture = (pen: CanvasRenderingContext2D, picture: HTMLImageElement, size: number): void => {
  const [w, h] = [picture.naturalWidth || 1, picture.naturalHeight || 1];
  const scale = size / Math.max(w, h);
  pen.drawImage(picture, (size - w * scale) / 2, (size - h * scale) / 2, w * scale, h * scale);
};
const drawPath = (pen: CanvasRenderingContext2D, path: string, size: number, context: LayerContext): void => {
  const lines = flattenPath(path, 1e-3);
  if (!lines.ok) {
    context.report({ code: lines.code, message: lines.message, path: 'parameters.emblemPath' });
    return;
  }
  const box = boundsOf(lines.value.flatMap((line) => line.points));
  const scale = size / Math.max(box.width, box.height);
  pen.setTransform(
    scale,
    0,
    0,
    -scale,
    size / 2 - scale * (box.x + box.width / 2),
    size / 2 + scale * (box.y + box.height / 2),
  );
  pen.fill(new Path2D(path), 'evenodd');
  pen.setTransform(1, 0, 0, 1, 0, 0);
};
/** What was drawn, whatever its colour, becomes red on black. */
const inkOf = (pen: CanvasRenderingContext2D, size: number): void => {
  pen.globalCompositeOperation = 'source-in';
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, size, size);
  pen.globalCompositeOperation = 'destination-over';
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, size, size);
  pen.globalCompositeOperation = 'source-over';
};
