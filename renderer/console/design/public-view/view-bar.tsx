import type { FacadeModel } from '../../../../core/facade/model.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { GazeDesk } from './use-gaze.ts';

/** Elevation or building, and from where. */
type Props = { facade: FacadeModel | null; desk: GazeDesk };

export const ViewBar = ({ facade, desk }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { gaze, viewpoint, look, reset } = desk;
  const isPublic = gaze !== null;
  return (
    <div className="view-bar">
      <button type="button" aria-pressed={!isPublic} onClick={() => look(null)}>
        {t('publicCanvas')}
      </button>
      <button
        type="button"
        aria-pressed={isPublic}
        disabled={!facade}
        onClick={() => (isPublic ? reset() : look(viewpoint))}
      >
        {t('publicView')}
      </button>
      {isPublic && (
        <>
          {facade && facade.viewpoints.length > 1 && (
            <select
              aria-label={t('publicFrom')}
              value={viewpoint}
              onChange={(event) => look(event.target.value)}
            >
              {facade.viewpoints.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name[language]}
                </option>
              ))}
            </select>
          )}
          <button type="button" onClick={reset}>
            {t('publicReset')}
          </button>
        </>
      )}
    </div>
  );
};
