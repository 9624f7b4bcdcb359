import { useState } from 'react';
import { tapped, type Tempo } from '../../../core/show/timeline-edit/tempo.ts';
import { useWords } from '../use-link.ts';
import { MenuField } from './menu-field.tsx';

/** The tempo in force at the playhead: typed, tapped, begun anew from there. */
type Props = {
  tempo: Tempo | null;
  edits: {
    setTempo(fields: Partial<Tempo>): void;
    divideTempo(): void;
    removeTempo(): void;
  };
};

export const TempoFields = ({ tempo, edits }: Props) => {
  const t = useWords();
  const [taps, setTaps] = useState<readonly number[]>([]);
  const heard = tapped(taps);
  const tap = ({ timeStamp }: { timeStamp: number }) => setTaps([...taps.slice(-15), timeStamp / 1000]);
  const bpm = String(tempo?.bpm ?? '');
  const beats = String(tempo?.beats ?? '');
  return (
    <fieldset className="tempo-fields" aria-label={t('designTempo')}>
      <MenuField
        key={`bpm ${tempo?.at} ${bpm}`}
        label={t('designTempoBpm')}
        value={bpm}
        onDone={(text) => edits.setTempo({ bpm: Number(text.replace(',', '.')) })}
      />
      <MenuField
        key={`beats ${tempo?.at} ${beats}`}
        label={t('designTempoBeats')}
        value={beats}
        onDone={(text) => edits.setTempo({ beats: Number(text) })}
      />
      <div className="tempo-buttons">
        <button
          type="button"
          onPointerDown={tap}
          // A press of the keyboard comes as a click without a pointer.
          onClick={(event) => {
            if (event.detail === 0) tap(event);
          }}
        >
          {heard === null ? t('designTap') : t('designTapped', { bpm: heard })}
        </button>
        <button
          type="button"
          disabled={heard === null}
          onClick={() => {
            if (heard !== null) edits.setTempo({ bpm: heard });
            setTaps([]);
          }}
        >
          {t('designTapTake')}
        </button>
      </div>
      <div className="tempo-buttons">
        <button type="button" onClick={edits.divideTempo}>
          {t('designTempoHere')}
        </button>
        <button type="button" disabled={tempo === null} onClick={edits.removeTempo}>
          {t('designTempoRemove')}
        </button>
      </div>
    </fieldset>
  );
};
