import { useId } from 'react';
import type { TriggerValue } from '../../../../core/control/osc/trigger.args.ts';
import type { Field } from '../../../../core/station/form.ts';
import { readText, textOf } from '../../../../core/station/form-value.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { fieldLabel } from '../../words/field.words.ts';
import type { Effect } from './effect-editor.tsx';
import type { Named, ShowNames } from './use-show-names.ts';
import { partsOf } from './verb-args.ts';

type Props = {
  field: Field;
  effect: Effect;
  names: ShowNames;
  onChange: (key: string, value: TriggerValue | null) => void;
};
const ARGUMENTS = [1, 2, 3];
const isTaken = (value: TriggerValue | undefined): value is string =>
  typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$');

/** One value of the verb: where it comes from, and what it is when it is fixed. */
export const ArgumentField = ({ field, effect, names, onChange }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const id = useId();
  const { key, isRequired } = field;
  const value = effect.args[key];
  const label = fieldLabel(language, `verb:${effect.verb}`, key);
  const { address } = effect;
  const taken =
    address === null ? [] : [...partsOf(address), ...ARGUMENTS.map(String)].map((name) => `$${name}`);
  const sources = isTaken(value) && !taken.includes(value) ? [value, ...taken] : taken;
  const sourceText = (source: string): string =>
    /^\$\d+$/.test(source)
      ? t('fromArgument', { n: source.slice(1) })
      : t('fromPart', { name: source.slice(1) });
  const choose = (source: string): void => {
    if (source === 'none') onChange(key, null);
    else onChange(key, source === 'fixed' ? (choicesOf(field, effect, names)[0]?.value ?? '') : source);
  };
  return (
    <div className="argument">
      <div className="argument-source">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          value={value === undefined ? 'none' : isTaken(value) ? value : 'fixed'}
          onChange={(event) => choose(event.target.value)}
        >
          {(!isRequired || value === undefined) && <option value="none">{t('fromNothing')}</option>}
          <option value="fixed">{t('fromFixed')}</option>
          {sources.map((source) => (
            <option key={source} value={source}>
              {sourceText(source)}
            </option>
          ))}
        </select>
      </div>
      {value !== undefined && !isTaken(value) && (
        <Fixed
          field={field}
          value={value}
          choices={choicesOf(field, effect, names)}
          label={t('triggerValue', { name: label })}
          onChange={(next) => onChange(key, next)}
        />
      )}
    </div>
  );
};

const FLAGS: Named[] = [
  { value: 'true', label: '1' },
  { value: 'false', label: '0' },
];
/** What there is to choose from; [] for what is typed. */
const choicesOf = ({ key, shape }: Field, { verb, args }: Effect, names: ShowNames): Named[] => {
  if (shape.kind === 'switch') return FLAGS;
  if (key === 'cue') return [...names.cues, ...names.stings];
  if (key === 'timeline' || verb.startsWith('timeline/'))
    return key === 'timeline' || key === 'id' ? names.timelines : [];
  if (key === 'clip' || (verb === 'clip/set' && key === 'id')) return names.clips;
  if (key === 'param') return names.parametersOf(String(args['id'] ?? args['clip'] ?? ''));
  return [];
};

type FixedProps = {
  field: Field;
  value: TriggerValue;
  choices: readonly Named[];
  label: string;
  onChange: (value: TriggerValue) => void;
};
const Fixed = ({ field, value, choices, label, onChange }: FixedProps) => {
  const { shape } = field;
  const text = String(value);
  if (choices.length === 0)
    return (
      <input
        type="text"
        aria-label={label}
        value={typeof value === 'string' ? value : textOf(shape, value)}
        onChange={(event) => {
          const read = shape.kind === 'number' ? readText(shape, event.target.value) : event.target.value;
          onChange(typeof read === 'number' ? read : event.target.value);
        }}
      />
    );
  const isKnown = choices.some((choice) => choice.value === text);
  return (
    <select
      aria-label={label}
      aria-invalid={!isKnown}
      value={text}
      onChange={(event) =>
        onChange(shape.kind === 'switch' ? event.target.value === 'true' : event.target.value)
      }
    >
      {!isKnown && <option value={text}>✕ {text}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
};
