import { compileShow } from '../../core/show/compile.ts';
import type { Link } from '../link/link.ts';
import { soundMedia, type Engine } from './engine.ts';

/** On a spare a sound's file may come after this page looked for it: once they are all here, all are read again. */
export const readLateMedia = (link: Link, { library }: Engine): void => {
  let isWaiting = false;
  link.subscribe('spare', (spare) => {
    const isWhole = spare === null || spare.media.done === spare.media.total;
    const show = link.get('show');
    if (isWaiting && isWhole && show !== undefined) {
      library.want([]);
      library.want(soundMedia(compileShow(show.document, show.revision)));
    }
    isWaiting = !isWhole;
  });
};
