import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { resetWarp } from '../../../../core/rig/warp-edit.ts';
import { useWords } from '../../use-link.ts';
import { CopyFrom } from './copy-from.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

export const CornersPanel = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const reset = useOutputEdit(output, 'labelReset');
  const { kind } = output.warp;
  return (
    <>
      {kind === 'grid' && <p className="hint">{t('cornersAlready')}</p>}
      {kind === 'model' && (
        <section>
          <p className="hint">{t('cornersModel')}</p>
          <button type="button" disabled={!canEdit} onClick={() => reset({ warp: resetWarp() })}>
            {t('cornersTake')}
          </button>
        </section>
      )}
      <section>
        <h2>{t('warpReset')}</h2>
        <button type="button" disabled={!canEdit} onClick={() => reset({ warp: resetWarp() })}>
          {t('resetAll')}
        </button>
      </section>
      <CopyFrom output={output} />
    </>
  );
};
