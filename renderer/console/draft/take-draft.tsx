import { useState } from 'react';
import type { DraftTopic } from '../../../core/control/draft.topics.ts';
import { draftSettingsSchema } from '../../../core/station/draft.schema.ts';
import { useTopic, useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import type { VerbSender } from '../use-verb.ts';
import { countText } from './draft-text.ts';

/** The operator's: the draft becomes the programme. Asked twice, and it is the draft that was seen or none. */
const FADES = [0, 1, 2, 5, 10];

export const TakeDraft = ({ draft, send }: { draft: DraftTopic; send: VerbSender }) => {
  const t = useWords();
  const isLocked = useTopic('lock')?.on ?? false;
  const settings = useTopic('settings')?.document.records['draft:main'];
  const usual = draftSettingsSchema.catch({ edits: 'running', fade: 2 }).parse(settings ?? {}).fade;
  const [chosen, choose] = useState<number | null>(null);
  const seconds = chosen ?? usual;
  const { revision, count } = draft.open ?? { revision: 0, count: 0 };
  const { isAsked, press, cancel } = useTwoPresses(
    () => send('draft/take', { fade: seconds, revision }),
    6000,
  );
  if (isLocked) return <p className="draft-note">{t('draftLocked')}</p>;
  const fades = [...new Set([...FADES, usual])].sort((a, b) => a - b);
  return (
    <>
      <label className="draft-fade">
        {t('draftFade')}
        <select value={seconds} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {fades.map((each) => (
            <option key={each} value={each}>{`${each} s`}</option>
          ))}
        </select>
      </label>
      <button type="button" className="take" disabled={draft.isTaking} onClick={press}>
        {isAsked ? t('draftTakeSure', { changes: countText(t, count), seconds }) : t('draftTake')}
      </button>
      {isAsked && (
        <button type="button" onClick={cancel}>
          {t('draftNo')}
        </button>
      )}
    </>
  );
};
