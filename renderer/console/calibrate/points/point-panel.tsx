import type { Point } from '../../../../core/rig/geometry.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { pointName, selectionName } from './point-names.ts';
import type { Move } from './points-tool.ts';
import { allPoints, stepped, widenedToColumns, widenedToRows, type Lattice } from './selection.ts';

export type PointPanelProps = {
  lattice: Lattice;
  points: readonly Point[];
  selection: readonly number[];
  select(points: readonly number[]): void;
  begin(points: readonly number[]): Move | null;
  canEdit: boolean;
  /** Decimals that are shown: 1 for pixels, 2 for metres. */
  digits: number;
};

/** What is chosen, by name and by number: all that a drag does can be typed. */
export const PointPanel = (props: PointPanelProps) => {
  const t = useWords();
  const { lattice, points, selection, select } = props;
  const isMany = lattice.columns > 2 || lattice.rows > 2;
  return (
    <section className="point-panel">
      <h2>{t('point')}</h2>
      <div className="point-steps">
        <button
          type="button"
          aria-label={t('previousPoint')}
          onClick={() => select(stepped(selection, points.length, -1))}
        >
          ‹
        </button>
        <output className="point-name">{selectionName(t, selection, lattice)}</output>
        <button
          type="button"
          className="to-next"
          onClick={() => select(stepped(selection, points.length, 1))}
        >
          {t('nextPoint')} ›
        </button>
      </div>
      {selection.length === 0 ? <p className="hint">{t('choosePoint')}</p> : <Coordinates {...props} />}
      {isMany && (
        <div className="choices">
          <button
            type="button"
            disabled={selection.length === 0}
            onClick={() => select(widenedToRows(selection, lattice))}
          >
            {t('selectRow')}
          </button>
          <button
            type="button"
            disabled={selection.length === 0}
            onClick={() => select(widenedToColumns(selection, lattice))}
          >
            {t('selectColumn')}
          </button>
          <button type="button" onClick={() => select(allPoints(points.length))}>
            {t('selectAll')}
          </button>
          <button type="button" disabled={selection.length === 0} onClick={() => select([])}>
            {t('selectNone')}
          </button>
        </div>
      )}
    </section>
  );
};

/** Of several points: their middle; typing moves all of them. */
const Coordinates = ({ points, selection, begin, canEdit, digits, lattice }: PointPanelProps) => {
  const t = useWords();
  const chosen = selection.flatMap((index) => {
    const point = points[index];
    return point ? [point] : [];
  });
  if (chosen.length === 0) return null;
  const middle = (axis: 0 | 1): number => chosen.reduce((sum, point) => sum + point[axis], 0) / chosen.length;
  const moveTo = (axis: 0 | 1, value: number): void => {
    const move = begin(selection);
    const by = value - middle(axis);
    move?.by(axis === 0 ? [by, 0] : [0, by]);
    move?.keep();
  };
  return (
    <fieldset className="coordinates">
      <legend className="hidden">
        {chosen.length === 1 ? pointName(t, selection[0] ?? 0, lattice) : t('selection')}
      </legend>
      <NumberField
        label="x"
        value={middle(0)}
        digits={digits}
        disabled={!canEdit}
        onChange={(x) => moveTo(0, x)}
      />
      <NumberField
        label="y"
        value={middle(1)}
        digits={digits}
        disabled={!canEdit}
        onChange={(y) => moveTo(1, y)}
      />
    </fieldset>
  );
};
