import { useMemo } from 'react';
import type { z } from 'zod';
import { fieldsOf, type Field } from '../../../core/station/form.ts';
import { at, withValue, type Path } from '../../../core/station/form-value.ts';
import type { Problem } from '../../../core/result.ts';
import { useLanguage } from '../use-link.ts';
import { FormContext, type FormState } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { issuesOf } from './form-issues.ts';
import './form.css';

type Props = {
  kind: string;
  schema: z.ZodType;
  draft: Record<string, unknown>;
  /** Fields that have a control of their own elsewhere. */
  hidden?: readonly string[];
  isReadOnly: boolean;
  /** What the host refused this very draft with; its path is below `id`. */
  refused: Problem | null;
  /** What is known to be wrong before it is sent, where more than the schema is looked at. */
  faults?: readonly Problem[];
  /** Units by field, where the schema's own words name none. */
  units?: Readonly<Record<string, string>>;
  optionsOf?: FormState['optionsOf'];
  besideOf?: FormState['besideOf'];
  id: string;
  onChange: (draft: Record<string, unknown>) => void;
};

const NO_FAULTS: readonly Problem[] = [];
const NO_UNITS = {};
const typed = (): null => null;
const nothing = (): null => null;

const withUnit = (field: Field, units: Readonly<Record<string, string>>): Field => {
  const { shape, key } = field;
  const unit = units[key];
  return shape.kind === 'number' && unit !== undefined ? { ...field, shape: { ...shape, unit } } : field;
};

/** Any record as a form: fields from its schema, what is wrong at its field, before it is sent and after. */
export const RecordForm = ({
  kind,
  schema,
  draft,
  hidden = [],
  isReadOnly,
  refused,
  faults = NO_FAULTS,
  optionsOf = typed,
  besideOf = nothing,
  units = NO_UNITS,
  id,
  onChange,
}: Props) => {
  const language = useLanguage();
  const problems = useMemo(
    () => issuesOf(schema, draft, language, refused, id, faults),
    [schema, draft, language, refused, id, faults],
  );
  const state = useMemo<FormState>(
    () => ({
      kind,
      isReadOnly,
      problems,
      optionsOf,
      besideOf,
      change(path: Path, value) {
        const next = withValue(draft, path, value);
        if (typeof next === 'object' && next !== null) onChange({ ...next });
      },
    }),
    [kind, isReadOnly, problems, optionsOf, besideOf, draft, onChange],
  );
  const fields = fieldsOf(schema)
    .filter(({ key }) => !hidden.includes(key))
    .map((field) => withUnit(field, units));
  return (
    <FormContext.Provider value={state}>
      <div className="record-form">
        {fields.map((field) => (
          <FormField key={field.key} field={field} path={[field.key]} value={at(draft, [field.key])} />
        ))}
      </div>
    </FormContext.Provider>
  );
};
