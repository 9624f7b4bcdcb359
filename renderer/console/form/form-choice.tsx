import type { Shape } from '../../../core/station/form.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { optionLabel } from '../words/field.words.ts';
import { keyOf, useForm } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';

/** A few are all seen; more are a list that opens. */
const ALL_SEEN = 5;

export const FormChoice = ({
  shape,
  path,
  value,
  labelled,
}: ShapeProps<Extract<Shape, { kind: 'choice' }>>) => {
  const language = useLanguage();
  const t = useWords();
  const { isReadOnly, isMixed, change } = useForm();
  const name = (option: unknown): string => optionLabel(language, keyOf(path), option);
  if (shape.options.length > ALL_SEEN)
    return (
      <div className="form-input">
        <label htmlFor={labelled.id}>{labelled.label}</label>
        <select
          id={labelled.id}
          aria-describedby={labelled.describedBy}
          disabled={isReadOnly}
          value={shape.options.findIndex((option) => option === value)}
          onChange={(event) => change(path, shape.options[Number(event.target.value)])}
        >
          {isMixed(path) && <option value={-1}>{t('formMixed')}</option>}
          {shape.options.map((option, index) => (
            <option key={index} value={index}>
              {name(option)}
            </option>
          ))}
        </select>
      </div>
    );
  return (
    <fieldset className="choice" disabled={isReadOnly} aria-describedby={labelled.describedBy}>
      <legend>
        {labelled.label}
        {isMixed(path) && <i className="mixed"> {t('formMixed')}</i>}
      </legend>
      <div className="choices">
        {shape.options.map((option) => (
          <button
            key={String(option)}
            type="button"
            aria-pressed={option === value}
            onClick={() => change(path, option)}
          >
            {name(option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
};

/** Any of a few: days of the week, vocabularies. Kept in the order of the list, whatever the order of the presses. */
export const FormMany = ({ shape, path, value, labelled }: ShapeProps<Extract<Shape, { kind: 'many' }>>) => {
  const language = useLanguage();
  const { isReadOnly, change } = useForm();
  const chosen: unknown[] = Array.isArray(value) ? (value as unknown[]) : [];
  const toggle = (option: unknown): void =>
    change(
      path,
      shape.options.filter((each) => (each === option ? !chosen.includes(each) : chosen.includes(each))),
    );
  return (
    <fieldset className="choice" disabled={isReadOnly} aria-describedby={labelled.describedBy}>
      <legend>{labelled.label}</legend>
      <div className="choices">
        {shape.options.map((option) => (
          <button
            key={String(option)}
            type="button"
            aria-pressed={chosen.includes(option)}
            onClick={() => toggle(option)}
          >
            <span aria-hidden="true">{chosen.includes(option) ? '☑' : '☐'}</span>{' '}
            {optionLabel(language, keyOf(path), option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
};
