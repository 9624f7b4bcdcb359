import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import type { CalibrationRecord } from '../../../../core/rig/warp.schema.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { withEnabled, withoutPair } from './pair-task.ts';

type Props = {
  calibration: CalibrationRecord;
  solution: PoseSolution | null;
  onChange: (calibration: CalibrationRecord) => void;
  onRedo: (index: number) => void;
};

export const PairsList = ({ calibration, solution, onChange, onRedo }: Props) => {
  const t = useWords();
  const { canEdit, rig } = useCalibration();
  const limit = rig.rig.poseThresholdPx;
  const isBad = (index: number): boolean => (solution?.residuals[index]?.px ?? 0) > limit;
  if (calibration.pairs.length === 0) return null;
  return (
    <section>
      <h2>{`${t('pairs')} · ${calibration.pairs.length}`}</h2>
      <ol className="pairs-list">
        {calibration.pairs.map(({ world, pixel, enabled }, index) => {
          const px = solution?.residuals[index]?.px;
          const isWorst = solution?.worst === index && isBad(index);
          return (
            <li key={`${world.join(' ')} ${pixel.join(' ')}`} className={isWorst ? 'worst' : ''}>
              <b>{index + 1}</b>
              <span className="mono">
                {world.map((metres) => metres.toFixed(1)).join(' ')}
                <br />
                {pixel.map((value) => value.toFixed(1)).join(' ')} px
              </span>
              <span className={isBad(index) ? 'error' : ''}>
                {px === undefined ? '' : t('residual', { px: px.toFixed(1) })}
                {isWorst && <small> {t('pairWorst')}</small>}
              </span>
              <span className="row-buttons">
                <button
                  type="button"
                  aria-pressed={enabled}
                  aria-label={`${t('pairOn')} — ${t('pair', { number: index + 1 })}`}
                  disabled={!canEdit}
                  onClick={() => onChange(withEnabled(calibration, index, !enabled))}
                >
                  {enabled ? '☑' : '☐'}
                </button>
                <button
                  type="button"
                  aria-label={`${t('pairRedo')} — ${t('pair', { number: index + 1 })}`}
                  disabled={!canEdit}
                  onClick={() => onRedo(index)}
                >
                  ✛
                </button>
                <button
                  type="button"
                  aria-label={`${t('pairDrop')} — ${t('pair', { number: index + 1 })}`}
                  disabled={!canEdit}
                  onClick={() => onChange(withoutPair(calibration, index))}
                >
                  ✕
                </button>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
