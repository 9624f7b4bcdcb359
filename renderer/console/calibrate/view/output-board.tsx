import { useMemo, useState, type ReactNode } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { uprightSize } from '../../../../core/rig/raster.ts';
import { useWords } from '../../use-link.ts';
import { Board } from '../board/board.tsx';
import type { Tool } from '../board/pointers.ts';
import { useCalibration } from '../line-up-context.ts';
import {
  facadePath,
  neighbourPath,
  outlineLines,
  pathOf,
  pictureGeometry,
  wallToUpright,
  type PictureGeometry,
} from './picture-geometry.ts';

type Props = {
  output: CompiledOutput;
  tool: (showLasso: (outline: readonly Point[] | null) => void) => Tool;
  children: (geometry: PictureGeometry, scale: number) => ReactNode;
};

/** The chosen output's upright picture: what of the façade lies where in it, and where its neighbours end. */
export const OutputBoard = ({ output, tool, children }: Props) => {
  const t = useWords();
  const { venue } = useCalibration();
  const geometry = useMemo(() => pictureGeometry(output, venue), [output, venue]);
  const { width, height } = uprightSize(output);
  const [lasso, setLasso] = useState<readonly Point[] | null>(null);
  return (
    <Board
      label={t('picture', { name: output.name })}
      box={{ x: 0, y: 0, width, height }}
      tool={tool(setLasso)}
    >
      {(scale) => (
        <>
          <rect className="raster" width={width} height={height} />
          <Backdrop geometry={geometry} output={output} scale={scale} />
          {children(geometry, scale)}
          {lasso && <path className="lasso" d={pathOf(lasso, true)} />}
        </>
      )}
    </Board>
  );
};

type BackdropProps = { geometry: PictureGeometry; output: CompiledOutput; scale: number };

const Backdrop = ({ geometry, output, scale }: BackdropProps) => {
  const { rig, facade, venue } = useCalibration();
  const { mesh } = geometry;
  const lines = useMemo(() => (facade ? outlineLines(facade) : []), [facade]);
  const drawing = useMemo(() => facadePath(lines, mesh, venue.wall), [lines, mesh, venue]);
  const others = rig.outputs.filter((other) => other.id !== output.id);
  return (
    <>
      <path className="facade" d={drawing} />
      {others.map((other) => (
        <Neighbour key={other.id} mesh={mesh} other={other} scale={scale} />
      ))}
    </>
  );
};

type NeighbourProps = { mesh: PictureGeometry['mesh']; other: CompiledOutput; scale: number };

const Neighbour = ({ mesh, other, scale }: NeighbourProps) => {
  const path = useMemo(() => neighbourPath(mesh, other), [mesh, other]);
  if (path === '') return null;
  const { x, y, width, height } = other.region;
  // Its name stands at the top of what both share, on this picture's side of it.
  const own = mesh.region;
  const [left, right] = [Math.max(x, own.x), Math.min(x + width, own.x + own.width)];
  const [bottom, top] = [Math.max(y, own.y), Math.min(y + height, own.y + own.height)];
  const side = sideOf(left, right, own);
  const at =
    left < right && bottom < top
      ? wallToUpright(
          mesh,
          { start: left, middle: (left + right) / 2, end: right }[side],
          top - (top - bottom) * 0.06,
        )
      : null;
  return (
    <>
      <path className="neighbour" d={path} />
      {at && (
        <text className="neighbour-name" x={at[0]} y={at[1]} fontSize={12 / scale} textAnchor={side}>
          {other.name}
        </text>
      )}
    </>
  );
};

/** Where a name has room: at the outer end of a narrow overlap. */
const sideOf = (left: number, right: number, own: CompiledOutput['region']): 'start' | 'middle' | 'end' => {
  if (right - left > own.width * 0.6) return 'middle';
  return (left + right) / 2 > own.x + own.width / 2 ? 'end' : 'start';
};
