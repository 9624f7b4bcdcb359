import type { Point } from '../../../../core/rig/geometry.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import type { PairTask } from './pair-task.ts';

type Props = {
  task: PairTask;
  cross: Point | null;
  onCross: (cross: [number, number]) => void;
  onPick: () => void;
  onTake: () => void;
  onStop: () => void;
};

/** What to do next, one thing at a time. */
export const TaskPanel = ({ task, cross, onCross, onPick, onTake, onStop }: Props) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  switch (task.kind) {
    case 'none':
      return (
        <section>
          <p className="hint">{t('pairsHint')}</p>
          <button type="button" className="primary" disabled={!canEdit} onClick={onPick}>
            {t('pairAdd')}
          </button>
        </section>
      );
    case 'pick':
      return (
        <section>
          <p className="amber-text">{`1 · ${t('pairPick')}`}</p>
          <button type="button" onClick={onStop}>
            {t('pairCancel')}
          </button>
        </section>
      );
    case 'aim':
      return (
        <section>
          <p className="amber-text">{`2 · ${t('pairMove')}`}</p>
          <p className="mono">{task.world.map((metres) => `${metres.toFixed(2)} m`).join(' · ')}</p>
          {cross && (
            <div className="coordinates">
              <NumberField
                label="x"
                value={cross[0]}
                disabled={!canEdit}
                onChange={(x) => onCross([x, cross[1]])}
              />
              <NumberField
                label="y"
                value={cross[1]}
                disabled={!canEdit}
                onChange={(y) => onCross([cross[0], y])}
              />
            </div>
          )}
          <div className="choices">
            <button type="button" className="primary" disabled={!canEdit} onClick={onTake}>
              {t('pairTake')}
            </button>
            <button type="button" onClick={onStop}>
              {t('pairCancel')}
            </button>
          </div>
        </section>
      );
    default:
      return task satisfies never;
  }
};
