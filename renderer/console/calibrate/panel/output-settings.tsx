import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import { Sure } from '../../control/sure.tsx';
import { TextField } from '../../control/text-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

type Props = { output: CompiledOutput };
const ROTATIONS = [0, 90, 180, 270] as const;

/** What an output is: name, pixels, delay, how it hangs, what of the wall it has. */
export const OutputSettings = ({ output }: Props) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelOutput');
  return (
    <section>
      <h2>{t('outputSettings', { name: output.name })}</h2>
      <TextField
        label={t('outputName')}
        value={output.name}
        disabled={!canEdit}
        onChange={(name) => edit({ name })}
      />
      <fieldset className="coordinates">
        <legend>{t('resolution')}</legend>
        <Pixels output={output} field="width" />
        <Pixels output={output} field="height" />
      </fieldset>
      <NumberField
        label={t('delay')}
        value={output.latencyMs}
        min={-1000}
        max={1000}
        disabled={!canEdit}
        onChange={(latencyMs) => edit({ latencyMs })}
      />
      <p className="hint">{t('delayHint')}</p>
      <Choice
        label={t('rotation')}
        value={output.rotation}
        options={ROTATIONS.map((each) => [each, `${each}°`] as const)}
        disabled={!canEdit}
        onChange={(rotation) => edit({ rotation })}
      />
      <Choice
        label={t('mirror')}
        value={output.mirror}
        options={[
          ['none', t('mirrorNone')],
          ['horizontal', t('mirrorHorizontal')],
          ['vertical', t('mirrorVertical')],
        ]}
        disabled={!canEdit}
        onChange={(mirror) => edit({ mirror })}
      />
      <TextField
        label={t('span')}
        value={output.display.span ?? ''}
        disabled={!canEdit}
        canBeEmpty
        onChange={(span) => edit({ display: { ...output.display, span: span === '' ? null : span } })}
      />
      <p className="hint">{t('spanHint')}</p>
      <Region output={output} />
      <Remove output={output} />
    </section>
  );
};

const Pixels = ({ output, field }: Props & { field: 'width' | 'height' }) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelOutput');
  return (
    <NumberField
      label={t(field)}
      value={output[field]}
      digits={0}
      min={16}
      max={16_384}
      disabled={!canEdit}
      onChange={(value) => edit({ [field]: Math.round(value) })}
    />
  );
};

const REGION = [
  ['x', 'regionX'],
  ['y', 'regionY'],
  ['width', 'width'],
  ['height', 'height'],
] as const;

const Region = ({ output }: Props) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelOutput');
  return (
    <fieldset className="coordinates">
      <legend>{t('region')}</legend>
      {REGION.map(([field, label]) => (
        <NumberField
          key={field}
          label={t(label)}
          value={output.region[field]}
          digits={2}
          step={0.1}
          min={field === 'width' || field === 'height' ? 0.01 : -10_000}
          disabled={!canEdit}
          onChange={(value) => edit({ region: { ...output.region, [field]: value } })}
        />
      ))}
    </fieldset>
  );
};

const Remove = ({ output }: Props) => {
  const t = useWords();
  const { rig, editor, canEdit } = useCalibration();
  return (
    <Sure
      label={t('removeOutput')}
      sure={t('removeOutputSure', { name: output.name })}
      disabled={!canEdit}
      onSure={() =>
        editor.commit({
          label: t('labelOutput', { name: output.name }),
          put: {},
          remove: [output.id],
          order: { [rig.id]: rig.outputs.flatMap(({ id }) => (id === output.id ? [] : [id])) },
        })
      }
    />
  );
};
