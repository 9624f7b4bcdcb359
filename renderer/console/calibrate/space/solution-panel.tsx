import { stableText } from '../../../../core/show/serialise.ts';
import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import { lensShiftOf, positionOf, throwRatioOf } from '../../../../core/rig/pose.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { problemText } from '../../problem-text.ts';
import { Sure } from '../../control/sure.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

type Props = { output: CompiledOutput; solution: PoseSolution };

/** What was found; a good one is taken by one press, a doubtful one is only offered. */
export const SolutionPanel = ({ output, solution }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { rig, canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelPose');
  const { pose, verdict, rms, worst, hints } = solution;
  const isActive = output.warp.kind === 'model' && stableText(output.warp.pose) === stableText(pose);
  const apply = (): void => edit({ warp: { kind: 'model', pose } });
  const [x, y, z] = positionOf(pose);
  const [shiftX, shiftY] = lensShiftOf(pose, output);
  return (
    <section className={`solution ${verdict}`}>
      <h2 className="mono">{t('rms', { px: rms.toFixed(2) })}</h2>
      <p className="mono">
        {`${t('lockThrow')} ${throwRatioOf(pose, output).toFixed(2)} · ${t('lockShift')} ${(shiftX * 100).toFixed(0)} % ${(shiftY * 100).toFixed(0)} %`}
        <br />
        {`${x.toFixed(1)} · ${y.toFixed(1)} · ${z.toFixed(1)} m`}
      </p>
      {hints.map((hint) => (
        <p key={hint.code + hint.path} className="amber-text">
          {problemText(language, { ...hint, path: '' })}
        </p>
      ))}
      {isActive && <p className="good-text">{`✓ ${t('solveActive')}`}</p>}
      {!isActive && verdict === 'accepted' && (
        <>
          <p className="good-text">{`✓ ${t('solveGood')}`}</p>
          <button type="button" className="primary" disabled={!canEdit} onClick={apply}>
            {t('solveApply')}
          </button>
        </>
      )}
      {!isActive && verdict === 'offered' && (
        <>
          <p className="amber-text">
            {`! ${t('solveOffered', { limit: rig.rig.poseThresholdPx, pair: worst + 1 })}`}
          </p>
          <Sure label={t('solveAnyway')} sure={t('solveAnyway')} disabled={!canEdit} onSure={apply} />
        </>
      )}
    </section>
  );
};
