import { useState } from 'react';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { Import } from './use-imports.ts';

/** One file on its way in, or what keeps it out and what to do about it. */
type Props = { item: Import; onDrop: () => void };

export const ImportRow = ({ item, onDrop }: Props) => {
  const t = useWords();
  const { name, state, share } = item;
  const isRefused = state === 'refused';
  return (
    <div
      className={`import ${isRefused ? 'kept-out' : ''}`}
      role={isRefused ? 'alert' : 'group'}
      aria-label={name}
    >
      <div className="import-head">
        <b title={name}>{name}</b>
        <button
          type="button"
          aria-label={`${t(isRefused ? 'designImportForget' : 'designImportCancel')}: ${name}`}
          title={t(isRefused ? 'designImportForget' : 'designImportCancel')}
          onClick={onDrop}
        >
          ✕
        </button>
      </div>
      {state === 'sending' && <progress value={share} max={1} aria-label={name} />}
      {state === 'copying' && (
        <>
          <progress value={share} max={1} aria-label={name} />
          <span className="hint">{t('designImportCopying', { n: Math.round(share * 100) })}</span>
        </>
      )}
      {state === 'waiting' && <span className="hint">{t('designImportWaiting')}</span>}
      {state === 'looking' && <span className="hint">{t('designImportLooking')}</span>}
      {isRefused && <Refusal item={item} />}
    </div>
  );
};

const Refusal = ({ item: { problem, conversions } }: Pick<Props, 'item'>) => {
  const t = useWords();
  const language = useLanguage();
  if (!problem) return null;
  const text =
    problem.code === 'media-undecodable'
      ? t('designImportUndecodable', { why: problem.message.slice(0, 160) })
      : problemText(language, { ...problem, path: '' });
  return (
    <>
      <p className="amber-text">{text}</p>
      {conversions.map(({ what, command }) => (
        <div key={what} className="conversion">
          <span>{t(`designConvert_${what}`)}</span>
          <code>{command}</code>
          <Copy text={command} />
        </div>
      ))}
    </>
  );
};

/** Over plain http there is no clipboard: the command can still be marked and copied by hand. */
const Copy = ({ text }: { text: string }) => {
  const t = useWords();
  const [isCopied, setCopied] = useState(false);
  if (!window.isSecureContext) return null;
  return (
    <button
      type="button"
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      {t(isCopied ? 'designCopied' : 'designCopyCommand')}
    </button>
  );
};
