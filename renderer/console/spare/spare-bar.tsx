import type { Spare } from '../../../core/control/remote.topics.ts';
import { useSession } from '../pairing/session.ts';
import { problemText } from '../problem-text.ts';
import { wallText } from '../run/format.ts';
import { useLanguage, useTopic, useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import type { VerbSender } from '../use-verb.ts';
import './spare.css';

/** On a spare: whom it follows, how it stands, and how to take over; on a main host: who follows it. */
export const SpareBar = ({ send }: { send: VerbSender }) => {
  const spare = useTopic('spare');
  const followers = useTopic('followers');
  const t = useWords();
  if (spare) return <OfSpare spare={spare} send={send} />;
  if (!followers || followers.count === 0) return null;
  return (
    <p className="spare followed">
      {`⇄ ${t('followed', { count: followers.count, names: followers.names.join(', ') })}`}
    </p>
  );
};

const OfSpare = ({ spare, send }: { spare: Spare; send: VerbSender }) => {
  const t = useWords();
  const language = useLanguage();
  const { media, problem } = spare;
  return (
    <section className={`spare ${spare.state}`} aria-label={lineOf(spare, t)}>
      <output>
        <b>{lineOf(spare, t)}</b>
      </output>
      {media.done < media.total && (
        <p className="mono">
          {t('spareMedia', { done: media.done, total: media.total })}
          {media.loading && ` · ${media.loading.name} ${percent(media.loading)} %`}
          {media.missing.length > 0 && ` · ! ${t('spareMissing', { count: media.missing.length })}`}
        </p>
      )}
      {problem && <p className="problem">{`! ${problemText(language, problem)}`}</p>}
      <span className="spacer" />
      {spare.state === 'main' ? <FollowAgain send={send} /> : <Take send={send} />}
    </section>
  );
};

const percent = ({ got, size }: { got: number; size: number }): number =>
  size > 0 ? Math.floor((got / size) * 100) : 0;

const lineOf = ({ state, of, lostSince }: Spare, t: ReturnType<typeof useWords>): string => {
  switch (state) {
    case 'connecting':
      return t('spareConnecting', { of });
    case 'following':
      return `⇄ ${t('spareFollowing', { of })}`;
    case 'lost':
      return `✕ ${t('spareLost', { since: lostSince === null ? '?' : wallText(lostSince) })}`;
    case 'main':
      return `● ${t('spareMain', { of })}`;
    default:
      return state satisfies never;
  }
};

const Take = ({ send }: { send: VerbSender }) => {
  const t = useWords();
  return <AskedTwice look="amber" word={t('take')} sure={t('takeSure')} act={() => send('spare/take', {})} />;
};

/** To mute a host that plays is the owner's. */
const FollowAgain = ({ send }: { send: VerbSender }) => {
  const t = useWords();
  const { isOwner } = useSession();
  if (!isOwner) return null;
  return (
    <AskedTwice
      look="quiet"
      word={t('followAgain')}
      sure={t('followSure')}
      act={() => send('spare/follow', {})}
    />
  );
};

const AskedTwice = (props: { look: string; word: string; sure: string; act: () => void }) => {
  const t = useWords();
  const { isAsked, press, cancel } = useTwoPresses(props.act, 6000);
  return (
    <>
      <button type="button" className={isAsked ? 'danger' : props.look} onClick={press}>
        {isAsked ? props.sure : props.word}
      </button>
      {isAsked && (
        <button type="button" onClick={cancel}>
          {t('takeNo')}
        </button>
      )}
    </>
  );
};
