import * as THREE from 'three';
import { filmTime, upcomingTime, type VideoParameters } from '../../../core/layers/video.ts';
import { openFilm, type Film, type FilmPicture } from '../film.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createPlacement } from './placement.ts';
import { videoFragment } from './video.glsl.ts';

/** Films: exact mode decodes the one frame before it is drawn; live mode shows the newest decoded frame ≤ t. */
export const create = (context: LayerContext): StageLayer<VideoParameters> => {
  const uniforms = {
    uAlpha: { value: null as THREE.Texture | null },
    uLast: { value: new THREE.Vector2(1, 1) },
    uIsYCoCg: { value: false },
    uHasAlpha: { value: false },
  };
  const placement = createPlacement(context, { fragment: videoFragment, uniforms });
  let media: string | null = null;
  let opening: Promise<Film> | null = null;
  let film: Film | null = null;
  let isDisposed = false;
  let before: number | null = null;

  const open = (p: VideoParameters): Promise<Film> | null => {
    if (p.media === media) return opening;
    media = p.media;
    film?.dispose();
    film = null;
    const own = media === null ? null : openFilm(context.mediaUrl(media), context.renderer.extensions);
    opening = own;
    own?.then(
      (opened) => {
        // Another one was wanted meanwhile, or none.
        if (isDisposed || opening !== own) return opened.dispose();
        film = opened;
        if (opened.note !== null)
          context.report({ code: 'film-in-software', message: opened.note, path: p.media ?? '' });
      },
      (error: unknown) => failed(p, error),
    );
    return opening;
  };
  const failed = (p: VideoParameters, error: unknown): void =>
    context.report({ code: 'film-unreadable', message: String(error), path: p.media ?? '' });
  const clockOf = (times: LayerTimes, p: VideoParameters): number =>
    p.clock === 'free' ? times.free : times.position;
  const follow = (opened: Film, times: LayerTimes, p: VideoParameters): void => {
    const t = clockOf(times, p);
    const now = filmTime(p, t, opened.duration);
    const next = upcomingTime(p, t, before, opened);
    before = t;
    opened.follow(now, next, (error) => failed(p, error));
  };
  const draw = (picture: FilmPicture | null, p: VideoParameters): void => {
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
  return {
    object: placement.object,
    isPlaying: true,
    direct: { kind: 'paint', materials: [placement.material] },
    extent: () => placement.extent(),
    async prepare(times, p) {
      const opened = await open(p);
      await opened?.seek(filmTime(p, clockOf(times, p), opened.duration));
    },
    update(times, p) {
      void open(p)?.catch(() => undefined);
      if (film && context.mode === 'live') follow(film, times, p);
      draw(film?.picture ?? null, p);
    },
    dispose() {
      isDisposed = true;
      film?.dispose();
      placement.dispose();
    },
  };
};
