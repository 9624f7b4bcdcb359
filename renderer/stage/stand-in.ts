import type { LiveParameters } from '../../core/layers/live.ts';
import { openFilm, type Film, type FilmPicture } from './film.ts';
import type { LayerContext } from './layer.ts';
import { plainPicture } from './layers/film-look.ts';
import { loadPicture, type Picture } from './picture.ts';
import { drawTestCard } from './test-card.ts';

/** What stands for a live input where the picture must be reproducible: the show's own medium, else a test card. */
type Wanted = Pick<LiveParameters, 'standIn' | 'input'>;
export interface StandIn {
  /** `at`: seconds from the clip's start, over which a film runs in a loop. */
  want(wanted: Wanted, at: number): Promise<void>;
  /** null: it isn't there (yet). */
  picture(wanted: Wanted): FilmPicture | null;
  dispose(): void;
}
type Source = { kind: 'film'; film: Film } | { kind: 'still'; still: Picture };
const keyOf = ({ standIn, input }: Wanted): string => standIn ?? `card:${input}`;

export const createStandIn = (context: LayerContext): StandIn => {
  let key: string | null = null;
  let opening: Promise<Source | null> = Promise.resolve(null);
  let source: Source | null = null;
  let isDisposed = false;

  const open = async (wanted: Wanted, own: string): Promise<Source | null> => {
    const next = await sourceOf(context, wanted);
    if (isDisposed || key !== own) return letGo(next);
    letGo(source);
    source = next;
    return next;
  };
  const opened = (wanted: Wanted): Promise<Source | null> => {
    const own = keyOf(wanted);
    if (own !== key) {
      key = own;
      opening = open(wanted, own);
    }
    return opening;
  };
  return {
    async want(wanted, at) {
      const found = await opened(wanted);
      if (found?.kind !== 'film') return;
      const { duration } = found.film;
      await found.film.seek(duration > 0 ? at % duration : 0);
    },
    picture(wanted) {
      opened(wanted).catch((error: unknown) =>
        context.report({ code: 'image-unreadable', message: String(error), path: '.parameters.standIn' }),
      );
      if (source?.kind === 'film') return source.film.picture;
      return source && plainPicture(source.still.texture, source.still.width, source.still.height);
    },
    dispose() {
      isDisposed = true;
      letGo(source);
    },
  };
};

const letGo = (source: Source | null): null => {
  if (source?.kind === 'film') source.film.dispose();
  else source?.still.texture.dispose();
  return null;
};

const sourceOf = async (context: LayerContext, { standIn, input }: Wanted): Promise<Source> => {
  if (standIn === null) return { kind: 'still', still: await drawTestCard(input, context.language) };
  const url = context.mediaUrl(standIn);
  if (await isFilm(url)) return { kind: 'film', film: await openFilm(url, context.renderer.extensions) };
  return { kind: 'still', still: await loadPicture(context, standIn) };
};
/** A layer knows ids: what lies behind one the server says. */
const isFilm = async (url: string): Promise<boolean> => {
  const reply = await fetch(url, { method: 'HEAD' });
  return reply.headers.get('content-type')?.startsWith('video/') === true;
};
