import { useState } from 'react';
import type { InputStatus } from '../../../../core/control/link.ts';
import { isNative, proposalsOf, type Proposal } from '../../../../core/control/learn.ts';
import type { TriggerRecord } from '../../../../core/show/show.schema.ts';
import { useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { toneOf } from '../inputs/verdict.ts';
import type { LearnRow } from './fresh.ts';
import { triggerInputOf } from './trigger-input.ts';
import type { Learn } from './use-learn.ts';

const HINT_WORDS = {
  cue: 'learnCue',
  press: 'learnPress',
  release: 'learnRelease',
  level: 'learnLevel',
} as const satisfies Record<Proposal['hint'], Word>;

type Props = { learn: Learn; inputs: readonly InputStatus[]; onLearnt: (trigger: TriggerRecord) => void };

/** What comes in while one learns; a message chosen says what it could do. */
export const LearnPanel = ({ learn, inputs, onLearnt }: Props) => {
  const t = useWords();
  const [chosen, choose] = useState<string | null>(null);
  return (
    <section className="learn" aria-label={t('learn')}>
      <output className="amber-text">{t('learnWaits')}</output>
      <ul>
        {learn.rows.map((row) => (
          <li key={row.key} className={row.key === chosen ? 'chosen' : ''}>
            <button
              type="button"
              className="learn-row"
              aria-expanded={row.key === chosen}
              onClick={() => choose(row.key === chosen ? null : row.key)}
            >
              <b>{row.message.id}</b>
              <span className="mono">{row.message.text}</span>
              {row.times > 1 && <small>{t('learnTimes', { n: row.times })}</small>}
              <small className={toneOf(row.message.verdict)}>{row.message.verdict}</small>
            </button>
            {row.key === chosen && <Proposals row={row} inputs={inputs} onLearnt={onLearnt} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

type ProposalProps = Pick<Props, 'inputs' | 'onLearnt'> & { row: LearnRow };
const Proposals = ({ row, inputs, onLearnt }: ProposalProps) => {
  const t = useWords();
  const from = inputs.find(({ id }) => id === row.message.id);
  const input = (from && triggerInputOf(from)) ?? 'osc';
  const proposals = proposalsOf({ text: row.message.text, input });
  if (proposals.length === 0)
    return <p className="hint">{t(isNative(row.message.text) ? 'learnNative' : 'testUnread')}</p>;
  return (
    <div className="proposals">
      <p>{t('learnChoose')}</p>
      {proposals.map(({ hint, example, trigger }) => (
        <button key={hint} type="button" onClick={() => onLearnt(trigger)}>
          {t(HINT_WORDS[hint], { value: example })}
        </button>
      ))}
    </div>
  );
};
