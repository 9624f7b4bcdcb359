import type { TriggerValue } from '../../../../core/control/osc/trigger.args.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { verbLabel } from '../../words/verb.words.ts';
import { ArgumentField } from './argument-field.tsx';
import { useShowNames } from './use-show-names.ts';
import { fieldsOfVerb, firstArgs, triggerVerbs } from './verb-args.ts';

/** `address`: of the message that values can be taken from; null: there is none, all of them are fixed. */
export type Effect = { verb: string; args: Readonly<Record<string, TriggerValue>>; address: string | null };
type Props = {
  effect: Effect;
  legend?: string;
  isReadOnly?: boolean;
  onChange: (effect: { verb: string; args: Record<string, TriggerValue> }) => void;
};

/** What a trigger, a schedule or a cue’s action does: one verb, each of its values fixed or taken from the message. */
export const EffectEditor = ({ effect, legend, isReadOnly = false, onChange }: Props) => {
  const t = useWords();
  const title = legend ?? t('triggerDoes');
  const language = useLanguage();
  const names = useShowNames();
  const known = triggerVerbs();
  const all = known.includes(effect.verb) ? known : [effect.verb, ...known];
  const set = (key: string, value: TriggerValue | null): void => {
    const rest = Object.fromEntries(Object.entries(effect.args).filter(([each]) => each !== key));
    onChange({ verb: effect.verb, args: value === null ? rest : { ...rest, [key]: value } });
  };
  const fields = fieldsOfVerb(effect.verb);
  const strays = Object.keys(effect.args).filter((key) => fields.every((field) => field.key !== key));
  return (
    <fieldset className="effect" disabled={isReadOnly}>
      <legend>{title}</legend>
      <select
        aria-label={title}
        value={effect.verb}
        onChange={({ target: { value } }) =>
          onChange({ verb: value, args: firstArgs(value, effect.address) })
        }
      >
        {all.map((verb) => (
          <option key={verb} value={verb}>
            {verbLabel(language, verb)}
          </option>
        ))}
      </select>
      {fields.map((field) => (
        <ArgumentField key={field.key} field={field} effect={effect} names={names} onChange={set} />
      ))}
      {strays.map((key) => (
        <p key={key} className="form-problem">
          {key}: {String(effect.args[key])}{' '}
          <button type="button" aria-label={t('formRemove', { name: key })} onClick={() => set(key, null)}>
            ✕
          </button>
        </p>
      ))}
    </fieldset>
  );
};
