import { useEffect, useRef, useState, type RefObject } from 'react';
import type { JournalEntry } from '../../../../core/control/link.ts';
import { sentence } from '../../../../core/journal/sentence.ts';
import { useLanguage, useTopic, useWords } from '../../use-link.ts';
import { wallText } from '../format.ts';

/** What the filter offers; a line that fits none of the others is `rest`. */
const GROUPS = ['all', 'cues', 'presses', 'refused', 'inputs', 'problems', 'rest'] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = (kind: string): Exclude<Group, 'all'> => {
  const [first = ''] = kind.split(':');
  if (/^(cue|hold|end|follow|loop)$/.test(first)) return 'cues';
  if (first === 'verb') return 'presses';
  if (/^(refused|rejected)$/.test(first)) return 'refused';
  if (/^(osc|input|midi|dmx|timecode|trigger|desk|sound)$/.test(first)) return 'inputs';
  return /^(problem|display|projector|fault)$/.test(first) ? 'problems' : 'rest';
};

const MARKS = { cues: '▶', presses: '●', refused: '⊘', inputs: '↘', problems: '!', rest: '·' } as const;
const WORDS = {
  all: 'logAll',
  cues: 'cues',
  presses: 'logPresses',
  refused: 'refused',
  inputs: 'desk',
  problems: 'logProblems',
  rest: 'logRest',
} as const;

/** Newest below; it follows the tail until somebody scrolls up. */
export const Log = ({ filter }: { filter: RefObject<HTMLSelectElement | null> }) => {
  const t = useWords();
  const journal = useTopic('journal') ?? [];
  const [group, setGroup] = useState<Group>('all');
  const [isFollowing, setFollowing] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const lines = journal.filter(({ kind }) => group === 'all' || groupOf(kind) === group);
  const newest = lines.at(-1)?.seq;
  useEffect(() => {
    if (isFollowing && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [isFollowing, newest, group]);
  return (
    <section className="log-pane" aria-label={t('log')}>
      <header className="line">
        <h2 className="grow">{t('log')}</h2>
        <button type="button" aria-pressed={isFollowing} onClick={() => setFollowing(!isFollowing)}>
          {isFollowing ? `✓ ${t('logFollow')}` : `↓ ${t('logFollow')}`}
        </button>
        <select
          ref={filter}
          aria-label={t('logFilter')}
          value={group}
          onChange={(event) => setGroup(GROUPS.find((each) => each === event.target.value) ?? 'all')}
        >
          {GROUPS.map((each) => (
            <option key={each} value={each}>
              {t(WORDS[each])}
            </option>
          ))}
        </select>
      </header>
      <ol
        ref={list}
        className="mono log"
        // What scrolls must be reached by Tab.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-scrolls="true"
        aria-label={t('log')}
        onScroll={({ currentTarget: at }) =>
          setFollowing(at.scrollHeight - at.scrollTop - at.clientHeight < 24)
        }
      >
        {lines.length === 0 && <li className="hint">{t('logEmpty')}</li>}
        {lines.map((entry) => (
          <LogLine key={entry.seq} entry={entry} />
        ))}
      </ol>
    </section>
  );
};

const LogLine = ({ entry }: { entry: JournalEntry }) => {
  const language = useLanguage();
  const group = groupOf(entry.kind);
  return (
    <li className={`log-${group}`}>
      <span className="at">{wallText(entry.at)}</span>
      <span aria-hidden="true">{MARKS[group]}</span>
      <span>{sentence(language, entry)}</span>
    </li>
  );
};
