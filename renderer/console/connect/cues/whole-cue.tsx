import { freeCueId, numberAfter } from '../../../../core/show/cue-edit.ts';
import { Sure } from '../../control/sure.tsx';
import { useConnected, useLink, useTopic, useWords } from '../../use-link.ts';
import { word } from '../../words.ts';
import { mainPosition } from './cue-draft.ts';
import type { CueProps } from './cue-editor.tsx';
import { useNamers } from './namers.tsx';

/** What is done to a cue as a whole: another after it, the same again, away with it. */
export const WholeCue = ({ show, document, cue, record, drafts, edits, onChoose }: CueProps) => {
  const t = useWords();
  const link = useLink();
  const isConnected = useConnected();
  const namers = useNamers(document, cue);
  useTopic('plans'); // a start or an end of main changes what the button says
  const isPlaying = mainPosition(link, show) !== null;
  const number = numberAfter(show.cues, cue.id);
  const next = show.cues[show.cues.indexOf(cue) + 1];
  const add = async (label: string, fields: Record<string, unknown>): Promise<void> => {
    if (number === null) return;
    const id = freeCueId(document.records, number);
    if (await edits.edit({ label: `${label} ${number}`, put: { [id]: { ...fields, number } } })) onChoose(id);
  };
  const insert = (): void => {
    const position = mainPosition(link, show);
    const at = position === null ? null : { timeline: show.show.main, position };
    void add('new cue', { name: { fr: word('fr', 'cueNewName'), en: word('en', 'cueNewName') }, at });
  };
  const remove = async (): Promise<void> => {
    if (await edits.edit({ label: `remove cue ${cue.number}`, remove: [cue.id] })) drafts.drop(cue.id);
  };
  return (
    <div className="whole-cue">
      <div className="record-actions">
        <button type="button" disabled={!isConnected || number === null} onClick={insert}>
          + {t('cueNewAfter', { number: cue.number })}
          <small>{t(isPlaying ? 'cueAtPresent' : 'cueNoPlace')}</small>
        </button>
        <button
          type="button"
          disabled={!isConnected || number === null}
          onClick={() => void add('duplicate cue', record)}
        >
          {t('duplicate')}
        </button>
        <Sure
          label={t('remove')}
          sure={t('removeSure', { name: cue.number })}
          disabled={!isConnected || namers.show !== ''}
          onSure={() => void remove()}
        />
      </div>
      {number === null && next && (
        <p className="amber-text">{t('cueNoRoom', { before: cue.number, after: next.number })}</p>
      )}
      {namers.show !== '' && (
        <p className="hint">
          {t('cueNamedBy', { number: cue.number })} {namers.show}. {t('cueNamedFirst')}
        </p>
      )}
      {namers.station !== '' && (
        <p className="hint">
          {t('cueNamedBy', { number: cue.number })} {namers.station}.
        </p>
      )}
    </div>
  );
};
