import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { controlGrid } from '../../../../core/rig/warp-mesh.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { pointName } from '../points/point-names.ts';

type Props = { output: CompiledOutput; problems: readonly { index: number; code: string }[] };
/** More would push undo out of sight. */
const MOST = 6;

/** Why this mesh is red and not saved, point by point, with the way back. */
export const FoldedNote = ({ output, problems }: Props) => {
  const t = useWords();
  const { editor } = useCalibration();
  const grid = controlGrid(output);
  return (
    <section className="folded-note" role="alert">
      <b>{t('meshFolded')}</b>
      <ul>
        {problems.slice(0, MOST).map(({ index, code }) => (
          <li key={index}>
            {t(code === 'warp-degenerate' ? 'degeneratePoint' : 'foldedPoint', {
              point: pointName(t, index, grid),
            })}
          </li>
        ))}
      </ul>
      <p>{t('foldedHint')}</p>
      <button type="button" onClick={editor.undo}>
        ↶ {t('undo')}
      </button>
    </section>
  );
};
