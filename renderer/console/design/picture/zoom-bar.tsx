import { useWords } from '../../use-link.ts';
import type { SightDesk } from './use-sight.ts';

/** How close this page is to the wall: 100 % shows each of the show's own pixels. */
export const ZoomBar = ({ desk }: { desk: SightDesk }) => {
  const t = useWords();
  return (
    <fieldset className="zoom-bar" aria-label={t('pictureZoom')}>
      <button
        type="button"
        aria-label={t('pictureFarther')}
        title={t('pictureFarther')}
        onClick={() => desk.zoom(1 / 1.5)}
      >
        −
      </button>
      <button type="button" title={t('pictureActual')} onClick={desk.actual}>
        <output>{desk.percent} %</output>
      </button>
      <button
        type="button"
        aria-label={t('pictureCloser')}
        title={t('pictureCloser')}
        onClick={() => desk.zoom(1.5)}
      >
        +
      </button>
      <button
        type="button"
        aria-pressed={desk.isWhole}
        aria-label={t('pictureWhole')}
        title={t('pictureWhole')}
        onClick={desk.whole}
      >
        ⤢
      </button>
    </fieldset>
  );
};
