import { useEffect, useState } from 'react';
import type { Conversion } from '../../../../core/media/convert.ts';
import { verbs } from '../../../../core/control/verbs.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useLink, useWords } from '../../use-link.ts';
import type { Import } from './use-imports.ts';

/** One file on its way in, or what keeps it out and what to do about it. */
type Props = { item: Import; onConvert: (what: Conversion['what']) => void; onDrop: () => void };

export const ImportRow = ({ item, onConvert, onDrop }: Props) => {
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
      {state === 'converting' && (
        <>
          <progress value={share} max={1} aria-label={name} />
          <span className="hint">{t('designImportConverting', { n: Math.round(share * 100) })}</span>
        </>
      )}
      {isRefused && <Refusal item={item} onConvert={onConvert} />}
    </div>
  );
};

const Refusal = ({ item: { problem, conversions }, onConvert }: Omit<Props, 'onDrop'>) => {
  const t = useWords();
  const language = useLanguage();
  const converter = useConverter(conversions.length > 0);
  if (!problem) return null;
  const undecodable = converter === null ? 'designImportUndecodable' : 'designImportConvertible';
  const text =
    problem.code === 'media-undecodable'
      ? t(undecodable, { why: problem.message.slice(0, 160) })
      : problemText(language, { ...problem, path: '' });
  return (
    <>
      <p className="amber-text">{text}</p>
      {conversions.map(({ what, command }) => (
        <div key={what} className="conversion">
          <span>{t(`designConvert_${what}`)}</span>
          {converter !== null && (
            <button
              type="button"
              className="here"
              title={`ffmpeg ${converter}`}
              onClick={() => onConvert(what)}
            >
              {t('designConvertHere')}
            </button>
          )}
          <code>{command}</code>
          <Copy text={command} />
        </div>
      ))}
    </>
  );
};

/** The ffmpeg of the show machine; null: none, or not asked. */
const useConverter = (isWanted: boolean): string | null => {
  const link = useLink();
  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    void link.verb('media/converter', {}).then((told) => {
      if (told.ok && !isOver) setVersion(verbs['media/converter'].out.parse(told.value).ffmpeg);
    });
    return () => {
      isOver = true;
    };
  }, [link, isWanted]);
  return version;
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
