import { filmTime, upcomingTime, type VideoParameters } from '../../../core/layers/video.ts';
import { openFilm, type Film } from '../film.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createFilmLook } from './film-look.ts';
import { videoFragment } from './video.glsl.ts';

/** Films: exact mode decodes the one frame before it is drawn; live mode shows the newest decoded frame ≤ t. */
export const create = (context: LayerContext): StageLayer<VideoParameters> => {
  const look = createFilmLook(context, videoFragment);
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
  return {
    object: look.object,
    isPlaying: true,
    direct: { kind: 'paint', materials: [look.material] },
    extent: () => look.extent(),
    async prepare(times, p) {
      const opened = await open(p);
      await opened?.seek(filmTime(p, clockOf(times, p), opened.duration));
    },
    update(times, p) {
      void open(p)?.catch(() => undefined);
      if (film && context.mode === 'live') follow(film, times, p);
      look.show(film?.picture ?? null, p);
    },
    dispose() {
      isDisposed = true;
      film?.dispose();
      look.dispose();
    },
  };
};
