import type { FacadeModel } from '../facade/model.ts';
import type { Problem } from '../result.ts';
import type { MaskRecord } from './light.schema.ts';
import type { CompiledRig } from './rig.document.ts';

/** Codes: `rig-mask-space`, `rig-mask-element`. `facade` null: not known, so names are not checked. */
export const maskProblems = ({ id, rig, outputs }: CompiledRig, facade: FacadeModel | null): Problem[] => [
  ...spaceProblems(rig.masks, `${id}.masks`),
  ...elementProblems(rig.masks, `${id}.masks`, facade),
  ...outputs.flatMap((output) => elementProblems(output.masks, `${output.id}.masks`, facade)),
];

const spaceProblems = (masks: readonly MaskRecord[], path: string): Problem[] =>
  masks.flatMap(({ space }, index) => {
    if (space === 'canvas') return [];
    const message = 'A mask for every output is drawn on the canvas. Set its space to "canvas".';
    return [{ code: 'rig-mask-space', message, path: `${path}.${index}.space` }];
  });

const elementProblems = (
  masks: readonly MaskRecord[],
  path: string,
  facade: FacadeModel | null,
): Problem[] => {
  if (!facade) return [];
  return masks.flatMap(({ elements }, mask) =>
    elements.flatMap((word, index) => {
      if (facade.select(word).length > 0) return [];
      const message = `The façade has no element, kind or group "${word}". The mask does without it.`;
      return [{ code: 'rig-mask-element', message, path: `${path}.${mask}.elements.${index}` }];
    }),
  );
};
