import type { TriggerRecord } from '../../../../core/show/show.schema.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { verbLabel } from '../../words/verb.words.ts';
import { ArgumentField } from './argument-field.tsx';
import { useShowNames } from './use-show-names.ts';
import { fieldsOfVerb, firstArgs, triggerVerbs } from './verb-args.ts';

type Props = { trigger: TriggerRecord; onChange: (trigger: TriggerRecord) => void };

/** What a trigger does: one verb, each of its values fixed or taken from the message. */
export const EffectEditor = ({ trigger, onChange }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const names = useShowNames();
  const known = triggerVerbs();
  const all = known.includes(trigger.verb) ? known : [trigger.verb, ...known];
  const set = (key: string, value: TriggerRecord['args'][string] | null): void => {
    const rest = Object.fromEntries(Object.entries(trigger.args).filter(([each]) => each !== key));
    onChange({ ...trigger, args: value === null ? rest : { ...rest, [key]: value } });
  };
  const fields = fieldsOfVerb(trigger.verb);
  const strays = Object.keys(trigger.args).filter((key) => fields.every((field) => field.key !== key));
  return (
    <fieldset className="effect">
      <legend>{t('triggerDoes')}</legend>
      <select
        aria-label={t('triggerDoes')}
        value={trigger.verb}
        onChange={({ target: { value } }) =>
          onChange({ ...trigger, verb: value, args: firstArgs(value, trigger.address) })
        }
      >
        {all.map((verb) => (
          <option key={verb} value={verb}>
            {verbLabel(language, verb)}
          </option>
        ))}
      </select>
      {fields.map((field) => (
        <ArgumentField key={field.key} field={field} trigger={trigger} names={names} onChange={set} />
      ))}
      {strays.map((key) => (
        <p key={key} className="form-problem">
          {key}: {String(trigger.args[key])}{' '}
          <button type="button" aria-label={t('formRemove', { name: key })} onClick={() => set(key, null)}>
            ✕
          </button>
        </p>
      ))}
    </fieldset>
  );
};
