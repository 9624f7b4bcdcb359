import { useMemo, type ReactNode } from 'react';
import { useWords } from '../../use-link.ts';
import { Board } from '../board/board.tsx';
import type { Tool } from '../board/pointers.ts';
import { useCalibration } from '../line-up-context.ts';
import { outlineLines, pathOf } from './picture-geometry.ts';

type Props = {
  tool: (flip: Flip) => Tool;
  /** `flip`: wall metres ↔ board units, which run down; its own inverse. */
  children: (flip: Flip, scale: number) => ReactNode;
  /** The building as the drawing has it, not as the wall mesh puts it. */
  isDrawing?: boolean;
};
export type Flip = (place: readonly [number, number]) => [number, number];

/** The façade’s elevation in metres, as it stands, with what each output has of it. */
export const WallBoard = ({ tool, children, isDrawing = false }: Props) => {
  const t = useWords();
  const { rig, facade, venue, output } = useCalibration();
  const { width, height } = rig.rig.facade;
  const flip: Flip = useMemo(
    () =>
      ([x, y]) => [x, height - y],
    [height],
  );
  const lines = useMemo(() => (facade ? outlineLines(facade) : []), [facade]);
  const drawing = useMemo(
    () =>
      lines
        .map(({ line }) =>
          pathOf(
            line.points.map(([x, y]) => flip(isDrawing ? [x, y] : venue.wall.toWall([x, y]))),
            line.closed,
          ),
        )
        .join(''),
    [lines, flip, venue, isDrawing],
  );
  return (
    <Board label={t('elevation')} box={{ x: 0, y: 0, width, height }} tool={tool(flip)}>
      {(scale) => (
        <>
          <rect className="canvas" width={width} height={height} />
          <path className="facade" d={drawing} />
          {rig.outputs.map(({ id, name, region }) => (
            <g key={id}>
              <rect
                className={id === output?.id ? 'region chosen' : 'region'}
                x={region.x}
                y={height - region.y - region.height}
                width={region.width}
                height={region.height}
              />
              <text
                className="neighbour-name"
                x={region.x + region.width / 2}
                y={height - region.y - region.height - 5 / scale}
                fontSize={12 / scale}
                textAnchor="middle"
              >
                {name}
              </text>
            </g>
          ))}
          {children(flip, scale)}
        </>
      )}
    </Board>
  );
};
