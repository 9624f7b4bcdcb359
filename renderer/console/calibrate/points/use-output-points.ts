import { useMemo } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { outputSchema } from '../../../../core/rig/rig.schema.ts';
import { warpProblems } from '../../../../core/rig/warp-problems.ts';
import type { WarpRecord } from '../../../../core/rig/warp.schema.ts';
import { useWords } from '../../use-link.ts';
import { boundToLine } from './bound-to-line.ts';
import { useCalibration } from '../line-up-context.ts';
import { problemPoint } from '../view/picture-geometry.ts';
import { handlesOf, moved, type Handles, type MoveHelp } from './output-move.ts';
import { selectionName } from './point-names.ts';
import type { Move } from './points-tool.ts';

export type OutputPoints = {
  handles: Handles;
  /** Control points that a problem names, by its code. */
  problems: readonly { index: number; code: string }[];
  begin(points: readonly number[]): Move | null;
};

/** The control points of the chosen output, and the hand on them: a drag is seen on the wall, its end is an edit. */
export const useOutputPoints = (output: CompiledOutput, help: MoveHelp): OutputPoints => {
  const t = useWords();
  const { editor, canEdit, mode } = useCalibration();
  const handles = useMemo(() => handlesOf(output, mode), [output, mode]);
  const problems = useMemo(
    () =>
      warpProblems(output, output.id).flatMap(({ path, code }) => {
        const index = problemPoint(path);
        return index === null ? [] : [{ index, code }];
      }),
    [output],
  );
  const begin = (points: readonly number[]): Move | null => {
    if (points.length === 0) return null;
    if (!canEdit) {
      editor.deny();
      return null;
    }
    const now = outputSchema.safeParse(editor.record(output.id));
    const start = now.success ? { ...output, ...now.data } : output;
    const label = t('labelMove', { what: selectionName(t, points, handles), name: output.name });
    let warp: WarpRecord | null = null;
    return boundToLine(editor, {
      by(delta: Point) {
        const next = moved(start, mode, points, delta, help);
        if (!next.ok) return editor.refuse(next);
        warp = next.value;
        editor.drag(start.id, { warp }, label);
      },
      keep() {
        if (!warp) return;
        // Folded stays in the hand, red and on the wall, until it is unfolded or undone: it is never saved.
        if (warpProblems({ ...start, warp }, start.id).length > 0) editor.hold();
        else editor.commit({ label, put: { [start.id]: { warp } } });
      },
      drop: () => editor.cancelDrag(),
    });
  };
  return { handles, problems, begin };
};
