import { useState } from 'react';
import { useLanguage, useTopic, useWords } from '../use-link.ts';

/** After a battery, a crash or a kill: what is here, and what is not. Said until it was read. */
export const CameBackBar = () => {
  const t = useWords();
  const language = useLanguage();
  const cameBack = useTopic('cameBack') ?? null;
  const [seen, setSeen] = useState<string | null>(null);
  if (cameBack === null || seen === cameBack.since) return null;
  const { since } = cameBack;
  return (
    <section className="disk" aria-label={t('cameBack')}>
      <output className="disk-line">
        <b>{t('cameBackSaid', { since: new Date(since).toLocaleTimeString(language) })}</b>
        <span className="disk-note">{t('cameBackNote')}</span>
        <span className="spacer" />
        <button type="button" onClick={() => setSeen(since)}>
          {t('diskSeen')}
        </button>
      </output>
    </section>
  );
};
