import { useEffect, useRef, useState } from 'react';
import { journalCsv, type JournalKind } from '../../../core/journal/line.ts';
import { after } from '../../link/clock.ts';
import { problemText } from '../problem-text.ts';
import { saveFile } from '../save-file.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { Lines } from './lines.tsx';
import { ShowList } from './show-list.tsx';
import { Tools } from './tools.tsx';
import { PAGE, useAllLines, useLines, useShows } from './use-journal.ts';

/** Everything that happened, who asked, what it did, how late: by show, searched, followed, exported. */
const SEARCH_AFTER_MS = 250;
/** A journal that is followed is asked for anew at most so often. */
const FOLLOW_EVERY_MS = 1000;

export const JournalPage = () => {
  const link = useLink();
  const language = useLanguage();
  const t = useWords();
  const [show, setShow] = useState<string | null>(null);
  const [kind, setKind] = useState<JournalKind>('all');
  const [search, setSearch] = useState('');
  const [from, setFrom] = useState<number | null>(null);
  const [isFollowing, setFollowing] = useState(true);
  const text = useCalm(search, SEARCH_AFTER_MS);
  const newest = useEvery(useTopic('journal')?.at(-1)?.seq ?? 0, FOLLOW_EVERY_MS);
  const isLive = isFollowing && show === null && from === null;
  const shows = useShows(link, newest);
  const [found, problem] = useLines(link, { show, kind, text, from }, isLive ? newest : 0);
  const all = useAllLines(link);
  const anew = <T,>(set: (value: T) => void) => {
    return (value: T): void => {
      set(value);
      setFrom(null);
    };
  };
  const save = async (): Promise<void> =>
    saveFile(`frise-journal-${show ?? 'now'}.csv`, 'text/csv', `\u{FEFF}${journalCsv(await all(show))}`);
  return (
    <main className="journal">
      <ShowList shows={shows} chosen={show} onChoose={anew(setShow)} />
      <section className="journal-lines" aria-label={t('journalLines')}>
        <Tools
          kind={kind}
          onKind={anew(setKind)}
          search={search}
          onSearch={anew(setSearch)}
          isFollowing={isLive}
          onFollow={(next) => {
            setFollowing(next);
            if (next) {
              setShow(null);
              setFrom(null);
            }
          }}
          onExport={() => void save()}
        />
        {problem && (
          <p className="page-problem" role="alert">
            {problemText(language, problem)}
          </p>
        )}
        {found && <Lines found={found} page={PAGE} onFrom={setFrom} isFollowing={isLive} />}
      </section>
    </main>
  );
};

/** A value that changes without end, as it is every so often. */
const useEvery = <T,>(value: T, ms: number): T => {
  const latest = useRef(value);
  const [told, setTold] = useState(value);
  const isBehind = !Object.is(told, value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  // Not begun anew by the next change: that would wait for a pause.
  useEffect(() => (isBehind ? after(ms, () => setTold(latest.current)) : undefined), [isBehind, ms]);
  return told;
};

/** A value once it has stood still for so long. */
const useCalm = <T,>(value: T, ms: number): T => {
  const [calm, setCalm] = useState(value);
  useEffect(() => (Object.is(calm, value) ? undefined : after(ms, () => setCalm(value))), [calm, value, ms]);
  return calm;
};
