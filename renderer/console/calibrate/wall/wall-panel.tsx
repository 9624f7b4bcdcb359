import { ok, type Result } from '../../../../core/result.ts';
import { resetWall, wallGrid, wallPairs, withoutWallPoint } from '../../../../core/rig/wall-mesh-edit.ts';
import type { WallMeshRecord } from '../../../../core/rig/warp.schema.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';

type Props = {
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
  onEdit: (made: Result<WallMeshRecord>) => void;
};
const COLUMNS = 5;
const ROWS = 3;

export const WallPanel = ({ isAdding, onAdding, onEdit }: Props) => {
  const t = useWords();
  const { rig, isConnected, selection, select } = useCalibration();
  const { wall, facade } = rig.rig;
  const become = (kind: WallMeshRecord['kind']): void => {
    select([]);
    if (kind === 'none') onEdit(resetWall(wall, facade, null));
    else if (kind === 'grid') onEdit(wallGrid(wall, facade, COLUMNS, ROWS));
    else onEdit(wallPairs(wall, facade));
  };
  return (
    <section>
      <Choice
        label={t('modeWall')}
        value={wall.kind}
        options={[
          ['none', t('wallOff')],
          ['grid', t('wallGrid')],
          ['points', t('wallPoints')],
        ]}
        disabled={!isConnected}
        onChange={become}
      />
      {wall.kind === 'none' && <p className="hint">{t('wallNone')}</p>}
      {wall.kind === 'grid' && <GridSize wall={wall} onEdit={onEdit} />}
      {wall.kind === 'points' && (
        <>
          <p className={isAdding ? 'amber-text' : 'hint'}>{t('wallAddHint')}</p>
          <div className="choices">
            <button
              type="button"
              aria-pressed={isAdding}
              disabled={!isConnected}
              onClick={() => onAdding(!isAdding)}
            >
              {t('wallAddPoint')}
            </button>
            <button
              type="button"
              disabled={!isConnected || selection.length !== 1}
              onClick={() => {
                onEdit(withoutWallPoint(wall, selection[0] ?? 0));
                select([]);
              }}
            >
              {t('wallRemovePoint')}
            </button>
          </div>
        </>
      )}
      {wall.kind !== 'none' && (
        <button
          type="button"
          disabled={!isConnected || selection.length === 0}
          onClick={() => onEdit(resetWall(wall, facade, selection))}
        >
          {t('resetPoints')}
        </button>
      )}
    </section>
  );
};

type GridProps = {
  wall: Extract<WallMeshRecord, { kind: 'grid' }>;
  onEdit: (made: Result<WallMeshRecord>) => void;
};
const GridSize = ({ wall, onEdit }: GridProps) => {
  const t = useWords();
  const { rig, isConnected, select } = useCalibration();
  const resize = (columns: number, rows: number): void => {
    select([]);
    onEdit(
      columns === wall.columns && rows === wall.rows
        ? ok(wall)
        : wallGrid(wall, rig.rig.facade, columns, rows),
    );
  };
  return (
    <div className="coordinates">
      <NumberField
        label={t('gridColumns')}
        value={wall.columns}
        digits={0}
        min={2}
        max={33}
        disabled={!isConnected}
        onChange={(columns) => resize(Math.round(columns), wall.rows)}
      />
      <NumberField
        label={t('gridRows')}
        value={wall.rows}
        digits={0}
        min={2}
        max={33}
        disabled={!isConnected}
        onChange={(rows) => resize(wall.columns, Math.round(rows))}
      />
    </div>
  );
};
