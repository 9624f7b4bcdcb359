import type { Link } from '../link/link.ts';
import { answerMediaAsk, type Try } from '../link/media-ask.ts';
import { decodedImage } from '../stage/decoded-image.ts';
import { openFilm } from '../stage/film.ts';

/** Pictures and films as this page would draw them: decoded to pixels, not only opened. */
const picture: Try = async (url) => {
  const image = await decodedImage(url);
  if (image.naturalWidth === 0) throw new Error('it has no size');
};
const film: Try = async (url) => {
  const opened = await openFilm(url, null);
  try {
    // A decoder that can't do it may open the file and give no frame.
    if (!(await opened.seek(Math.min(0.1, opened.duration / 2)))) throw new Error('it gives no picture');
  } finally {
    opened.dispose();
  }
};

const model: Try = async (url) => {
  const [reply, { readModel }] = await Promise.all([fetch(url), import('../stage/model/load-model.ts')]);
  await readModel(await reply.arrayBuffer());
};

export const tryMediaWhenAsked = (link: Link): void => {
  answerMediaAsk(link, location.pathname.replace(/^\//, ''), {
    image: picture,
    svg: picture,
    video: film,
    model,
  });
};
