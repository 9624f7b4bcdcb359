import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import { Toggle } from '../../control/toggle.tsx';
import type { MoveHelp } from '../points/output-move.ts';

type Props = {
  options: MoveHelp;
  onOptions: (options: MoveHelp) => void;
  isLasso: boolean;
  onLasso: (isLasso: boolean) => void;
  /** Of a proportional movement, when it is switched on; the points' unit. */
  reach: number;
  /** Free points have no mirror image. */
  hasMirror: boolean;
};

/** What comes along when a point is moved. */
export const Together = ({ options, onOptions, isLasso, onLasso, reach, hasMirror }: Props) => {
  const t = useWords();
  return (
    <section>
      <h2>{t('moveTogether')}</h2>
      <div className="choices">
        <Toggle label={t('lasso')} isOn={isLasso} onChange={onLasso} />
        <Toggle
          label={t('proportional')}
          isOn={options.radius !== null}
          onChange={(isOn) => onOptions({ ...options, radius: isOn ? reach : null })}
        />
      </div>
      {options.radius !== null && (
        <NumberField
          label={t('proportionalReach')}
          value={options.radius}
          digits={reach > 100 ? 0 : 1}
          step={reach / 20}
          min={reach / 1000}
          max={reach * 100}
          onChange={(radius) => onOptions({ ...options, radius })}
        />
      )}
      {hasMirror && (
        <Choice
          label={t('symmetric')}
          value={options.symmetry}
          options={[
            ['none', t('symmetryNone')],
            ['left-right', t('symmetryX')],
            ['top-bottom', t('symmetryY')],
            ['both', t('symmetryBoth')],
          ]}
          onChange={(symmetry) => onOptions({ ...options, symmetry })}
        />
      )}
    </section>
  );
};
