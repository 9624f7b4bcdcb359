import { useLanguage, useWords } from '../use-link.ts';
import { problemText } from '../problem-text.ts';
import type { Word } from '../words.ts';
import { useCalibration } from './line-up-context.ts';
import type { Standing } from './rig-editor.ts';

const WORDS = {
  sending: 'lineSending',
  arrived: 'lineOk',
  'not-sent': 'lineNotSent',
  unsure: 'lineUnsure',
  missed: 'lineMissed',
  confirmed: 'lineArrived',
  held: 'meshFolded',
} as const satisfies Record<Exclude<Standing['kind'], 'idle' | 'refused'>, Word>;

/** Is the last press on the wall? Said in words, at one place, always. */
export const LineState = () => {
  const t = useWords();
  const language = useLanguage();
  const { standing, isConnected } = useCalibration();
  const text = (): string => {
    if (standing.kind === 'refused')
      return t('refusedHere', { text: problemText(language, standing.problem) });
    return standing.kind === 'idle' ? '' : t(WORDS[standing.kind]);
  };
  return (
    <div className="line-state">
      {!isConnected && <p className="line-lost">{t('lineLost')}</p>}
      <output className={`standing ${standing.kind}`}>{text()}</output>
    </div>
  );
};
