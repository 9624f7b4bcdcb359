import { useEffect, useRef } from 'react';
import type { JournalLine } from '../../../core/control/safety.verbs.ts';
import { lateOf } from '../../../core/journal/line.ts';
import { sentence } from '../../../core/journal/sentence.ts';
import { wallText } from '../run/format.ts';
import { useLanguage, useWords } from '../use-link.ts';
import type { Found } from './use-journal.ts';

type Props = { found: Found; page: number; onFrom: (from: number | null) => void; isFollowing: boolean };

/** Oldest first, as it happened; what is followed stays at its end. */
export const Lines = ({ found: { from, total, lines }, page, onFrom, isFollowing }: Props) => {
  const t = useWords();
  const end = useRef<HTMLDivElement>(null);
  const last = lines.at(-1)?.seq;
  useEffect(() => {
    if (isFollowing) end.current?.scrollIntoView({ block: 'end' });
  }, [isFollowing, last]);
  if (total === 0) return <p className="empty">{t('journalNothing')}</p>;
  const isAtEnd = from + lines.length >= total;
  return (
    <>
      <section className="journal-scroll" aria-label={t('journalWhat')} ref={reachable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('journalTime')}</th>
              <th scope="col">{t('journalKind')}</th>
              <th scope="col">{t('journalWhat')}</th>
              <th scope="col">{t('journalLate')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Row key={from + index} line={line} />
            ))}
          </tbody>
        </table>
        <div ref={end} />
      </section>
      <footer className="journal-pages">
        <button type="button" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - page))}>
          {t('journalEarlier')}
        </button>
        <span className="mono">{t('journalRange', { from: from + 1, to: from + lines.length, total })}</span>
        <button
          type="button"
          disabled={isAtEnd}
          onClick={() => onFrom(from + 2 * page >= total ? null : from + page)}
        >
          {t('journalLater')}
        </button>
      </footer>
    </>
  );
};

/** Chromium gives a scroller the focus by itself from 130 on; before, no key would scroll it. */
const reachable = (scroller: HTMLElement | null): void => {
  if (scroller) scroller.tabIndex = 0;
};

const Row = ({ line }: { line: JournalLine }) => {
  const language = useLanguage();
  const late = lateOf(line);
  return (
    <tr className={/^(?:refused:|problem$|fault|missed)/.test(line.kind) ? 'bad' : undefined}>
      <td className="mono" title={line.at}>
        {wallText(line.at)}
      </td>
      <td>{line.kind}</td>
      <td>{sentence(language, line)}</td>
      <td className="mono">{late === null ? '' : `${late} ms`}</td>
    </tr>
  );
};
