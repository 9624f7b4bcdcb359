import type { Result } from '../../../../core/result.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { WarpRecord } from '../../../../core/rig/warp.schema.ts';
import type { Word } from '../../words.ts';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

/** What core made of a press, as an edit; what it refused, said. */
export const useWarpEdit = (output: CompiledOutput, label: Word): ((made: Result<WarpRecord>) => void) => {
  const { editor } = useCalibration();
  const edit = useOutputEdit(output, label);
  return (made) => (made.ok ? edit({ warp: made.value }) : editor.refuse(made));
};
