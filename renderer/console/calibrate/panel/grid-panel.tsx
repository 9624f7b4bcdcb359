import { resetPoints } from '../../../../core/rig/warp-reset.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { resetWarp } from '../../../../core/rig/warp-edit.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import type { MoveHelp } from '../points/output-move.ts';
import { CopyFrom } from './copy-from.tsx';
import { GridLines } from './grid-lines.tsx';
import { Together } from './together.tsx';
import { useWarpEdit } from './use-warp-edit.ts';

type Props = {
  output: CompiledOutput;
  options: MoveHelp;
  onOptions: (options: MoveHelp) => void;
  isLasso: boolean;
  onLasso: (isLasso: boolean) => void;
};

export const GridPanel = (props: Props) => {
  const t = useWords();
  const { output } = props;
  const { selection, canEdit } = useCalibration();
  const edit = useWarpEdit(output, 'labelReset');
  return (
    <>
      <GridLines output={output} />
      <Together {...props} reach={output.width / 6} hasMirror />
      <section>
        <h2>{t('warpReset')}</h2>
        <div className="choices">
          <button
            type="button"
            disabled={!canEdit || selection.length === 0}
            onClick={() => edit(resetPoints(output, selection, 'others'))}
          >
            {t('resetSmooth')}
          </button>
          <button
            type="button"
            disabled={!canEdit || selection.length === 0}
            onClick={() => edit(resetPoints(output, selection, 'pin'))}
          >
            {t('resetPoints')}
          </button>
          <button type="button" disabled={!canEdit} onClick={() => edit({ ok: true, value: resetWarp() })}>
            {t('resetAll')}
          </button>
        </div>
      </section>
      <CopyFrom output={output} />
    </>
  );
};
