import { ok } from '../../../../core/result.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { Result } from '../../../../core/result.ts';
import {
  cornerPin,
  interpolated,
  resizedGrid,
  withLine,
  withoutLine,
} from '../../../../core/rig/warp-lines.ts';
import { controlGrid } from '../../../../core/rig/warp-mesh.ts';
import type { Reshaped, Way } from '../../../../core/rig/warp-relay.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useWarpEdit } from './use-warp-edit.ts';

const MOST = 33;
const doubled = (count: number): number => Math.min(MOST, 2 * count - 1);

/** Columns and rows: put in and taken out while the picture stays. */
export const GridLines = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { canEdit, selection, select } = useCalibration();
  const put = useWarpEdit(output, 'labelGrid');
  const { warp } = output;
  const grid = controlGrid(output);
  const edit = (made: Result<Reshaped>): void => {
    put(made.ok ? ok(made.value.warp) : made);
    if (made.ok) select([]);
  };
  const isGrid = warp.kind === 'grid';
  return (
    <section>
      <h2>{t('gridSize')}</h2>
      {!isGrid && (
        <button type="button" disabled={!canEdit} onClick={() => edit(resizedGrid(output, 5, 5))}>
          {`${t('makeGrid')} 5 × 5`}
        </button>
      )}
      <div className="coordinates">
        <NumberField
          label={t('gridColumns')}
          value={grid.columns}
          digits={0}
          min={2}
          max={MOST}
          disabled={!canEdit}
          onChange={(columns) => edit(resizedGrid(output, Math.round(columns), grid.rows))}
        />
        <NumberField
          label={t('gridRows')}
          value={grid.rows}
          digits={0}
          min={2}
          max={MOST}
          disabled={!canEdit}
          onChange={(rows) => edit(resizedGrid(output, grid.columns, Math.round(rows)))}
        />
      </div>
      {isGrid && (
        <>
          <div className="choices">
            <button
              type="button"
              disabled={!canEdit}
              onClick={() => edit(resizedGrid(output, doubled(grid.columns), doubled(grid.rows)))}
            >
              {t('subdivide')}
            </button>
            <button type="button" disabled={!canEdit} onClick={() => edit(cornerPin(output))}>
              {t('makeCorners')}
            </button>
          </div>
          <LineButtons output={output} index={selection[0] ?? null} onEdit={edit} />
          <Choice
            label={t('interpolation')}
            value={warp.interpolation}
            options={[
              ['bezier', t('bezier')],
              ['linear', t('linear')],
            ]}
            disabled={!canEdit}
            onChange={(kind) => edit(interpolated(output, kind))}
          />
        </>
      )}
    </section>
  );
};

type LineProps = {
  output: CompiledOutput;
  /** The chosen point, beside which a line is put in, and whose line goes. */
  index: number | null;
  onEdit: (made: Result<Reshaped>) => void;
};

/** Halfway to the next line; for the last one, to the one before. */
const halfway = (lines: readonly number[], at: number): number => {
  const from = Math.min(at, lines.length - 2);
  return ((lines[from] ?? 0) + (lines[from + 1] ?? 1)) / 2;
};

const LineButtons = ({ output, index, onEdit }: LineProps) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const grid = controlGrid(output);
  const disabled = !canEdit || index === null;
  const place = (way: Way): number =>
    way === 'column' ? (index ?? 0) % grid.columns : Math.floor((index ?? 0) / grid.columns);
  const linesOf = (way: Way): readonly number[] => (way === 'column' ? grid.columnsAt : grid.rowsAt);
  const isInner = (way: Way): boolean => place(way) > 0 && place(way) < linesOf(way).length - 1;
  const add = (way: Way): void => onEdit(withLine(output, way, halfway(linesOf(way), place(way))));
  const remove = (way: Way): void => onEdit(withoutLine(output, way, place(way)));
  return (
    <div className="choices four">
      <button type="button" disabled={disabled} onClick={() => add('column')}>
        {t('addColumn')}
      </button>
      <button type="button" disabled={disabled || !isInner('column')} onClick={() => remove('column')}>
        {t('removeColumn')}
      </button>
      <button type="button" disabled={disabled} onClick={() => add('row')}>
        {t('addRow')}
      </button>
      <button type="button" disabled={disabled || !isInner('row')} onClick={() => remove('row')}>
        {t('removeRow')}
      </button>
    </div>
  );
};
