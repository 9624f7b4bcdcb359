import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { factsOf, placeText } from '../../run/cues/cue-facts.ts';
import { nameOfCue } from '../../run/words-of.ts';
import { useLanguage, useWords } from '../../use-link.ts';

type Props = {
  show: CompiledShow;
  chosen: string | null;
  current: string | null;
  isDirty: (id: string) => boolean;
  onChoose: (id: string) => void;
};

/** The show's cues in the order of their numbers: number, name, place, and its habits as Run shows them. */
export const CueRows = ({ show, chosen, current, isDirty, onChoose }: Props) => {
  const t = useWords();
  return (
    <nav className="record-list cue-rows" aria-label={t('cueListTitle')}>
      {show.cues.map((cue) => (
        <Row
          key={cue.id}
          show={show}
          cue={cue}
          isChosen={cue.id === chosen}
          isCurrent={cue.number === current}
          isDirty={isDirty(cue.id)}
          onChoose={onChoose}
        />
      ))}
    </nav>
  );
};

type RowProps = {
  show: CompiledShow;
  cue: CompiledCue;
  isChosen: boolean;
  isCurrent: boolean;
  isDirty: boolean;
  onChoose: (id: string) => void;
};
const Row = ({ show, cue, isChosen, isCurrent, isDirty, onChoose }: RowProps) => {
  const t = useWords();
  const language = useLanguage();
  return (
    <button type="button" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(cue.id)}>
      <b className="number">{cue.number}</b>
      <span className="name">{nameOfCue(cue, language)}</span>
      {cue.colour !== null && <i className="dot" style={{ background: cue.colour }} />}
      <small className="facts">
        {isCurrent && <b className="good">{`▶ ${t('current')}`}</b>}
        <span>{cue.at ? placeText(show, cue) : `✦ ${t('sting')}`}</span>
        {cue.disarmed && <b>{`✕ ${t('cueDisarmed')}`}</b>}
        {cue.skip && <b>{`⤼ ${t('cueSkipped')}`}</b>}
        {factsOf(show, cue).map(({ mark, word, values }) => (
          <span key={word}>{`${mark} ${t(word, values)}`}</span>
        ))}
        {isDirty && <b className="amber-text">{t('modified')}</b>}
      </small>
    </button>
  );
};
