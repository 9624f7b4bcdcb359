import { useTopic, useWords } from '../../use-link.ts';
import { CHASE, hasVerb } from '../later-verbs.ts';
import type { Frame } from '../ticker.ts';
import { Ticking } from '../use-frame.tsx';

const STATES = {
  off: ['–', 'tcOff', ''],
  waiting: ['○', 'tcWaiting', 'is-warm'],
  locked: ['●', 'tcLocked', 'is-good'],
  freewheel: ['≈', 'tcFreewheel', 'is-warm'],
  lost: ['✕', 'tcLost', 'is-bad'],
} as const;

/** The code that is listened to and what main does with it. */
export const TimecodePanel = ({ onChase }: { onChase: (on: boolean) => void }) => {
  const t = useWords();
  const timecode = useTopic('timecode');
  if (!timecode || timecode.source === 'off')
    return (
      <section className="timecode" aria-label={t('timecode')}>
        <h2>{t('timecode')}</h2>
        <p className="hint">{`– ${t('notSetUp')}`}</p>
      </section>
    );
  const canChase = hasVerb(CHASE);
  const { source, rate, state, code, errorMs, freewheelSince, isChasing, speed } = timecode;
  const [mark, word, tone] = STATES[state];
  const freewheel = (frame: Frame | null): string =>
    freewheelSince !== null && frame
      ? `${Math.max(0, frame.resolved.now - freewheelSince).toFixed(1)} s`
      : '';
  return (
    <section className="timecode" aria-label={t('timecode')}>
      <h2>{t('timecode')}</h2>
      <p className="line">
        <b className="mono code">{code ?? '--:--:--:--'}</b>
        <span>{source.toUpperCase()}</span>
        <span className="mono">{rate ?? '—'}</span>
        {speed < 0 && <span className="is-warm">{`◀ ${t('tcReverse')}`}</span>}
      </p>
      <p className="line">
        <b className={tone}>{`${mark} ${t(word)}`}</b>
        {freewheelSince !== null && <Ticking className="mono" text={freewheel} />}
        <span>{isChasing ? `⛓ ${t('chasing')}` : t('notChasing')}</span>
        <span className="mono">
          {errorMs === null ? '' : `${errorMs > 0 ? '+' : ''}${errorMs.toFixed(1)} ms`}
        </span>
        {canChase && (
          <button type="button" aria-pressed={isChasing} onClick={() => onChase(!isChasing)}>
            {t(isChasing ? 'chaseOff' : 'chaseOn')}
          </button>
        )}
      </p>
    </section>
  );
};
