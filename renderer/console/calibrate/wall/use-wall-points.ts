import type { Result } from '../../../../core/result.ts';
import { movedWall } from '../../../../core/rig/wall-mesh-edit.ts';
import { wallProblems } from '../../../../core/rig/wall-mesh-check.ts';
import { rigSchema } from '../../../../core/rig/rig.schema.ts';
import type { WallMeshRecord } from '../../../../core/rig/warp.schema.ts';
import { useWords } from '../../use-link.ts';
import { boundToLine } from '../points/bound-to-line.ts';
import { useCalibration } from '../line-up-context.ts';
import type { MoveHelp } from '../points/output-move.ts';
import type { Move } from '../points/points-tool.ts';

/** The hand on the wall mesh; metres of the wall. */
export const useWallPoints = (
  help: MoveHelp,
): { begin(points: readonly number[]): Move | null; edit(made: Result<WallMeshRecord>): void } => {
  const t = useWords();
  const { rig, editor, isConnected } = useCalibration();
  const label = t('labelWall');
  const put = (wall: WallMeshRecord): void => {
    if (wallProblems({ ...rig.rig, wall }, rig.id).length > 0) editor.hold();
    else editor.commit({ label, put: { [rig.id]: { wall } } });
  };
  return {
    edit: (made) => (made.ok ? put(made.value) : editor.refuse(made)),
    begin(points) {
      if (points.length === 0) return null;
      if (!isConnected) {
        editor.deny();
        return null;
      }
      const now = rigSchema.safeParse(editor.record(rig.id));
      const start = now.success ? now.data.wall : rig.rig.wall;
      let wall: WallMeshRecord | null = null;
      return boundToLine(editor, {
        by(delta) {
          const next = movedWall(start, points, { ...help, by: delta });
          if (!next.ok) return editor.refuse(next);
          wall = next.value;
          editor.drag(rig.id, { wall }, label);
        },
        keep: () => wall && put(wall),
        drop: () => editor.cancelDrag(),
      });
    },
  };
};
