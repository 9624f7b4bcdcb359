import { useEffect, useMemo, useState } from 'react';
import type { HistoryStep } from '../../../core/control/history.topics.ts';
import { personText } from '../draft/draft-text.ts';
import { useEscape } from '../escape.ts';
import { useFocusInside } from '../focus-inside.ts';
import { useSession } from '../pairing/session.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useVerb } from '../use-verb.ts';

/** The show's steps, newest first: what was done, by whom and when, with a picture where a page had one. */
export const HistoryCard = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const language = useLanguage();
  const link = useLink();
  const [send, problem] = useVerb(link);
  const steps = useTopic('history');
  const pictures = usePictures(steps);
  const { mayDesign } = useSession();
  const isLocked = useTopic('lock')?.on ?? false;
  const close = useFocusInside<HTMLButtonElement>();
  useEscape(true, onClose);
  const newest = useMemo(() => (steps ?? []).toReversed(), [steps]);
  return (
    <dialog open className="history" aria-label={t('history')}>
      <p className="history-head">
        <b>{t('history')}</b>
        <button ref={close} type="button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      {problem && <p className="problem" role="alert">{`! ${problemText(language, problem)}`}</p>}
      <ol reversed>
        {newest.map((step, index) => (
          <li key={step.id}>
            <Picture url={pictures[step.id]} />
            <div>
              <b>{t(`history_${step.kind}`, { label: step.label })}</b>
              <small>
                {[
                  new Date(step.at).toLocaleTimeString(language),
                  step.author === '' ? '' : personText(t, step.author, link.sender),
                  step.label === '' ? '' : t(`history_${step.where}`),
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </small>
            </div>
            {index === 0 ? (
              <span className="history-now">{t('historyNow')}</span>
            ) : (
              mayDesign &&
              !isLocked && (
                <button
                  type="button"
                  aria-label={t('historyBackTo', { step: step.label || t('history') })}
                  onClick={() => send('history/back', { id: step.id })}
                >
                  {t('historyBack')}
                </button>
              )
            )}
          </li>
        ))}
      </ol>
    </dialog>
  );
};

const Picture = ({ url }: { url: string | undefined }) =>
  url === undefined ? (
    <span className="history-picture" />
  ) : (
    <img className="history-picture" src={url} alt="" />
  );

/** Asked for once each. */
const usePictures = (steps: readonly HistoryStep[] | undefined): Readonly<Record<string, string>> => {
  const link = useLink();
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({});
  const lacking = (steps ?? [])
    .filter(({ id, hasPicture }) => hasPicture && pictures[id] === undefined)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (lacking === '') return undefined;
    let isOver = false;
    void link.verb('history/pictures', { ids: lacking.split(' ') }).then((reply) => {
      if (!isOver && reply.ok) setPictures((now) => ({ ...now, ...picturesIn(reply.value) }));
    });
    return () => {
      isOver = true;
    };
  }, [link, lacking]);
  return pictures;
};

const picturesIn = (value: unknown): Record<string, string> => {
  const found = typeof value === 'object' && value !== null && 'pictures' in value ? value.pictures : null;
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};
