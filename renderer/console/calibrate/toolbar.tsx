import { useCallback, useState } from 'react';
import { useConnected, useFrameTick, useLink, useWords } from '../use-link.ts';
import { useCalibration } from './line-up-context.ts';
import { PatternPicker } from './pattern-picker.tsx';
import { patternWord } from './pattern-words.ts';
import { patternNow } from './patterns.ts';

/** What is done to all outputs at once, and the way back: same place in every mode. */
export const Toolbar = () => {
  const t = useWords();
  const isConnected = useConnected();
  const { lineUp, send, editor, output } = useCalibration();
  const [isPicking, setPicking] = useState(false);
  const close = useCallback(() => setPicking(false), []);
  const now = patternNow(lineUp, output?.key ?? null);
  const isFrozen = lineUp.frozenAt !== null;
  return (
    <div className="toolbar" role="toolbar" aria-label={t('tools')}>
      <button
        type="button"
        className={now ? 'amber' : ''}
        aria-expanded={isPicking}
        onClick={() => setPicking(!isPicking)}
      >
        {now ? t('patternNow', { name: patternWord(t, now) }) : t('patternTitle')}{' '}
        <span aria-hidden="true">▾</span>
      </button>
      <IdentifyButton isConnected={isConnected} />
      <button
        type="button"
        className={isFrozen ? 'amber' : ''}
        aria-pressed={isFrozen}
        disabled={!isConnected}
        onClick={() => send('line-up/freeze', { on: !isFrozen })}
      >
        {t(isFrozen ? 'frozen' : 'freeze')}
      </button>
      <span className="spacer" />
      <button type="button" disabled={!isConnected} onClick={editor.undo}>
        ↶ {t('undo')}
      </button>
      <button type="button" disabled={!isConnected} onClick={editor.redo}>
        ↷ {t('redo')}
      </button>
      {isPicking && <PatternPicker onClose={close} />}
    </div>
  );
};

const IdentifyButton = ({ isConnected }: { isConnected: boolean }) => {
  const t = useWords();
  const { lineUp, send } = useCalibration();
  return (
    <button
      type="button"
      className={lineUp.identifyUntil === null ? '' : 'amber'}
      disabled={!isConnected}
      onClick={() => send('line-up/identify', { seconds: lineUp.identifyUntil === null ? 10 : 0 })}
    >
      {lineUp.identifyUntil === null ? t('identify') : <Countdown until={lineUp.identifyUntil} />}
    </button>
  );
};

const Countdown = ({ until }: { until: number }) => {
  const t = useWords();
  useFrameTick();
  const now = useLink().showNow();
  const left = now === null ? 0 : Math.ceil(until - now);
  return left > 0 ? `${t('identifying')} ${left} s` : t('identify');
};
