import { useMemo, useState } from 'react';
import type { InputStatus } from '../../../../core/control/link.ts';
import { idOf, nameOf } from '../../../../core/ids.ts';
import { recordsOfKind } from '../../../../core/show/records.ts';
import { triggerSchema, type ShowDocument, type TriggerRecord } from '../../../../core/show/show.schema.ts';
import { triggerProblems } from '../../../../core/show/trigger-problems.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useTopic, useWords } from '../../use-link.ts';
import { EditBar } from '../edit-bar.tsx';
import { useDocumentEdit } from '../use-document-edit.ts';
import { whatText } from './dry-text.ts';
import { LearnPanel } from './learn-panel.tsx';
import { MessageTest } from './message-test.tsx';
import { draftOf, TriggerEditor, type TriggerDraft } from './trigger-editor.tsx';
import { triggerInputOf } from './trigger-input.ts';
import { useLearn } from './use-learn.ts';

type Trigger = TriggerRecord & { id: string };
type Props = { inputs: readonly InputStatus[]; chosen: InputStatus | null };

/** The show's triggers: learnt from a message, listed, edited, tried, removed. */
export const TriggersPart = ({ inputs, chosen }: Props) => {
  const t = useWords();
  const topic = useTopic('show');
  const edits = useDocumentEdit('show');
  const learn = useLearn();
  const [draft, setDraft] = useState<TriggerDraft | null>(null);
  const document = topic?.document ?? null;
  const triggers = useMemo(
    () => (document ? recordsOfKind(document.records, 'trigger', triggerSchema) : []),
    [document],
  );
  if (!document) return <p className="empty">{t('connecting')}</p>;
  const input = (chosen && triggerInputOf(chosen)) ?? 'osc';
  const learnt = (trigger: TriggerRecord): void => {
    learn.stop();
    edits.forget();
    setDraft({ id: null, name: freeTrigger(document, trigger), trigger });
  };
  const save = async (next: TriggerDraft): Promise<void> => {
    const id = idOf('trigger', next.name);
    const remove = next.id !== null && next.id !== id ? [next.id] : [];
    if (await edits.edit({ label: `trigger ${next.name}`, put: { [id]: next.trigger }, remove }))
      setDraft(null);
  };
  const remove = async (id: string): Promise<void> => {
    if (await edits.edit({ label: `remove trigger ${nameOf(id)}`, remove: [id] })) setDraft(null);
  };
  const fresh: TriggerRecord = triggerSchema.parse({ input, address: '/', verb: 'go' });
  return (
    <div className="triggers-part">
      <div className="trigger-list">
        <div className="choices">
          <button
            type="button"
            className={learn.isOn ? 'amber' : 'primary'}
            aria-pressed={learn.isOn}
            onClick={() => (learn.isOn ? learn.stop() : learn.start())}
          >
            ◉ {t(learn.isOn ? 'learnStop' : 'learn')}
          </button>
          <button type="button" onClick={() => learnt(fresh)}>
            + {t('newTrigger')}
          </button>
        </div>
        {learn.isOn && <LearnPanel learn={learn} inputs={inputs} onLearnt={learnt} />}
        <h2>{t('triggersTitle')}</h2>
        {triggers.length === 0 && <p className="hint">{t('noTriggers')}</p>}
        <ul>
          {triggers.map((trigger) => (
            <Row
              key={trigger.id}
              trigger={trigger}
              document={document}
              isChosen={trigger.id === draft?.id}
              onChoose={() => {
                edits.forget();
                setDraft(draftOf(trigger.id, recordOf(trigger)));
              }}
            />
          ))}
        </ul>
      </div>
      <div className="trigger-side">
        <EditBar edits={edits} isAllowed />
        {draft ? (
          <TriggerEditor
            key={`${draft.id} ${draft.name}`}
            document={document}
            draft={draft}
            inputs={inputs}
            onSave={(next) => void save(next)}
            onLeave={() => setDraft(null)}
            onRemove={(id) => void remove(id)}
          />
        ) : (
          <MessageTest triggers={triggers} input={input} />
        )}
      </div>
    </div>
  );
};

const recordOf = (trigger: Trigger): TriggerRecord => {
  const { id: _id, ...record } = trigger;
  return record;
};
/** A name after the address: `/eos/out/event/cue/1/{cue}/fire` → `eos-out-event-cue-1-fire`. */
const freeTrigger = ({ records }: ShowDocument, { address }: TriggerRecord): string => {
  const words = address
    .toLowerCase()
    .replace(/\{[^}]*\}/g, '')
    .match(/[a-z0-9]+/g);
  const base = (words ?? ['trigger']).join('-').slice(0, 60).replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!Object.hasOwn(records, idOf('trigger', name))) return name;
  }
};

type RowProps = { trigger: Trigger; document: ShowDocument; isChosen: boolean; onChoose: () => void };
const Row = ({ trigger, document, isChosen, onChoose }: RowProps) => {
  const language = useLanguage();
  const { id, address, verb, args, input } = trigger;
  const problems = useMemo(() => triggerProblems(document, id, recordOf(trigger)), [document, id, trigger]);
  return (
    <li className={`trigger-row ${problems.length > 0 ? 'wrong' : ''}`}>
      <button type="button" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
        <b>{nameOf(id)}</b> <small>{input}</small>
        <span className="mono">{address}</span>
        <span>→ {whatText(language, verb, args)}</span>
        {problems.map((problem) => (
          <span key={`${problem.code} ${problem.path}`} className="form-problem">
            ✕ {problemText(language, { ...problem, path: '' })}
          </span>
        ))}
      </button>
    </li>
  );
};
