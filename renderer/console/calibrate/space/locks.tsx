import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import { throwRatioOf } from '../../../../core/rig/pose.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { CalibrationRecord } from '../../../../core/rig/warp.schema.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { Toggle } from '../../control/toggle.tsx';
import { useCalibration } from '../line-up-context.ts';

type Props = {
  calibration: CalibrationRecord;
  output: CompiledOutput;
  solution: PoseSolution | null;
  onChange: (calibration: CalibrationRecord) => void;
};
const USUAL_THROW = 1.5;

/** What is known of the lens is fixed: a flat façade alone cannot tell it. */
export const Locks = ({ calibration, output, solution, onChange }: Props) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const { throwRatio, lensShift, squarePixels } = calibration;
  const found = solution ? throwRatioOf(solution.pose, output) : USUAL_THROW;
  return (
    <section>
      <h2>{t('locks')}</h2>
      <div className="choices">
        <Toggle
          label={t('lockThrow')}
          isOn={throwRatio !== null}
          disabled={!canEdit}
          onChange={(isOn) =>
            onChange({ ...calibration, throwRatio: isOn ? Math.round(found * 1000) / 1000 : null })
          }
        />
        <Toggle
          label={t('lockShift')}
          isOn={lensShift !== null}
          disabled={!canEdit}
          onChange={(isOn) => onChange({ ...calibration, lensShift: isOn ? [0, 0] : null })}
        />
        <Toggle
          label={t('lockSquare')}
          isOn={squarePixels}
          disabled={!canEdit}
          onChange={(isOn) => onChange({ ...calibration, squarePixels: isOn })}
        />
      </div>
      {throwRatio !== null && (
        <NumberField
          label={t('lockThrow')}
          value={throwRatio}
          digits={3}
          step={0.01}
          min={0.1}
          max={30}
          disabled={!canEdit}
          onChange={(value) => onChange({ ...calibration, throwRatio: value })}
        />
      )}
      {lensShift !== null && (
        <div className="coordinates">
          {(['x', 'y'] as const).map((axis, index) => (
            <NumberField
              key={axis}
              label={`${axis} %`}
              value={(lensShift[index] ?? 0) * 100}
              min={-200}
              max={200}
              disabled={!canEdit}
              onChange={(percent) =>
                onChange({
                  ...calibration,
                  lensShift: axis === 'x' ? [percent / 100, lensShift[1]] : [lensShift[0], percent / 100],
                })
              }
            />
          ))}
        </div>
      )}
    </section>
  );
};
