import type { Export } from '../../../core/control/export.topics.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useTopic, useWords } from '../use-link.ts';
import type { VerbSender } from '../use-verb.ts';
import { leftText, sizeText } from './wish.ts';

/** What is drawn, what waits, and what is ready to be saved. */
export const ExportList = ({ send }: { send: VerbSender }) => {
  const t = useWords();
  const exports = useTopic('exports');
  const list = exports?.list ?? [];
  if (list.length === 0) return <p className="hint">{t('exportNone')}</p>;
  return (
    <>
      {exports?.isHeld && <p className="amber-text">{t('exportHeld')}</p>}
      <ul className="export-list" aria-label={t('exportList')}>
        {list.map((each) => (
          <One key={each.id} one={each} onRemove={() => send('export/remove', { id: each.id })} />
        ))}
      </ul>
    </>
  );
};

const One = ({ one, onRemove }: { one: Export; onRemove: () => void }) => {
  const t = useWords();
  const language = useLanguage();
  const isOver = one.state === 'done' || one.state === 'failed';
  const away = t(isOver ? 'exportRemove' : 'exportCancel');
  return (
    <li>
      <span className="export-file">{one.file}</span>
      <State one={one} />
      <span className="export-keys">
        {one.state === 'done' && (
          <a
            href={`/export/${one.id}`}
            download={one.file}
            aria-label={t('exportName', { what: t('exportSave'), file: one.file })}
          >
            {t('exportSave')}
          </a>
        )}
        <button type="button" aria-label={t('exportName', { what: away, file: one.file })} onClick={onRemove}>
          {away}
        </button>
      </span>
      {one.state === 'drawing' && (
        <progress max={one.total} value={one.done} aria-label={one.file}>
          {`${one.done}/${one.total}`}
        </progress>
      )}
      {one.problems.map((problem) => (
        <p
          key={`${problem.code} ${problem.path}`}
          className={one.state === 'failed' ? 'red-text' : 'amber-text'}
        >
          {problemText(language, problem)}
        </p>
      ))}
    </li>
  );
};

const State = ({ one }: { one: Export }) => {
  const t = useWords();
  const language = useLanguage();
  const { state, done, total, secondsLeft, bytes } = one;
  if (state === 'waiting') return <span className="quiet">{t('exportWaiting')}</span>;
  if (state === 'failed') return <span className="red-text">{`✕ ${t('exportFailed')}`}</span>;
  if (state === 'done')
    return (
      <span className="good-text">{`✓ ${t('exportDone', { size: sizeText(bytes ?? 0, language) })}`}</span>
    );
  const left = secondsLeft === null ? '' : ` · ${t('exportLeft', { text: leftText(secondsLeft) })}`;
  return <span className="mono">{`${t('exportDrawing', { done, total })}${left}`}</span>;
};
