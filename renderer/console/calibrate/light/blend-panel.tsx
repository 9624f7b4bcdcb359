import type { BlendRecord, EdgeRecord } from '../../../../core/rig/light.schema.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

const noEdge: EdgeRecord = { width: 0, power: 2, centre: 0.5, offset: 0 };
const blendOf = (kind: BlendRecord['kind']): BlendRecord => {
  switch (kind) {
    case 'none':
      return { kind };
    case 'auto':
      return { kind, power: 1 };
    case 'edges':
      return { kind, left: noEdge, right: noEdge, top: noEdge, bottom: noEdge };
    default:
      return kind satisfies never;
  }
};

export const BlendPanel = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { rig, editor, canEdit, isConnected } = useCalibration();
  const edit = useOutputEdit(output, 'labelBlend');
  const { blend } = output;
  const isAllAuto = rig.outputs.every((each) => each.blend.kind === 'auto');
  return (
    <section>
      <Choice
        label={t('blendKind')}
        value={blend.kind}
        options={[
          ['none', t('blendNone')],
          ['auto', t('blendAuto')],
          ['edges', t('blendEdges')],
        ]}
        disabled={!canEdit}
        onChange={(kind) => edit({ blend: blendOf(kind) })}
      />
      {blend.kind === 'auto' && (
        <>
          <p className="hint">{t('blendAutoHint')}</p>
          <NumberField
            label={t('blendPower')}
            value={blend.power}
            step={0.1}
            min={0.2}
            max={8}
            disabled={!canEdit}
            onChange={(power) => edit({ blend: { ...blend, power } })}
          />
        </>
      )}
      {blend.kind === 'edges' && (
        <Edges blend={blend} disabled={!canEdit} onChange={(next) => edit({ blend: next })} />
      )}
      {!isAllAuto && (
        <button
          type="button"
          disabled={!isConnected}
          onClick={() =>
            editor.commit({
              label: t('blendAllAuto'),
              put: Object.fromEntries(
                rig.outputs
                  .filter((each) => each.blend.kind !== 'auto')
                  .map(({ id }) => [id, { blend: blendOf('auto') }]),
              ),
            })
          }
        >
          {t('blendAllAuto')}
        </button>
      )}
    </section>
  );
};

type EdgeBlend = Extract<BlendRecord, { kind: 'edges' }>;
const SIDES = [
  ['left', 'edgeLeft'],
  ['right', 'edgeRight'],
  ['top', 'edgeTop'],
  ['bottom', 'edgeBottom'],
] as const;
const FIELDS = [
  ['width', 'edgeWidth', 0, 10, 0, 16_384],
  ['power', 'edgePower', 2, 0.1, 0.2, 8],
  ['centre', 'edgeCentre', 2, 0.05, 0, 1],
  ['offset', 'edgeOffset', 0, 1, -16_384, 16_384],
] as const;

type EdgesProps = { blend: EdgeBlend; disabled: boolean; onChange: (blend: EdgeBlend) => void };

const Edges = ({ blend, disabled, onChange }: EdgesProps) => {
  const t = useWords();
  return (
    <>
      {SIDES.map(([side, word]) => (
        <fieldset key={side} className="edge">
          <legend>{t(word)}</legend>
          {FIELDS.map(([field, label, digits, step, min, max]) => (
            <NumberField
              key={field}
              label={t(label)}
              value={blend[side][field]}
              digits={digits}
              step={step}
              min={min}
              max={max}
              disabled={disabled}
              onChange={(value) => onChange({ ...blend, [side]: { ...blend[side], [field]: value } })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
};
