import { useState } from 'react';
import type { InputStatus } from '../../../../core/control/link.ts';
import { isNative, proposalsOf, type Proposal } from '../../../../core/control/learn.ts';
import { stableText } from '../../../../core/show/serialise.ts';
import type { TriggerRecord } from '../../../../core/show/show.schema.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { optionLabel } from '../../words/field.words.ts';
import { toneOf } from '../inputs/verdict.ts';
import type { LearnRow } from './fresh.ts';
import { whatText } from './dry-text.ts';
import { useHostProposal } from './use-host-proposal.ts';
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
  const language = useLanguage();
  const from = inputs.find(({ id }) => id === row.message.id);
  const input = (from && triggerInputOf(from)) ?? 'osc';
  const host = useHostProposal(row.message);
  // What the host says must not fire on anything is offered by nobody.
  const own = host?.trigger === null ? [] : proposalsOf({ text: row.message.text, input });
  const isNew =
    host?.trigger != null && own.every(({ trigger }) => stableText(trigger) !== stableText(host.trigger));
  if (own.length === 0 && !isNew && host === null)
    return <p className="hint">{t(isNative(row.message.text) ? 'learnNative' : 'testUnread')}</p>;
  return (
    <div className="proposals">
      {host?.dialect != null && (
        <p className="amber-text">
          {t('learnDialect', { desk: optionLabel(language, 'dialects', host.dialect) })}
        </p>
      )}
      {host?.trigger === null && (
        <p className="hint">{isNative(row.message.text) ? t('learnNative') : host.why}</p>
      )}
      {(own.length > 0 || isNew) && <p>{t('learnChoose')}</p>}
      {isNew && own.length === 0 && host.trigger?.when === 'rise' && (
        <button type="button" onClick={() => host.trigger && onLearnt(asFader(host.trigger))}>
          {t('learnFader')}
        </button>
      )}
      {own.map(({ hint, example, trigger }) => (
        <button key={hint} type="button" onClick={() => onLearnt(trigger)}>
          {t(HINT_WORDS[hint], { value: example })}
        </button>
      ))}
      {isNew && host.trigger !== null && (
        <button type="button" onClick={() => host.trigger && onLearnt(host.trigger)}>
          {t('learnHost', {
            what: whatText(language, host.trigger.verb, host.trigger.args),
            address: host.trigger.address,
          })}
        </button>
      )}
    </div>
  );
};

/** What is no OSC comes as 0–1, which is what the master wants. */
const asFader = (trigger: TriggerRecord): TriggerRecord => ({
  ...trigger,
  when: 'any',
  verb: 'master',
  args: { level: '$1' },
});
