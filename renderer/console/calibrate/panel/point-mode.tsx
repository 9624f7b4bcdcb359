import { useState } from 'react';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useMedia } from '../use-media.ts';
import { useCalibration } from '../line-up-context.ts';
import type { MoveHelp } from '../points/output-move.ts';
import { Pad } from '../points/pad.tsx';
import { PointPanel } from '../points/point-panel.tsx';
import { pointsTool } from '../points/points-tool.ts';
import { stepped } from '../points/selection.ts';
import { useNudger, usePointKeys } from '../points/use-point-keys.ts';
import { useOutputPoints } from '../points/use-output-points.ts';
import { ControlPoints } from '../view/control-points.tsx';
import { OutputBoard } from '../view/output-board.tsx';
import { FoldedNote } from './folded-note.tsx';
import { GridPanel } from './grid-panel.tsx';
import { CornersPanel } from './corners-panel.tsx';
import { Split } from './split.tsx';

/** Corners and grid: the chosen output's control points, by hand, key, joystick and number. */
export const PointMode = ({ output }: { output: CompiledOutput }) => {
  const { mode, selection, select, canEdit } = useCalibration();
  const [options, setOptions] = useState<MoveHelp>({ radius: null, symmetry: 'none' });
  const [isLasso, setLasso] = useState(false);
  const [step, setStep] = useState<number>(1);
  const hasThumb = useMedia('(pointer: coarse), (max-width: 1199px)');
  const { handles, problems, begin } = useOutputPoints(output, options);
  const nudger = useNudger(() => begin(selection));
  usePointKeys(nudger, (way) => select(stepped(selection, handles.points.length, way)));
  return (
    <Split
      board={
        <OutputBoard
          output={output}
          tool={(showLasso) =>
            pointsTool({ points: handles.points, selection, select, begin, isLasso, showLasso })
          }
        >
          {(drawn, scale) => (
            <ControlPoints
              geometry={drawn}
              points={handles.points}
              scale={scale}
              selection={selection}
              folded={problems.map(({ index }) => index)}
            />
          )}
        </OutputBoard>
      }
      thumb={
        hasThumb && (
          <Pad
            nudger={nudger}
            step={step}
            onStep={setStep}
            disabled={!canEdit || selection.length === 0}
            onNext={() => select(stepped(selection, handles.points.length, 1))}
          />
        )
      }
    >
      {problems.length > 0 && <FoldedNote output={output} problems={problems} />}
      <PointPanel
        lattice={handles}
        points={handles.points}
        selection={selection}
        select={select}
        begin={begin}
        canEdit={canEdit}
        digits={1}
      />
      {mode === 'corners' ? (
        <CornersPanel output={output} />
      ) : (
        <GridPanel
          output={output}
          options={options}
          onOptions={setOptions}
          isLasso={isLasso}
          onLasso={setLasso}
        />
      )}
    </Split>
  );
};
