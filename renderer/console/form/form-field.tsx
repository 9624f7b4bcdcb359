import { useId } from 'react';
import type { Field, Shape } from '../../../core/station/form.ts';
import type { Path } from '../../../core/station/form-value.ts';
import { Toggle } from '../control/toggle.tsx';
import { useLanguage, useWords } from '../use-link.ts';
import { fieldLabel } from '../words/field.words.ts';
import { fieldHint } from '../words/field-hint.words.ts';
import { FormColour } from './form-colour.tsx';
import { FormChoice, FormMany } from './form-choice.tsx';
import { keyOf, useForm } from './form-context.ts';
import { FormInput } from './form-input.tsx';
import { FormList, FormMap } from './form-list.tsx';
import { FormMaybe } from './form-maybe.tsx';
import { FormPick } from './form-pick.tsx';
import { FormRun, isRun } from './form-run.tsx';
import { FormVariants } from './form-variants.tsx';

export type ShapeProps<S extends Shape = Shape> = {
  shape: S;
  path: Path;
  value: unknown;
  /** Names the control: a label's id, and what describes it. */
  labelled: { label: string; id: string; describedBy: string };
};

/** One field: its name, its control, what it is for, and what is wrong with it. */
export const FormField = ({ field, path, value }: { field: Field; path: Path; value: unknown }) => {
  const language = useLanguage();
  const id = useId();
  const { kind, problems, besideOf, behindOf } = useForm();
  const label = fieldLabel(language, kind, field.key);
  const hint = fieldHint(language, kind, field.key, field.note);
  const problem = problems.get(path.join('.'));
  const describedBy = `${id}-hint`;
  const labelled = { label, id, describedBy };
  const beside = besideOf(path);
  const behind = behindOf(path);
  return (
    <div
      className={`form-field of-${field.shape.kind} ${problem === undefined ? '' : 'wrong'} ${beside === null ? '' : 'has-beside'} ${behind === null ? '' : 'has-behind'}`}
    >
      {beside}
      <FormShape shape={field.shape} path={path} value={value} labelled={labelled} />
      {behind}
      <div id={describedBy} className="form-note">
        {problem !== undefined && <p className="form-problem">! {problem}</p>}
        {hint !== '' && <p className="hint">{hint}</p>}
      </div>
    </div>
  );
};

/** Each shape has a control; the compiler refuses one that has none. */
export const FormShape = (props: ShapeProps) => {
  const { shape, path, value, labelled } = props;
  const t = useWords();
  const { isReadOnly, change, optionsOf, isMixed } = useForm();
  switch (shape.kind) {
    case 'switch':
      return (
        <Toggle
          label={isMixed(path) ? `${labelled.label} · ${t('formMixed')}` : labelled.label}
          isOn={value === true}
          disabled={isReadOnly}
          onChange={(isOn) => change(path, isOn)}
        />
      );
    case 'text': {
      const options = optionsOf(path);
      return options === null ? (
        <FormInput {...props} shape={shape} isNothingAllowed={false} />
      ) : (
        <FormPick {...props} options={options} />
      );
    }
    case 'colour':
      return <FormColour {...props} />;
    case 'number':
    case 'scalar':
    case 'anything':
      return <FormInput {...props} shape={shape} isNothingAllowed={false} />;
    case 'choice':
      return <FormChoice {...props} shape={shape} />;
    case 'many':
      return <FormMany {...props} shape={shape} />;
    case 'list':
      return isRun(shape) ? <FormRun {...props} shape={shape} /> : <FormList {...props} shape={shape} />;
    case 'row':
      return (
        <fieldset className="form-row" aria-describedby={labelled.describedBy}>
          <legend>{labelled.label}</legend>
          <div>
            {shape.items.map((item, index) => (
              <FormShape
                key={index}
                shape={item}
                path={[...path, index]}
                value={Array.isArray(value) ? (value as unknown[])[index] : undefined}
                labelled={{ ...labelled, label: String(index + 1), id: `${labelled.id}-${index}` }}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'map':
      return <FormMap {...props} shape={shape} />;
    case 'group':
      return (
        <fieldset className="form-group" aria-describedby={labelled.describedBy}>
          <legend>{labelled.label}</legend>
          <FormFields shape={shape} path={path} value={value} />
        </fieldset>
      );
    case 'maybe':
      return <FormMaybe {...props} shape={shape} />;
    case 'variants':
      return <FormVariants {...props} shape={shape} />;
  }
};

type GroupProps = { shape: Extract<Shape, { kind: 'group' }>; path: Path; value: unknown };
export const FormFields = ({ shape, path, value }: GroupProps) =>
  shape.fields.map((field) => (
    <FormField
      key={`${keyOf(path)}.${field.key}`}
      field={field}
      path={[...path, field.key]}
      value={typeof value === 'object' && value !== null ? Reflect.get(value, field.key) : undefined}
    />
  ));
