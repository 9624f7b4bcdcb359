import type { Preflight } from '../../../core/control/safety.topics.ts';
import type { ExportFormat } from '../../../core/preflight/export.ts';
import { countsOf, verdictOf } from '../../../core/preflight/verdict.ts';
import { wallText } from '../run/format.ts';
import { useWords } from '../use-link.ts';
import type { Word } from '../words.ts';

const WORDS = {
  pass: 'verdictPass',
  warn: 'verdictWarn',
  fail: 'verdictFail',
} as const satisfies Record<string, Word>;
const FORMATS = [
  ['text', 'exportText'],
  ['csv', 'exportCsv'],
  ['json', 'exportJson'],
] as const satisfies readonly (readonly [ExportFormat, Word])[];

type Props = {
  preflight: Preflight | null;
  onRun: () => void;
  onCancel: () => void;
  onExport: (format: ExportFormat) => void;
};

/** The one word that counts, large, and the page's one primary action. */
export const Verdict = ({ preflight, onRun, onCancel, onExport }: Props) => {
  const t = useWords();
  const isRunning = preflight !== null && preflight.endedAt === null;
  return (
    <header className="preflight-head">
      {preflight === null ? (
        <p className="hint">{t('preflightNone')}</p>
      ) : (
        <VerdictWord preflight={preflight} />
      )}
      <div className="preflight-actions">
        {isRunning ? (
          <button type="button" onClick={onCancel}>
            {t('preflightCancel')}
          </button>
        ) : (
          <button type="button" className="primary" onClick={onRun}>
            {t(preflight === null ? 'preflightRun' : 'preflightAgain')}
          </button>
        )}
        {preflight !== null &&
          FORMATS.map(([format, word]) => (
            <button
              key={format}
              type="button"
              className="quiet"
              disabled={isRunning}
              onClick={() => onExport(format)}
            >
              {t(word)}
            </button>
          ))}
      </div>
    </header>
  );
};

const VerdictWord = ({ preflight }: { preflight: Preflight }) => {
  const t = useWords();
  const { startedAt, endedAt, by, lines, progress } = preflight;
  const verdict = verdictOf(preflight);
  const counts = countsOf(lines);
  return (
    <output className={`preflight-verdict ${verdict ?? 'running'}`}>
      {endedAt === null ? (
        <>
          <strong>{t('preflightRuns')}</strong>
          <progress aria-label={t('preflightProgress')} value={progress} max={1} />
        </>
      ) : (
        <>
          <strong>{t(verdict === null ? 'preflightCancelled' : WORDS[verdict])}</strong>
          <span className="counts">
            <span>{t('countFail', { n: counts.fail })}</span>
            <span>{t('countWarn', { n: counts.warn })}</span>
            <span>{t('countPass', { n: counts.pass })}</span>
            <span>{t('countUnset', { n: counts.unset })}</span>
          </span>
        </>
      )}
      <small>{t('preflightWhen', { at: wallText(startedAt), by })}</small>
    </output>
  );
};
