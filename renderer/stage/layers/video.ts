import * as THREE from 'three';
import { filmTime, type VideoParameters } from '../../../core/layers/video.ts';
import { type Film, openFilm } from '../film.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createPlacement } from './placement.ts';

/** Films: exact mode decodes the one frame before it is drawn; live mode shows the newest decoded frame ≤ t. */
export const create = (context: LayerContext): StageLayer<VideoParameters> => {
  const placement = createPlacement(context);
  const canvas = document.createElement('canvas');
  let texture: THREE.CanvasTexture | null = null;
  let media: string | null = null;
  let opening: Promise<Film> | null = null;
  let film: Film | null = null;

  const open = (p: VideoParameters): Promise<Film> | null => {
    if (p.media === media) return opening;
    media = p.media;
    film?.dispose();
    film = null;
    opening = media === null ? null : openFilm(context.mediaUrl(media), canvas);
    opening?.then(
      (opened) => {
        film = opened;
      },
      (error: unknown) => failed(p, error),
    );
    return opening;
  };
  const failed = (p: VideoParameters, error: unknown): void =>
    context.report({ code: 'film-unreadable', message: String(error), path: p.media ?? '' });
  const at = (times: LayerTimes, p: VideoParameters, opened: Film): number =>
    filmTime(p, p.clock === 'free' ? times.free : times.position, opened.duration);
  /** A texture of the film's size, made again when the canvas's size changed. */
  const upload = (): void => {
    const image: unknown = texture?.userData['size'];
    const size = `${canvas.width}x${canvas.height}`;
    if (image !== size) {
      texture?.dispose();
      texture = new THREE.CanvasTexture(canvas);
      texture.colorSpace = THREE.SRGBColorSpace;
      texture.generateMipmaps = false;
      texture.minFilter = THREE.LinearFilter;
      texture.userData['size'] = size;
    }
    if (texture) texture.needsUpdate = true;
  };
  return {
    object: placement.object,
    direct: { kind: 'paint', materials: [placement.material] },
    extent: () => placement.extent(),
    async prepare(times, p) {
      const opened = await open(p);
      if (opened && (await opened.seek(at(times, p, opened)))) upload();
    },
    update(times, p) {
      void open(p)?.catch(() => undefined);
      if (film && context.mode === 'live')
        film.follow(at(times, p, film), upload, (error) => failed(p, error));
      const shown = film && texture && film.hasPicture ? texture : null;
      placement.set(shown, { width: canvas.width || 1, height: canvas.height || 1 }, p);
    },
    dispose() {
      film?.dispose();
      texture?.dispose();
      placement.dispose();
    },
  };
};
