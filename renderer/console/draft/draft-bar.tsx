import { useState } from 'react';
import type { DraftTopic } from '../../../core/control/draft.topics.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { PeopleChips } from '../people/people-chips.tsx';
import { useSession } from '../pairing/session.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import { useVerb, type VerbSender } from '../use-verb.ts';
import { ChangeList } from './change-list.tsx';
import { countText, peopleText, whyText } from './draft-text.ts';
import { TakeDraft } from './take-draft.tsx';
import './draft.css';

/**
 * Blind or live, and what waits. Where the operator works it is there only while something waits; where someone designs
 * it always says where an edit goes.
 */
export const DraftBar = ({ isDesigning = false }: { isDesigning?: boolean }) => {
  const t = useWords();
  const language = useLanguage();
  const draft = useTopic('draft');
  const link = useLink();
  const [send, problem] = useVerb(link);
  const [isOpen, setOpen] = useState(false);
  const { isNear, mayDesign } = useSession();
  if (!draft) return null;
  const count = draft.open?.count ?? 0;
  if (!isDesigning && count === 0 && !draft.isTaking) return null;
  const isBlind = draft.blind !== null;
  return (
    <section className={`draft ${isBlind ? 'blind' : 'live'}`} aria-label={t('draft')}>
      <div className="draft-line">
        <Standing draft={draft} isDesigning={isDesigning} />
        {problem && <p className="problem" role="alert">{`! ${problemText(language, problem)}`}</p>}
        <span className="spacer" />
        {isDesigning && <PeopleChips page="design" />}
        {isDesigning && <HistoryButton />}
        {count > 0 && (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {`${isOpen ? '▾' : '▸'} ${t('draftList')}`}
          </button>
        )}
        {isDesigning && mayDesign && !isBlind && (
          <button type="button" onClick={() => send('draft/open', {})}>
            {t('draftOpen')}
          </button>
        )}
        {isDesigning && mayDesign && draft.open && <Discard count={count} send={send} />}
        {(isNear || !mayDesign) && count > 0 && <TakeDraft draft={draft} send={send} />}
      </div>
      {isOpen && draft.open && <ChangeList open={draft.open} send={send} mayDesign={mayDesign} />}
    </section>
  );
};

const Standing = ({ draft, isDesigning }: { draft: DraftTopic; isDesigning: boolean }) => {
  const t = useWords();
  const { sender } = useLink();
  const { open, blind } = draft;
  const people = peopleText(t, open?.people ?? [], sender);
  const waiting = [countText(t, open?.count ?? 0), people && t('draftBy', { people })].join(' ');
  return (
    <output>
      {!isDesigning && <b>{`◐ ${t('draft')}`}</b>}
      {isDesigning && <b>{blind === null ? `● ${t('draftLive')}` : `◐ ${t('draftBlind')}`}</b>}
      {isDesigning && (
        <span className="draft-note">
          {blind === null ? t('draftLiveNote') : `${t('draftBlindNote')} · ${whyText(t, blind)}`}
        </span>
      )}
      {blind !== null && <span>{waiting}</span>}
      {open && open.conflicts.length > 0 && (
        <span className="amber-text">{`! ${t('draftConflicts', { count: open.conflicts.length })}`}</span>
      )}
      {draft.isTaking && <span>{t('draftTaking')}</span>}
    </output>
  );
};

const Discard = ({ count, send }: { count: number; send: VerbSender }) => {
  const t = useWords();
  const { isAsked, press, cancel } = useTwoPresses(() => send('draft/discard', {}));
  return (
    <>
      <button type="button" className={isAsked ? 'danger' : ''} onClick={press}>
        {isAsked ? t('draftDiscardSure', { changes: countText(t, count) }) : t('draftDiscard')}
      </button>
      {isAsked && (
        <button type="button" onClick={cancel}>
          {t('draftNo')}
        </button>
      )}
    </>
  );
};
