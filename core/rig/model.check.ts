import type { Problem } from '../result.ts';
import type { CompiledRig } from './rig.document.ts';

/** Code `rig-model`: the rig names a model that is not there or that its schema refuses, so the façade’s planes are used. */
export const modelProblems = ({ id, rig, model }: CompiledRig): Problem[] => {
  if (rig.model === null || model) return [];
  const message = `There is no sound "${rig.model}"; the façade's planes are used in its place. Read the file again.`;
  return [{ code: 'rig-model', message, path: `${id}.model` }];
};
