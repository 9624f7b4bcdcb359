import { memo } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { nameOfCue } from '../words-of.ts';
import { factsOf, placeText } from './cue-facts.ts';

export const ROW_STATES = ['current', 'standby', 'armed', 'waiting'] as const;
type Props = {
  show: CompiledShow;
  cue: CompiledCue;
  /** None, one, or several as `current standby`: a cue that a GO would start again. */
  states: string;
  /** The one row that Tab reaches; arrows walk from there. */
  isStop: boolean;
  onChoose: (cue: CompiledCue) => void;
  onCard: (cue: CompiledCue) => void;
};

/** A line of the list. Drawn again only when it is itself touched. */
export const CueRow = memo(function CueRow({ show, cue, states, isStop, onChoose, onCard }: Props) {
  const t = useWords();
  const language = useLanguage();
  const number = normaliseCueNumber(cue.number);
  const shown = ROW_STATES.filter((state) => states.split(' ').includes(state));
  return (
    <li
      className={`cue ${states} ${cue.at ? '' : 'sting'} ${cue.disarmed ? 'disarmed' : ''} ${cue.skip ? 'skipped' : ''}`}
      style={cue.colour === null ? undefined : { borderLeftColor: cue.colour }}
    >
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        onClick={() => onChoose(cue)}
        onContextMenu={(event) => {
          event.preventDefault();
          onCard(cue);
        }}
        aria-current={shown.includes('current') ? 'step' : undefined}
      >
        <span className="number">{number}</span>
        <span className="name">{nameOfCue(cue, language)}</span>
        <span className="facts">
          {shown.map((state) => (
            <b key={state} className={`state tone-${state === 'current' ? 'green' : 'amber'}`}>
              {`${MARKS[state]} ${t(WORDS[state])}`}
            </b>
          ))}
          <span className="where">{cue.at ? placeText(show, cue) : `✦ ${t('sting')}`}</span>
          {cue.disarmed && <b>{`✕ ${t('cueDisarmed')}`}</b>}
          {cue.skip && <b>{`⤼ ${t('cueSkipped')}`}</b>}
          {factsOf(show, cue).map(({ mark, word, values }) => (
            <span key={word}>{`${mark} ${t(word, values)}`}</span>
          ))}
        </span>
        {cue.note !== '' && <span className="note">{cue.note}</span>}
      </button>
      <button
        type="button"
        className="more"
        tabIndex={-1}
        aria-label={t('cueCard', { number })}
        onClick={() => onCard(cue)}
      >
        ⋯
      </button>
    </li>
  );
});

const MARKS = { current: '▶', standby: '●', armed: '◔', waiting: '◷' } as const;
const WORDS = { current: 'current', standby: 'standby', armed: 'goArmed', waiting: 'waits' } as const;
