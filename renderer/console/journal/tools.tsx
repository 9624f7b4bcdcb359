import { JOURNAL_KINDS, type JournalKind } from '../../../core/journal/line.ts';
import { useWords } from '../use-link.ts';
import type { Word } from '../words.ts';

const KIND_WORDS = {
  all: 'journalAll',
  cues: 'journalCuesKind',
  refused: 'journalRefused',
  inputs: 'journalInputs',
  outputs: 'journalOutputs',
  edits: 'journalEdits',
  problems: 'journalProblems',
} as const satisfies Record<JournalKind, Word>;

type Props = {
  kind: JournalKind;
  onKind: (kind: JournalKind) => void;
  search: string;
  onSearch: (text: string) => void;
  isFollowing: boolean;
  onFollow: (isFollowing: boolean) => void;
  onExport: () => void;
};

export const Tools = ({ kind, onKind, search, onSearch, isFollowing, onFollow, onExport }: Props) => {
  const t = useWords();
  return (
    <div className="journal-tools">
      <label>
        <span>{t('journalSearch')}</span>
        <input type="search" value={search} onChange={({ target }) => onSearch(target.value)} />
      </label>
      <fieldset className="choices" aria-label={t('journalKind')}>
        {JOURNAL_KINDS.map((each) => (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => onKind(each)}>
            {t(KIND_WORDS[each])}
          </button>
        ))}
      </fieldset>
      <button type="button" aria-pressed={isFollowing} onClick={() => onFollow(!isFollowing)}>
        {t('journalFollow')}
      </button>
      <button type="button" className="primary" onClick={onExport}>
        {t('journalExport')}
      </button>
    </div>
  );
};
