import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import type { ModelPlacement } from './gltf-model.ts';

type Props = { placement: ModelPlacement; onChange: (placement: ModelPlacement) => void };
const TURNS = [0, 90, 180, 270] as const;
const AXES = ['x', 'y', 'z'] as const;

/** How a model that was drawn elsewhere comes to stand on the canvas. */
export const ModelPlace = ({ placement, onChange }: Props) => {
  const t = useWords();
  return (
    <>
      <Choice
        label={t('modelUp')}
        value={placement.up}
        options={[
          ['y', 'y'],
          ['z', 'z'],
        ]}
        onChange={(up) => onChange({ ...placement, up })}
      />
      <Choice
        label={t('modelTurn')}
        value={placement.turn}
        options={TURNS.map((turn) => [turn, `${turn}°`] as const)}
        onChange={(turn) => onChange({ ...placement, turn })}
      />
      <NumberField
        label={t('modelScale')}
        value={placement.scale}
        digits={3}
        step={0.01}
        min={1e-6}
        onChange={(scale) => onChange({ ...placement, scale })}
      />
      <fieldset className="coordinates">
        <legend>{t('modelOrigin')}</legend>
        {AXES.map((axis, index) => (
          <NumberField
            key={axis}
            label={axis}
            value={placement.origin[index] ?? 0}
            digits={2}
            step={0.1}
            onChange={(value) => {
              const [x, y, z] = placement.origin;
              const origin: [number, number, number] = [x, y, z];
              origin[index] = value;
              onChange({ ...placement, origin });
            }}
          />
        ))}
      </fieldset>
    </>
  );
};
