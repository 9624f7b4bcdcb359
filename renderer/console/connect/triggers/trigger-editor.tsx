import { useMemo, useState } from 'react';
import type { InputStatus } from '../../../../core/control/link.ts';
import { dryRun } from '../../../../core/control/dry-run.ts';
import { idOf, nameOf } from '../../../../core/ids.ts';
import { triggerSchema, type ShowDocument, type TriggerRecord } from '../../../../core/show/show.schema.ts';
import { triggerProblems } from '../../../../core/show/trigger-problems.ts';
import { Sure } from '../../control/sure.tsx';
import { RecordForm } from '../../form/record-form.tsx';
import { problemText } from '../../problem-text.ts';
import { useConnected, useLanguage, useWords } from '../../use-link.ts';
import { useInputLog } from '../inputs/use-input-log.ts';
import { nameFrom } from '../station/kinds.ts';
import { dryTexts } from './dry-text.ts';
import { EffectEditor } from './effect-editor.tsx';
import { triggerInputOf } from './trigger-input.ts';

export type TriggerDraft = { id: string | null; name: string; trigger: TriggerRecord };
type Props = {
  document: ShowDocument;
  draft: TriggerDraft;
  inputs: readonly InputStatus[];
  onSave: (draft: TriggerDraft) => void;
  onLeave: () => void;
  onRemove: (id: string) => void;
};
const plainSchema = triggerSchema.omit({ verb: true, args: true });
/** A threshold is an edge's alone. */
const withoutEdge = plainSchema.omit({ threshold: true, hysteresis: true });
const hasEdge = ({ when }: TriggerRecord): boolean => when === 'rise' || when === 'fall';

/** A trigger under the hand: what it listens for, what it does, what is wrong with it, and what it would have done. */
export const TriggerEditor = ({ document, draft, inputs, onSave, onLeave, onRemove }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const isConnected = useConnected();
  const [now, setNow] = useState(draft);
  const { verb: _verb, args: _args, ...plain } = now.trigger;
  const id = idOf('trigger', now.name || 'new');
  const problems = useMemo(() => triggerProblems(document, id, now.trigger), [document, id, now.trigger]);
  const isTaken = draft.id !== id && Object.hasOwn(document.records, id);
  const isSound = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(now.name) && triggerSchema.safeParse(now.trigger).success;
  const change = (trigger: TriggerRecord): void => setNow({ ...now, trigger });
  return (
    <form
      className="trigger-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound && !isTaken && problems.length === 0) onSave(now);
      }}
    >
      <label className="text-field">
        <span>{t('triggerName')}</span>
        <input
          type="text"
          autoComplete="off"
          value={now.name}
          aria-invalid={isTaken}
          onChange={(event) => setNow({ ...now, name: nameFrom(event.target.value) })}
        />
      </label>
      {isTaken && <p className="form-problem">! {t('nameTaken')}</p>}
      <EffectEditor effect={now.trigger} onChange={(effect) => change({ ...now.trigger, ...effect })} />
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.path}`} className="form-problem" role="alert">
          ✕ {problemText(language, { ...problem, path: '' })}
        </p>
      ))}
      <RecordForm
        kind="trigger"
        schema={hasEdge(now.trigger) ? plainSchema : withoutEdge}
        draft={plain}
        isReadOnly={false}
        refused={null}
        id={id}
        // What is half typed is kept, and keeps the trigger from being saved.
        onChange={(next) => change({ ...now.trigger, ...next })}
      />
      <WouldHave id={id} trigger={now.trigger} inputs={inputs} />
      <div className="record-actions">
        <button
          type="submit"
          className="primary"
          disabled={!isSound || isTaken || problems.length > 0 || !isConnected}
        >
          {t('save')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('revert')}
        </button>
        <span className="spacer" />
        {draft.id !== null && (
          <Sure
            label={t('remove')}
            sure={t('removeSure', { name: draft.name })}
            disabled={!isConnected}
            onSure={() => draft.id !== null && onRemove(draft.id)}
          />
        )}
      </div>
    </form>
  );
};

/** The trigger over what its input has said last: would it have fired, and on what? */
const WouldHave = ({
  id,
  trigger,
  inputs,
}: {
  id: string;
  trigger: TriggerRecord;
  inputs: readonly InputStatus[];
}) => {
  const input = inputs.find((each) => triggerInputOf(each) === trigger.input);
  return input ? <Over id={id} trigger={trigger} input={input.id} /> : null;
};
const neverText = (): boolean => false;
const Over = ({ id, trigger, input }: { id: string; trigger: TriggerRecord; input: string }) => {
  const t = useWords();
  const language = useLanguage();
  const { messages } = useInputLog(input);
  const results = useMemo(() => {
    const lines = messages.map(({ text, at }) => ({ text, at: Date.parse(at) / 1000 }));
    return dryRun([{ ...trigger, id }], trigger.input, lines, neverText);
  }, [messages, trigger, id]);
  const firing = results.findLastIndex((each) => each.kind === 'met' && each.outcome.fired.length > 0);
  const fired = results.filter((each) => each.kind === 'met' && each.outcome.fired.length > 0).length;
  const last = results[firing];
  // Ports that write their messages in their own words are tried by the host alone.
  if (results.every(({ kind }) => kind === 'unread')) return null;
  return (
    <section className="would-have">
      <p>{t('wouldHave', { n: messages.length, input, fired })}</p>
      {last && (
        <p className="mono">
          {messages[firing]?.text} <span className="good">{dryTexts(language, last)[0]?.text}</span>
        </p>
      )}
    </section>
  );
};

export const draftOf = (id: string, trigger: TriggerRecord): TriggerDraft => ({
  id,
  name: nameOf(id),
  trigger,
});
