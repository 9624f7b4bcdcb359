import { useId, useState } from 'react';
import type { Releases } from '../../../core/control/releases.topics.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { isReleaseFeed, releasesSchema, type ReleasesRecord } from '../../../core/station/releases.schema.ts';
import { useSession } from '../pairing/session.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useVerb } from '../use-verb.ts';
import './releases.css';

/** Whether this station asks for newer versions, and what it was told. Others than the owner see the version alone. */
export const ReleasesPanel = () => {
  const t = useWords();
  const { isOwner } = useSession();
  const releases = useTopic('releases');
  if (releases === undefined || releases.own === '') return null;
  return (
    <section className="releases" aria-labelledby="releases-title">
      <h2 id="releases-title">{t('releases')}</h2>
      <p>{t('releasesOwn', { version: releases.own })}</p>
      {isOwner && <Asking releases={releases} />}
    </section>
  );
};

const Asking = ({ releases }: { releases: Releases }) => {
  const t = useWords();
  const language = useLanguage();
  const [send, problem] = useVerb(useLink());
  const records = useTopic('settings')?.document.records ?? {};
  const { check, feed } = recordsOfKind(records, 'releases', releasesSchema)[0] ?? releasesSchema.parse({});
  const kept: ReleasesRecord = { check, feed };
  // Leaving the field by a press on the switch is two edits: the second stands on the first before it has come back.
  const [sent, setSent] = useState({ over: kept, record: kept });
  const record = isSame(sent.over, kept) ? sent.record : kept;
  const set = (part: Partial<ReleasesRecord>): void => {
    const next = { ...record, ...part };
    setSent({ over: kept, record: next });
    send('document/edit', {
      document: 'station',
      label: 'releases',
      put: { 'releases:main': next },
      remove: [],
      order: {},
    });
  };
  const told = problem ?? releases.problem;
  return (
    <>
      <button type="button" aria-pressed={record.check} onClick={() => set({ check: !record.check })}>
        <b>{t('releasesCheck')}</b> {record.check ? `● ${t('releasesOn')}` : `○ ${t('releasesOff')}`}
      </button>
      <Feed key={record.feed} feed={record.feed} onFeed={(feed) => set({ feed })} />
      <button
        type="button"
        disabled={releases.isLooking || record.feed === ''}
        onClick={() => send('releases/look', {})}
      >
        {t(releases.isLooking ? 'releasesLooking' : 'releasesLook')}
      </button>
      {told !== null && (
        <p className="page-problem" role="alert">
          {problemText(language, told)}
        </p>
      )}
      <Answer releases={releases} />
      <p className="hint">{t('releasesNote')}</p>
    </>
  );
};

const isSame = (a: ReleasesRecord, b: ReleasesRecord): boolean => a.check === b.check && a.feed === b.feed;

/** Kept with Enter or when the field is left; what is no address of a feed is marked and not kept. */
const Feed = ({ feed, onFeed }: { feed: string; onFeed: (feed: string) => void }) => {
  const t = useWords();
  const id = useId();
  const [text, setText] = useState(feed);
  const typed = text.trim();
  const isGood = typed === '' || isReleaseFeed(typed);
  const keep = (): void => {
    if (isGood && typed !== feed) onFeed(typed);
  };
  return (
    <div className="releases-feed">
      <label htmlFor={id}>{t('releasesFeed')}</label>
      <input
        id={id}
        type="url"
        inputMode="url"
        maxLength={500}
        spellCheck={false}
        placeholder="https://…/releases/latest"
        value={text}
        aria-invalid={!isGood}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </div>
  );
};

const Answer = ({ releases: { newest, isNewer, lookedAt, problem } }: { releases: Releases }) => {
  const t = useWords();
  const language = useLanguage();
  if (newest === null || lookedAt === null || problem !== null) return null;
  const { version, address, date } = newest;
  if (!isNewer) {
    const time = new Date(lookedAt).toLocaleTimeString(language);
    return <output>{`✓ ${t('releasesCurrent', { time })}`}</output>;
  }
  const day = date === null ? '' : ` (${new Date(date).toLocaleDateString(language)})`;
  return (
    <output className="releases-newer">
      <b>{`▲ ${t('releasesNewer', { version })}${day}`}</b>
      {address !== null && <span className="mono">{address}</span>}
    </output>
  );
};
