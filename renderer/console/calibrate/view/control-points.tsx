import { useMemo } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import { gridPath, type PictureGeometry } from './picture-geometry.ts';
import { ringsPath, squaresPath } from './point-marks.ts';

type Props = {
  geometry: PictureGeometry;
  points: readonly Point[];
  /** CSS pixels a unit. */
  scale: number;
  selection: readonly number[];
  /** Points that a problem names. */
  folded: readonly number[];
};

/** Mesh, handles, what is chosen, and what is folded. */
export const ControlPoints = ({ geometry, points, scale, selection, folded }: Props) => {
  const mesh = useMemo(() => gridPath(geometry), [geometry]);
  const pick = (from: readonly Point[], indices: readonly number[]): Point[] =>
    indices.flatMap((index) => {
      const point = from[index];
      return point ? [point] : [];
    });
  const chosen = pick(points, selection);
  return (
    <>
      <path className={folded.length > 0 ? 'mesh folded' : 'mesh'} d={mesh} />
      <path className="handles" d={squaresPath(points, 4 / scale)} />
      <path className="handles folded" d={ringsPath(pick(geometry.grid.points, folded), 13 / scale)} />
      <path className="handles chosen" d={squaresPath(chosen, 6 / scale)} />
      <path className="handles halo" d={ringsPath(chosen, 11 / scale)} />
    </>
  );
};
