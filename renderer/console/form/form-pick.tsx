import { useWords } from '../use-link.ts';
import { useForm, type FormOption } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';

/** The name of something that is there: chosen, not typed. One that is gone stays, and is seen to be. */
export const FormPick = ({
  path,
  value,
  labelled,
  options,
  isNothingAllowed = false,
}: ShapeProps & { options: readonly FormOption[]; isNothingAllowed?: boolean }) => {
  const t = useWords();
  const { isReadOnly, problems, isMixed, change } = useForm();
  const text = typeof value === 'string' ? value : '';
  const isNothing = isNothingAllowed && text === '';
  const isKnown = isNothing || options.some((option) => option.value === text);
  return (
    <div className="form-input">
      <label htmlFor={labelled.id}>{labelled.label}</label>
      <select
        id={labelled.id}
        aria-describedby={labelled.describedBy}
        aria-invalid={(!isKnown && !isMixed(path)) || problems.has(path.join('.'))}
        disabled={isReadOnly}
        value={text}
        onChange={(event) => {
          const { value: picked } = event.target;
          change(path, isNothingAllowed && picked === '' ? null : picked);
        }}
      >
        {isMixed(path) ? (
          <option value="">{t('formMixed')}</option>
        ) : (
          isNothingAllowed && <option value="">{t('formNothing')}</option>
        )}
        {!isKnown && !isMixed(path) && <option value={text}>✕ {text}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
