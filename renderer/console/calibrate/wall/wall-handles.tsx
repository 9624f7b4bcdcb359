import type { Point } from '../../../../core/rig/geometry.ts';
import { wallProblems } from '../../../../core/rig/wall-mesh-check.ts';
import { wallPoints } from '../../../../core/rig/wall-mesh-edit.ts';
import { useCalibration } from '../line-up-context.ts';
import { pathOf } from '../view/picture-geometry.ts';
import { ringsPath, squaresPath } from '../view/point-marks.ts';
import type { Flip } from '../view/wall-board.tsx';

type Props = { flip: Flip; scale: number; selection: readonly number[] };

/** The wall mesh on the elevation: its lines, its points, and from where free points were pulled. */
export const WallHandles = ({ flip, scale, selection }: Props) => {
  const { rig } = useCalibration();
  const { wall } = rig.rig;
  const points = wallPoints(wall).map(flip);
  const chosen = points.filter((_, index) => selection.includes(index));
  const isFolded = wallProblems(rig.rig, rig.id).length > 0;
  return (
    <>
      <path className={isFolded ? 'mesh folded' : 'mesh'} d={linesOf(wall, points, flip)} />
      <path className="handles" d={squaresPath(points, 5 / scale)} />
      <path className="handles chosen" d={squaresPath(chosen, 6 / scale)} />
      <path className="handles halo" d={ringsPath(chosen, 11 / scale)} />
    </>
  );
};

type Wall = ReturnType<typeof useCalibration>['rig']['rig']['wall'];
const linesOf = (wall: Wall, points: readonly Point[], flip: Flip): string => {
  switch (wall.kind) {
    case 'none':
      return '';
    case 'points':
      return wall.pairs.map((pair, i) => pathOf([flip(pair.canvas), points[i] ?? null])).join('');
    case 'grid': {
      const at = (i: number, j: number): Point | null => points[j * wall.columns + i] ?? null;
      const rows = Array.from({ length: wall.rows }, (_, j) =>
        pathOf(Array.from({ length: wall.columns }, (__, i) => at(i, j))),
      );
      const columns = Array.from({ length: wall.columns }, (_, i) =>
        pathOf(Array.from({ length: wall.rows }, (__, j) => at(i, j))),
      );
      return [...rows, ...columns].join('');
    }
    default:
      return wall satisfies never;
  }
};
