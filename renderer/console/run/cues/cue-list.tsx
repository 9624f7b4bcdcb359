import { memo } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { useWords } from '../../use-link.ts';
import { useStatus } from '../status.ts';
import { useFrame } from '../use-frame.tsx';
import { CueRow, type RowState } from './cue-row.tsx';

type Props = {
  show: CompiledShow;
  onChoose: (cue: CompiledCue) => void;
  onCard: (cue: CompiledCue) => void;
};

/**
 * Every cue in numeric order; standby keeps to the middle by itself. Rows off the screen are not laid out by the
 * browser (run.css), and a row is drawn again only when its own state changes: 500 cues cost what three do.
 */
export const CueList = memo(function CueList({ show, onChoose, onCard }: Props) {
  const t = useWords();
  const cues = useStatus((status) => status.cues) ?? { current: null, standby: null };
  const going = useFrame((frame) => ({
    armed: frame?.resolved.plan.armed?.cue ?? null,
    waiting: frame?.resolved.plan.waiting.map(({ cue }) => cue) ?? [],
  }));
  const first = show.cues.find((cue) => cue.at && !cue.disarmed)?.id ?? show.cues[0]?.id;
  const stateOf = (cue: CompiledCue): RowState => {
    const number = normaliseCueNumber(cue.number);
    if (cue.id === going.armed) return 'armed';
    if (number === cues.current) return 'current';
    if (number === cues.standby) return 'standby';
    return going.waiting.includes(cue.id) ? 'waiting' : '';
  };
  if (show.cues.length === 0) return <p className="hint none">{t('noCues')}</p>;
  const hasStandby = show.cues.some((cue) => normaliseCueNumber(cue.number) === cues.standby);
  return (
    <ol className="cue-list" aria-label={t('cues')}>
      {show.cues.map((cue) => {
        const state = stateOf(cue);
        return (
          <CueRow
            key={cue.id}
            show={show}
            cue={cue}
            state={state}
            isStop={hasStandby ? state === 'standby' : cue.id === first}
            onChoose={onChoose}
            onCard={onCard}
          />
        );
      })}
    </ol>
  );
});
