import { memo, useEffect, useRef } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { useWords } from '../../use-link.ts';
import { useStatus } from '../status.ts';
import { useFrame } from '../use-frame.tsx';
import { CueRow, ROW_STATES } from './cue-row.tsx';

type Props = {
  show: CompiledShow;
  /** Rows are as high as the type is large. */
  size: string;
  onChoose: (cue: CompiledCue) => void;
  onCard: (cue: CompiledCue) => void;
};

/**
 * Every cue in numeric order; standby keeps to the middle by itself. Rows off the screen are not laid out by the
 * browser (run.css), and a row is drawn again only when its own state changes: 500 cues cost what three do.
 */
export const CueList = memo(function CueList({ show, size, onChoose, onCard }: Props) {
  const t = useWords();
  const cues = useStatus((status) => status.cues) ?? { current: null, standby: null };
  const going = useFrame((frame) => ({
    armed: frame?.resolved.plan.armed?.cue ?? null,
    waiting: frame?.resolved.plan.waiting.map(({ cue }) => cue) ?? [],
  }));
  const first = show.cues.find((cue) => cue.at && !cue.disarmed)?.id ?? show.cues[0]?.id;
  const statesOf = (cue: CompiledCue): string => {
    const number = normaliseCueNumber(cue.number);
    const is: Record<(typeof ROW_STATES)[number], boolean> = {
      current: number === cues.current,
      standby: number === cues.standby,
      armed: cue.id === going.armed,
      waiting: going.waiting.includes(cue.id),
    };
    return ROW_STATES.filter((state) => is[state]).join(' ');
  };
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const centre = (): void => centreStandby(list.current);
    centre();
    window.addEventListener('resize', centre);
    return () => window.removeEventListener('resize', centre);
  }, [cues.standby, show, size]);
  if (show.cues.length === 0) return <p className="hint none">{t('noCues')}</p>;
  const hasStandby = show.cues.some((cue) => normaliseCueNumber(cue.number) === cues.standby);
  return (
    <ol ref={list} className="cue-list" aria-label={t('cues')}>
      {show.cues.map((cue) => {
        const states = statesOf(cue);
        return (
          <CueRow
            key={cue.id}
            show={show}
            cue={cue}
            states={states}
            isStop={hasStandby ? normaliseCueNumber(cue.number) === cues.standby : cue.id === first}
            onChoose={onChoose}
            onCard={onCard}
          />
        );
      })}
    </ol>
  );
});

/** Only the list scrolls: scrollIntoView would also move a page that is longer than its screen. */
const centreStandby = (list: HTMLElement | null): void => {
  const row = list?.querySelector<HTMLElement>('.standby');
  if (list && row) list.scrollTop = row.offsetTop - (list.clientHeight - row.clientHeight) / 2;
};
