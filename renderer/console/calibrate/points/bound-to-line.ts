import type { RigEditor } from '../rig-editor.ts';
import type { Move } from './points-tool.ts';

/**
 * A hand movement ends with the line: a finger or a key that is still down when it is back has to be lifted first. Else
 * all that it did meanwhile would come to the wall in one jump.
 */
export const boundToLine = (editor: RigEditor, move: Move): Move => {
  const line = editor.line();
  const isSame = (): boolean => editor.line() === line;
  return {
    by: (delta) => (isSame() ? move.by(delta) : editor.deny()),
    keep() {
      if (isSame()) move.keep();
    },
    drop() {
      if (isSame()) move.drop();
    },
  };
};
