import type { Shape } from '../../../core/station/form.ts';
import { blankOf } from '../../../core/station/form-blank.ts';
import { Toggle } from '../control/toggle.tsx';
import { useForm } from './form-context.ts';
import { FormShape, type ShapeProps } from './form-field.tsx';
import { FormInput } from './form-input.tsx';
import { FormPick } from './form-pick.tsx';

/** Nothing or something: an empty field where one types, a switch before everything else. */
export const FormMaybe = (props: ShapeProps<Extract<Shape, { kind: 'maybe' }>>) => {
  const { shape, path, value, labelled } = props;
  const { isReadOnly, change, optionsOf } = useForm();
  const { of } = shape;
  const options = of.kind === 'text' ? optionsOf(path) : null;
  if (options !== null) return <FormPick {...props} options={options} isNothingAllowed />;
  if (of.kind === 'number' || of.kind === 'text') return <FormInput {...props} shape={of} isNothingAllowed />;
  const isThere = value !== null && value !== undefined;
  return (
    <div className="form-maybe">
      <Toggle
        label={labelled.label}
        isOn={isThere}
        disabled={isReadOnly}
        onChange={(isOn) => change(path, isOn ? blankOf(of) : null)}
      />
      {isThere && <FormShape {...props} shape={of} />}
    </div>
  );
};
