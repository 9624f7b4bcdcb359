import { useMemo } from 'react';
import type { z } from 'zod';
import { fieldsOf, type Field } from '../../../core/station/form.ts';
import { at, withValue, type Path } from '../../../core/station/form-value.ts';
import { isRelative } from '../../../core/station/reckon.ts';
import type { Problem } from '../../../core/result.ts';
import { useLanguage } from '../use-link.ts';
import { FormContext, type FormState } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { issuesOf } from './form-issues.ts';
import './form.css';

/** As a form's hand, of the whole record. */
export type RecordHand = {
  show(draft: Record<string, unknown>): void;
  keep(): void;
  drop(): void;
};
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
  behindOf?: FormState['behindOf'];
  isMixed?: FormState['isMixed'];
  swatches?: FormState['swatches'];
  hand?: RecordHand | null;
  id: string;
  onChange: (draft: Record<string, unknown>) => void;
};

const NO_FAULTS: readonly Problem[] = [];
const NO_UNITS = {};
const typed = (): null => null;
const nothing = (): null => null;
const alike = (): boolean => false;
const NO_COLOURS: readonly string[] = [];
const noSwatches = (): readonly string[] => NO_COLOURS;
const asFields = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? { ...value } : null;

/** "+5" for numbers that differ is no number yet, and nothing is wrong with it. */
const withoutRelative = (
  problems: ReadonlyMap<string, string>,
  draft: Record<string, unknown>,
  isMixed: FormState['isMixed'],
): ReadonlyMap<string, string> =>
  new Map(
    [...problems].filter(([path]) => {
      const value = draft[path];
      return !(typeof value === 'string' && isRelative(value) && isMixed([path]));
    }),
  );

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
  behindOf = nothing,
  isMixed = alike,
  swatches = noSwatches,
  hand = null,
  units = NO_UNITS,
  id,
  onChange,
}: Props) => {
  const language = useLanguage();
  const problems = useMemo(
    () => withoutRelative(issuesOf(schema, draft, language, refused, id, faults), draft, isMixed),
    [schema, draft, language, refused, id, faults, isMixed],
  );
  const state = useMemo<FormState>(
    () => ({
      kind,
      isReadOnly,
      problems,
      optionsOf,
      besideOf,
      behindOf,
      isMixed,
      valueOf: (path) => at(draft, path),
      swatches,
      hand: hand && {
        ...hand,
        show(path, value) {
          const next = asFields(withValue(draft, path, value));
          if (next) hand.show(next);
        },
      },
      change(path: Path, value) {
        const next = asFields(withValue(draft, path, value));
        if (next) onChange(next);
      },
    }),
    [kind, isReadOnly, problems, optionsOf, besideOf, behindOf, isMixed, swatches, hand, draft, onChange],
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
