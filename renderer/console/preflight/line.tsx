import type { PreflightLine } from '../../../core/control/safety.topics.ts';
import { useLanguage, useWords } from '../use-link.ts';
import type { Word } from '../words.ts';

const STATE_WORDS = {
  running: 'stateRunning',
  pass: 'statePass',
  warn: 'stateWarn',
  fail: 'stateFail',
  unset: 'stateUnset',
} as const satisfies Record<PreflightLine['state'], Word>;
const MARKS = { running: '…', pass: '✓', warn: '!', fail: '✕', unset: '–' } as const;

/** One line: how it is, the figure behind it, and what to do. */
export const Line = ({ line, onAgain }: { line: PreflightLine; onAgain: (() => void) | null }) => {
  const t = useWords();
  const language = useLanguage();
  const { id, state, title, told, detail } = line;
  return (
    <li className={`preflight-line ${state}`} data-line={id}>
      <span className="preflight-mark" aria-hidden="true">
        {MARKS[state]}
      </span>
      <span className="preflight-state">{t(STATE_WORDS[state])}</span>
      <span className="preflight-what">
        <strong>{title[language]}</strong>
        {detail[language] !== '' && <span className="mono preflight-detail">{detail[language]}</span>}
        {told && <span className="preflight-todo">{told[language]}</span>}
      </span>
      <button
        type="button"
        className="preflight-again"
        disabled={onAgain === null}
        aria-label={t('lineAgainOf', { title: title[language] })}
        onClick={onAgain ?? undefined}
      >
        {t('lineAgain')}
      </button>
    </li>
  );
};
