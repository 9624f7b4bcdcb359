import { useCallback, useMemo, useState } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import { modelRecordOf } from '../../../../core/rig/model-record.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { uprightSize } from '../../../../core/rig/raster.ts';
import type { CalibrationRecord } from '../../../../core/rig/warp.schema.ts';
import { useEscape } from '../../escape.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { problemText } from '../../problem-text.ts';
import type { Tool } from '../board/pointers.ts';
import { useCalibration } from '../line-up-context.ts';
import { tapTool } from '../masks/mask-tool.ts';
import { Split } from '../panel/split.tsx';
import { Pad } from '../points/pad.tsx';
import { useNudger, usePointKeys } from '../points/use-point-keys.ts';
import { useMedia } from '../use-media.ts';
import { useOutputEdit } from '../use-output-edit.ts';
import { OutputBoard } from '../view/output-board.tsx';
import { pictureGeometry, wallToUpright } from '../view/picture-geometry.ts';
import { WallBoard, type Flip } from '../view/wall-board.tsx';
import { pickOf } from './building-pick.ts';
import { crossMove, crossTool } from './cross.ts';
import { Locks } from './locks.tsx';
import { ModelChoice } from './model-choice.tsx';
import { PairMarksOnPicture, PairMarksOnWall } from './pair-marks.tsx';
import { NO_CALIBRATION, withPair, type PairTask, type World } from './pair-task.ts';
import { PairsList } from './pairs-list.tsx';
import { SolutionPanel } from './solution-panel.tsx';
import { TaskPanel } from './task-panel.tsx';
import { usePose } from './use-pose.ts';

type Props = {
  output: CompiledOutput;
  cross: Point | null;
  onCross: (cross: [number, number] | null) => void;
};

/** 3-D calibration: places of the building, and where they lie in this projector’s picture. */
export const SpaceMode = ({ output, cross, onCross }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { rig, document, facade, venue, canEdit } = useCalibration();
  const calibration = output.calibration ?? NO_CALIBRATION;
  const model = useMemo(() => modelRecordOf(document.records, rig.rig.model), [document, rig]);
  const { mesh } = useMemo(() => pictureGeometry(output, venue), [output, venue]);
  const [task, setTask] = useState<PairTask>({ kind: 'none' });
  const [step, setStep] = useState(1);
  const hasThumb = useMedia('(pointer: coarse), (max-width: 1199px)');
  const editPairs = useOutputEdit(output, 'labelPairs');
  const solved = usePose(calibration, output, rig.rig.poseThresholdPx);
  const solution = solved?.ok ? solved.value : null;
  const put = (next: CalibrationRecord): void => editPairs({ calibration: next });
  const stop = useCallback(() => {
    setTask({ kind: 'none' });
    onCross(null);
  }, [onCross]);
  useEscape(task.kind !== 'none', stop);
  const aim = (index: number | null, world: World): void => {
    const { width, height } = uprightSize(output);
    const known = index === null ? null : calibration.pairs[index]?.pixel;
    const [x, y] = known ?? wallToUpright(mesh, world[0], world[1]) ?? [width / 2, height / 2];
    setTask({ kind: 'aim', index, world });
    onCross([x, y]);
  };
  const take = (): void => {
    if (task.kind !== 'aim' || !cross) return;
    put(withPair(calibration, task.index, task.world, cross));
    stop();
  };
  const isAiming = task.kind === 'aim' && canEdit;
  const nudger = useNudger(() => (isAiming && cross ? crossMove(cross, onCross) : null));
  usePointKeys(nudger, () => undefined);
  const wallTool = (flip: Flip): Tool =>
    task.kind === 'pick'
      ? tapTool(({ at, reach, unit }) =>
          aim(task.index, pickOf(flip(at), reach * unit, facade, venue, model)),
        )
      : () => null;
  return (
    <Split
      board={
        <div className={`space-boards ${task.kind}`}>
          <div>
            <WallBoard tool={wallTool}>
              {(flip, scale) => (
                <PairMarksOnWall
                  pairs={calibration.pairs}
                  model={model}
                  world={task.kind === 'aim' ? task.world : null}
                  flip={flip}
                  scale={scale}
                />
              )}
            </WallBoard>
          </div>
          <div>
            <OutputBoard
              output={output}
              tool={() => (isAiming && cross ? crossTool(cross, onCross) : () => null)}
            >
              {(_, scale) => (
                <PairMarksOnPicture
                  pairs={calibration.pairs}
                  solution={solution}
                  cross={cross}
                  size={uprightSize(output)}
                  scale={scale}
                />
              )}
            </OutputBoard>
          </div>
        </div>
      }
      thumb={
        hasThumb &&
        isAiming && (
          <Pad
            nudger={nudger}
            step={step}
            onStep={setStep}
            disabled={!isAiming}
            onNext={take}
            nextLabel={t('pairTake')}
          />
        )
      }
    >
      <TaskPanel
        task={task}
        cross={cross}
        onCross={onCross}
        onPick={() => setTask({ kind: 'pick', index: null })}
        onTake={take}
        onStop={stop}
      />
      <PairsList
        calibration={calibration}
        solution={solution}
        onChange={put}
        onRedo={(index) => {
          const pair = calibration.pairs[index];
          if (pair) aim(index, pair.world);
        }}
      />
      {solved && !solved.ok && <p className="amber-text">{problemText(language, { ...solved, path: '' })}</p>}
      {solution && <SolutionPanel output={output} solution={solution} />}
      <Locks calibration={calibration} output={output} solution={solution} onChange={put} />
      <ModelChoice model={model} />
    </Split>
  );
};
