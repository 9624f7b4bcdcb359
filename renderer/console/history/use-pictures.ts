import { useEffect, useRef } from 'react';
import { useSession } from '../pairing/session.ts';
import { useLink, useTopic } from '../use-link.ts';

/**
 * A small picture of each step, taken off the preview that was drawn anyway, once a revision. Not on a machine on which
 * the show plays: nothing may cost it a frame.
 */
const WIDTH = 160;
const QUALITY = 0.6;

export const useHistoryPictures = (): void => {
  const link = useLink();
  const { isNear, mayDesign } = useSession();
  const where = useTopic('draftShow') ? 'draft' : 'programme';
  const isPlaying = useTopic('status')?.playbacks.some(({ state }) => state !== 'ghost') ?? true;
  const mayTake = mayDesign && !(isNear && isPlaying);
  const taken = useRef('');
  useEffect(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.design-preview canvas');
    if (!canvas || !mayTake) return undefined;
    const take = (): void => {
      const revision = Number(canvas.dataset['drawn']?.split('@')[0]);
      const key = `${where} ${revision}`;
      if (!Number.isInteger(revision) || taken.current === key || canvas.dataset['view'] !== 'canvas') return;
      taken.current = key;
      const picture = pictureOf(canvas);
      if (picture !== null) void link.verb('history/picture', { where, revision, picture });
    };
    // Called in the task that drew: afterwards the canvas has nothing to be read.
    const observer = new MutationObserver(take);
    observer.observe(canvas, { attributes: true, attributeFilter: ['data-drawn'] });
    return () => observer.disconnect();
  }, [link, where, mayTake]);
};

const pictureOf = (canvas: HTMLCanvasElement): string | null => {
  const small = document.createElement('canvas');
  small.width = WIDTH;
  small.height = Math.max(1, Math.round((WIDTH * canvas.height) / canvas.width));
  const pen = small.getContext('2d');
  if (!pen) return null;
  pen.drawImage(canvas, 0, 0, small.width, small.height);
  return small.toDataURL('image/jpeg', QUALITY);
};
