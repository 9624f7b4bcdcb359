import type { ReactNode } from 'react';
import type { z } from 'zod';
import { isContent } from '../../../../core/layers/content.ts';
import type { ParameterHint } from '../../../../core/layers/layer.ts';
import type { Problem } from '../../../../core/result.ts';
import type { FormState } from '../../form/form-context.ts';
import { RecordForm, type RecordHand } from '../../form/record-form.tsx';
import { useWords } from '../../use-link.ts';
import { InputPick } from './input-pick.tsx';
import { ElementsPick } from '../pick/elements-pick.tsx';
import { unitsOf, type Fields } from './clip-fields.ts';
import { diced, differs, FieldTools, fallbackOf } from './field-tools.tsx';
import type { LinkedPair } from './use-links.ts';

/**
 * The parameters of a layer or of an effect as fields, with their keys before them and their defaults, dice and partners
 * behind. A parameter that is put back is taken out of the record; one with keys gets its default as a key.
 */
type Props = {
  title: ReactNode;
  /** `layer-text`, `effect-blur`: whose labels count. */
  kind: string;
  id: string;
  schema: z.ZodObject;
  hints: Partial<Record<string, ParameterHint>>;
  parameters: Fields;
  hidden?: readonly string[];
  isReadOnly: boolean;
  refused: Problem | null;
  faults: readonly Problem[];
  labelOf: (param: string) => string;
  isKeyed: (param: string) => boolean;
  keyOf: (param: string) => ReactNode;
  optionsOf?: FormState['optionsOf'];
  isMixed?: FormState['isMixed'];
  swatches: FormState['swatches'];
  pairs: readonly LinkedPair[];
  hand: RecordHand | null;
  onChange: (parameters: Fields) => void;
};
export const LayerForm = ({
  title,
  parameters,
  isKeyed,
  keyOf,
  pairs,
  labelOf,
  onChange,
  ...form
}: Props) => {
  const t = useWords();
  const { kind, schema, hints, isReadOnly } = form;
  const without = (gone: (param: string) => boolean): Fields =>
    Object.fromEntries(Object.entries(parameters).filter(([param]) => !gone(param)));
  const reset = (param: string): void =>
    onChange(
      isKeyed(param)
        ? { ...parameters, [param]: fallbackOf(schema, param) }
        : without((each) => each === param),
    );
  const isOther = (param: string): boolean =>
    !isContent(kind.slice(kind.indexOf('-') + 1), param) &&
    !isKeyed(param) &&
    differs(parameters[param], fallbackOf(schema, param));
  const others = Object.keys(schema.shape).filter(isOther);
  const toolsOf = (param: string): ReactNode => {
    const pair = pairs.find(({ first }) => first === param);
    const isSeed = hints[param]?.control === 'seed' || param === 'seed';
    const fallback = fallbackOf(schema, param);
    if (!pair && !isSeed && !differs(parameters[param], fallback)) return null;
    return (
      <FieldTools
        label={labelOf(param)}
        isReadOnly={isReadOnly}
        fallback={fallback}
        value={parameters[param]}
        onReset={() => reset(param)}
        onDice={isSeed ? () => onChange({ ...parameters, [param]: diced(SEEDS) }) : null}
        link={pair ? { name: labelOf(pair.second), isOn: pair.isOn, onLink: pair.onLink } : null}
      />
    );
  };
  /** What lists façade elements is pointed at on the picture; what names a live input is chosen among names. */
  const pickOf = (param: string): ReactNode => {
    const put = (value: unknown): void => onChange({ ...parameters, [param]: value });
    const control = hints[param]?.control;
    if (control === 'input')
      return <InputPick value={parameters[param]} isReadOnly={isReadOnly} onChange={put} />;
    if (control !== 'elements') return null;
    return (
      <ElementsPick
        id={`${form.id}.${param}`}
        name={labelOf(param)}
        value={parameters[param]}
        isReadOnly={isReadOnly}
        onChange={put}
      />
    );
  };
  const besideOf = (param: string): ReactNode => {
    const key = keyOf(param);
    const pick = pickOf(param);
    if (key === null || pick === null) return key ?? pick;
    return (
      <>
        {key}
        {pick}
      </>
    );
  };
  return (
    <>
      <div className="layer-head">
        {title !== null && <h3>{title}</h3>}
        {others.length > 0 && (
          <button
            type="button"
            className="reset-all"
            disabled={isReadOnly}
            title={t('fieldResetAllHint')}
            onClick={() => onChange(without((param) => others.includes(param)))}
          >
            ↺ {t('fieldResetAll', { n: others.length })}
          </button>
        )}
      </div>
      <RecordForm
        {...form}
        draft={parameters}
        units={unitsOf(hints)}
        besideOf={([param, ...inner]) =>
          inner.length === 0 && typeof param === 'string' ? besideOf(param) : null
        }
        behindOf={([param, ...inner]) =>
          inner.length === 0 && typeof param === 'string' ? toolsOf(param) : null
        }
        onChange={onChange}
      />
    </>
  );
};
/** As far as every seed goes. */
const SEEDS = 1_000_000;
