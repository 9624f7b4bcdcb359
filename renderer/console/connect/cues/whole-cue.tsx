import { numberAfter } from '../../../../core/show/cue-edit.ts';
import { Sure } from '../../control/sure.tsx';
import { useConnected, useWords } from '../../use-link.ts';
import type { CueProps } from './cue-editor.tsx';
import { useNamers } from './namers.tsx';
import { useNewCue } from './use-new-cue.ts';

/** What is done to a cue as a whole: another after it, the same again, away with it. */
export const WholeCue = (props: CueProps) => {
  const t = useWords();
  const { show, document, cue, record, drafts, edits } = props;
  const isConnected = useConnected();
  const namers = useNamers(document, cue);
  const made = useNewCue(props);
  const number = numberAfter(show.cues, cue.id);
  const next = show.cues[show.cues.indexOf(cue) + 1];
  // The first can have one before it; everything else stands behind another.
  const before = show.cues[0] === cue ? numberAfter(show.cues, null) : null;
  const remove = async (): Promise<void> => {
    if (await edits.edit({ label: `remove cue ${cue.number}`, remove: [cue.id] })) drafts.drop(cue.id);
  };
  return (
    <div className="whole-cue">
      <div className="record-actions">
        {before !== null && (
          <button type="button" disabled={!isConnected} onClick={() => made.insert(before)}>
            + {t('cueNewBefore', { number: cue.number })}
            <small>{t(made.isPlaying ? 'cueAtPresent' : 'cueNoPlace')}</small>
          </button>
        )}
        <button
          type="button"
          disabled={!isConnected || number === null}
          onClick={() => number !== null && made.insert(number)}
        >
          + {t('cueNewAfter', { number: cue.number })}
          <small>{t(made.isPlaying ? 'cueAtPresent' : 'cueNoPlace')}</small>
        </button>
        <button
          type="button"
          disabled={!isConnected || number === null}
          onClick={() => number !== null && made.copy(number, record)}
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
