import { nameOf } from '../../../../core/ids.ts';
import { SHORTEST_SECTION } from '../../../../core/playback/rehearse.ts';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { useEscape } from '../../escape.ts';
import { useFocusInside } from '../../focus-inside.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { RunActions } from '../actions.ts';
import { nameOfCue } from '../words-of.ts';
import { factsOf, placeText } from './cue-facts.ts';

type Props = { show: CompiledShow; cue: CompiledCue; actions: RunActions; onClose: () => void };

/** Everything about one cue, and what can be done with it. The keyboard of the page goes on working beside it. */
export const CueCard = ({ show, cue, actions, onClose }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const close = useFocusInside<HTMLButtonElement>();
  useEscape(true, onClose);
  const number = normaliseCueNumber(cue.number);
  const then = (run: () => void) => () => {
    run();
    onClose();
  };
  return (
    <dialog open className="card" aria-label={t('cueCard', { number })}>
      <h2 className="card-title">
        <span className="number">{number}</span> {nameOfCue(cue, language)}
      </h2>
      <p className="facts">
        <span>{cue.at ? placeText(show, cue) : t('sting')}</span>
        {cue.disarmed && <b>{`✕ ${t('cueDisarmed')}`}</b>}
        {cue.skip && <b>{`⤼ ${t('cueSkipped')}`}</b>}
        {factsOf(show, cue).map(({ mark, word, values }) => (
          <span key={word}>{`${mark} ${t(word, values)}`}</span>
        ))}
      </p>
      <p className="note">{cue.note || t('noNote')}</p>
      <div className="card-keys">
        {cue.at && !cue.disarmed && (
          <button type="button" className="amber" onClick={then(() => actions.standby(number))}>
            {`● ${t('makeStandby')}`}
          </button>
        )}
        {!cue.disarmed && (
          <button type="button" onClick={then(() => actions.fire(number))}>
            {`▶ ${t('fireNow')}`}
          </button>
        )}
        <button type="button" onClick={then(() => actions.armCue(number, cue.disarmed))}>
          {cue.disarmed ? `✓ ${t('armCue')}` : `✕ ${t('disarmCue')}`}
        </button>
        <button type="button" onClick={then(() => actions.skipCue(number, !cue.skip))}>
          {`⤼ ${t(cue.skip ? 'unskipCue' : 'skipCue')}`}
        </button>
        {cue.at && !cue.disarmed && (
          <button type="button" onClick={then(() => actions.rehearse(number, sectionEnd(show, cue)))}>
            {`⇄ ${t('rehearseFrom')}`}
          </button>
        )}
        <button type="button" onClick={() => (location.hash = `#connect/cues/${nameOf(cue.id)}`)}>
          {`✎ ${t('editCue')}`}
        </button>
        <button ref={close} type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
};

/** The next mark behind it on its timeline; null: the timeline's end. */
const sectionEnd = (show: CompiledShow, cue: CompiledCue): string | null => {
  const from = cue.at;
  const next = from
    ? show.timelines[from.timeline]?.cues.find(
        ({ at }) => at && at.position > from.position + SHORTEST_SECTION,
      )
    : undefined;
  return next ? normaliseCueNumber(next.number) : null;
};
