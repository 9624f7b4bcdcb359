import type { Shape } from '../../../core/station/form.ts';
import { blankOf, variantOf } from '../../../core/station/form-blank.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { fieldLabel, optionLabel } from '../words/field.words.ts';
import { keyOf, useForm } from './form-context.ts';
import { FormFields, FormShape, type ShapeProps } from './form-field.tsx';

/** One of several shapes: which, then its own fields. */
export const FormVariants = (props: ShapeProps<Extract<Shape, { kind: 'variants' }>>) => {
  const { shape, path, value, labelled } = props;
  const t = useWords();
  const language = useLanguage();
  const { kind, isReadOnly, change } = useForm();
  const index = variantOf(shape.options, value);
  const chosen = shape.options[index];
  const name = (option: Shape): string =>
    isWords(option)
      ? t('formLanguages')
      : option.kind === 'group'
        ? optionLabel(
            language,
            keyOf(path),
            fixedOf(option) ?? fieldLabel(language, kind, option.fields[0]?.key ?? ''),
          )
        : optionLabel(language, keyOf(path), option.kind);
  return (
    <fieldset className="form-group" disabled={isReadOnly} aria-describedby={labelled.describedBy}>
      <legend>{labelled.label}</legend>
      <div className="choices">
        {shape.options.map((option, place) => (
          <button
            key={place}
            type="button"
            aria-pressed={place === index}
            onClick={() => place !== index && change(path, blankOf(option))}
          >
            {name(option)}
          </button>
        ))}
      </div>
      {chosen?.kind === 'group' ? (
        <FormFields shape={withoutFixed(chosen)} path={path} value={value} />
      ) : (
        chosen && <FormShape {...props} shape={chosen} />
      )}
    </fieldset>
  );
};

/** The same in both languages. */
const isWords = (option: Shape): boolean =>
  option.kind === 'group' && option.fields.map(({ key }) => key).join() === 'fr,en';

type Group = Extract<Shape, { kind: 'group' }>;
const isFixed = (shape: Shape): boolean => shape.kind === 'choice' && shape.options.length === 1;
/** `kind: "hold"` is what the buttons say. */
const withoutFixed = (group: Group): Group => ({
  ...group,
  fields: group.fields.filter((field) => !isFixed(field.shape)),
});
const fixedOf = (group: Group): unknown => {
  const fixed = group.fields.find(({ shape }) => isFixed(shape))?.shape;
  return fixed?.kind === 'choice' ? fixed.options[0] : undefined;
};
