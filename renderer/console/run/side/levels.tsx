import { useWords } from '../../use-link.ts';
import { useTwoPresses, type TwoPresses } from '../../use-two-presses.ts';
import type { RunActions } from '../actions.ts';
import type { PressState } from '../press.ts';
import { FREEZE, hasVerb } from '../later-verbs.ts';
import { useFrozen, useStatus } from '../status.ts';
import { AskTwice } from './ask-twice.tsx';
import { MasterFader } from './master.tsx';

export const FADES = ['0', '0.5', '1', '2', '3', '5', '10'] as const;
export type Fade = (typeof FADES)[number];
type Props = {
  actions: RunActions;
  stateOf: (verb: string) => PressState;
  master: { level: number; set: (level: number) => void };
  fade: Fade;
  onFade: (fade: Fade) => void;
  stop: TwoPresses;
};

/** The light as a whole: master, blackout, stop, and the time that blackout and stop take. */
export const Levels = ({ actions, stateOf, master, fade, onFade, stop }: Props) => {
  const t = useWords();
  const isBlack = useStatus((status) => status.master.blackout) ?? false;
  const isFrozen = useFrozen();
  const reset = useTwoPresses(actions.reset);
  const look = (verb: string): string => (stateOf(verb) === 'up' ? '' : 'pressed');
  return (
    <section className="levels" aria-label={t('master')}>
      <MasterFader level={master.level} onLevel={master.set} />
      <div className="level-keys">
        <button
          type="button"
          className={`${isBlack ? 'danger on' : ''} ${look('blackout')}`}
          aria-pressed={isBlack}
          onClick={() => actions.blackout(Number(fade))}
        >
          {`${isBlack ? '◼' : '◻'} ${t(isBlack ? 'blackoutOn' : 'blackout')}`} <kbd>K</kbd>
        </button>
        {hasVerb(FREEZE) && (
          <button
            type="button"
            className={`${isFrozen ? 'danger on' : ''} ${look('freeze')}`}
            aria-pressed={isFrozen}
            onClick={actions.freeze}
          >
            {`❄ ${t(isFrozen ? 'freezeShowOn' : 'freezeShow')}`} <kbd>F</kbd>
          </button>
        )}
        <label className="fade">
          <span>{t('fadeTime')}</span>
          <select value={fade} onChange={(event) => onFade(fadeOf(event.target.value))}>
            {FADES.map((each) => (
              <option key={each} value={each}>{`${each} s`}</option>
            ))}
          </select>
        </label>
        <AskTwice ask={stop} word={t('stop')} sure={t('stopSure', { s: fade })} hotKey="S" />
        <AskTwice ask={reset} word={t('reset')} sure={t('resetSure')} />
      </div>
    </section>
  );
};

const fadeOf = (text: string): Fade => FADES.find((each) => each === text) ?? '3';
