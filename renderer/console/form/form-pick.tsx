import { useForm, type FormOption } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';

/** The name of something that is there: chosen, not typed. One that is gone stays, and is seen to be. */
export const FormPick = ({
  path,
  value,
  labelled,
  options,
}: ShapeProps & { options: readonly FormOption[] }) => {
  const { isReadOnly, problems, change } = useForm();
  const text = typeof value === 'string' ? value : '';
  const isKnown = options.some((option) => option.value === text);
  return (
    <div className="form-input">
      <label htmlFor={labelled.id}>{labelled.label}</label>
      <select
        id={labelled.id}
        aria-describedby={labelled.describedBy}
        aria-invalid={!isKnown || problems.has(path.join('.'))}
        disabled={isReadOnly}
        value={text}
        onChange={(event) => change(path, event.target.value)}
      >
        {!isKnown && <option value={text}>✕ {text}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};
