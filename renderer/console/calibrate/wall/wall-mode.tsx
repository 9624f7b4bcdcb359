import { useState } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import { wallPoints, withWallPoint } from '../../../../core/rig/wall-mesh-edit.ts';
import { useWords } from '../../use-link.ts';
import type { Tool } from '../board/pointers.ts';
import { useCalibration } from '../line-up-context.ts';
import { tapTool } from '../masks/mask-tool.ts';
import { Split } from '../panel/split.tsx';
import { Together } from '../panel/together.tsx';
import type { MoveHelp } from '../points/output-move.ts';
import { Pad } from '../points/pad.tsx';
import { PointPanel } from '../points/point-panel.tsx';
import { pointsTool, type Move } from '../points/points-tool.ts';
import { stepped } from '../points/selection.ts';
import { useNudger, usePointKeys } from '../points/use-point-keys.ts';
import { useMedia } from '../use-media.ts';
import { pathOf } from '../view/picture-geometry.ts';
import { WallBoard, type Flip } from '../view/wall-board.tsx';
import { useWallPoints } from './use-wall-points.ts';
import { WallHandles } from './wall-handles.tsx';
import { WallPanel } from './wall-panel.tsx';

/** An arrow key is a centimetre, and so is the joystick's pixel. */
const CENTIMETRE = 0.01;

/** The building where it differs from the drawing: pulled once, for all outputs. */
export const WallMode = () => {
  const t = useWords();
  const { rig, venue, selection, select, isConnected } = useCalibration();
  const [help, setHelp] = useState<MoveHelp>({ radius: null, symmetry: 'none' });
  const [isLasso, setLasso] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [lasso, setLassoPath] = useState<readonly Point[] | null>(null);
  const [step, setStep] = useState(1);
  const hasThumb = useMedia('(pointer: coarse), (max-width: 1199px)');
  const { wall, facade } = rig.rig;
  const { begin, edit } = useWallPoints(help);
  const points = wallPoints(wall);
  const lattice = wall.kind === 'grid' ? wall : { columns: points.length, rows: 1 };
  const nudger = useNudger(() => downwards(begin(selection), CENTIMETRE));
  const next = (way: 1 | -1): void => select(stepped(selection, points.length, way));
  usePointKeys(nudger, next);
  const tool = (flip: Flip): Tool =>
    isAdding
      ? tapTool(({ at }) => {
          edit(withWallPoint(wall, facade, venue.wall.toCanvas(flip(at))));
          select([points.length]);
          setAdding(false);
        })
      : pointsTool({
          points: points.map(flip),
          selection,
          select,
          begin: (chosen) => downwards(begin(chosen), 1),
          isLasso,
          showLasso: setLassoPath,
        });
  return (
    <Split
      board={
        <WallBoard tool={tool}>
          {(flip, scale) => (
            <>
              <WallHandles flip={flip} scale={scale} selection={selection} />
              {lasso && <path className="lasso" d={pathOf(lasso, true)} />}
            </>
          )}
        </WallBoard>
      }
      thumb={
        hasThumb && (
          <Pad
            nudger={nudger}
            step={step}
            onStep={setStep}
            unit="cm"
            disabled={!isConnected || selection.length === 0}
            onNext={() => next(1)}
          />
        )
      }
    >
      <WallPanel isAdding={isAdding} onAdding={setAdding} onEdit={edit} />
      {wall.kind !== 'none' && (
        <>
          <PointPanel
            lattice={lattice}
            points={points}
            selection={selection}
            select={select}
            begin={begin}
            canEdit={isConnected}
            digits={2}
          />
          <Together
            options={help}
            onOptions={setHelp}
            isLasso={isLasso}
            onLasso={setLasso}
            reach={facade.width / 8}
            hasMirror={wall.kind === 'grid'}
          />
        </>
      )}
      {wall.kind === 'none' && <p className="hint">{t('wallAll')}</p>}
    </Split>
  );
};

/** A movement in metres upwards, moved by a hand that counts downwards. */
const downwards = (move: Move | null, unit: number): Move | null =>
  move && { ...move, by: ([dx, dy]) => move.by([dx * unit, -dy * unit]) };
