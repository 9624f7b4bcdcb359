import { useCallback } from 'react';
import type { OutputRecord } from '../../../core/rig/rig.schema.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { useWords } from '../use-link.ts';
import type { Word } from '../words.ts';
import { useCalibration } from './line-up-context.ts';

/** One press on a panel: some fields of an output, as one labelled edit. `label` names what, with the output’s name. */
export const useOutputEdit = (
  output: CompiledOutput,
  label: Word,
): ((fields: Partial<OutputRecord>) => void) => {
  const t = useWords();
  const { editor } = useCalibration();
  return useCallback(
    (fields) => void editor.commit({ label: t(label, { name: output.name }), put: { [output.id]: fields } }),
    [editor, t, label, output.id, output.name],
  );
};
