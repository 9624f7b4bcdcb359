import type { JournalShow } from '../../../core/control/safety.verbs.ts';
import { useLanguage, useWords } from '../use-link.ts';

type Props = { shows: JournalShow[]; chosen: string | null; onChoose: (show: string | null) => void };

/** The shows that are kept, newest first; the one that is being written stands on top. */
export const ShowList = ({ shows, chosen, onChoose }: Props) => {
  const t = useWords();
  return (
    <nav className="journal-shows" aria-label={t('journalShows')}>
      <h2>{t('journalShows')}</h2>
      <ul>
        {shows.map((show) => (
          <li key={show.id}>
            <button
              type="button"
              aria-current={(show.isOpen ? null : show.id) === chosen ? 'true' : undefined}
              onClick={() => onChoose(show.isOpen ? null : show.id)}
            >
              <Entry show={show} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Entry = ({ show }: { show: JournalShow }) => {
  const t = useWords();
  const language = useLanguage();
  const begun = new Date(show.startedAt).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (
    <>
      <strong>{show.title || show.id}</strong>
      <span className="mono">
        {begun}
        {show.isOpen ? ` · ${t('journalOpen')}` : ''}
      </span>
      <small>
        {t('journalMinutes', { n: Math.floor(show.length / 60) })} · {t('journalCues', { n: show.cues })}
        {show.worstMs === null ? '' : ` · ${t('journalWorst', { ms: show.worstMs })}`}
      </small>
    </>
  );
};
