import type { FacadeModel } from '../../../core/facade/model.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import { createDrawing, type Pattern, type PatternPart } from './drawing.ts';
import { fieldParts } from './field.ts';
import { focusParts } from './focus.ts';
import { outlineParts } from './outline.ts';
import { numbersParts } from './numbers.ts';
import { overlapParts, ownLightParts } from './overlap.ts';

/** What a picture is drawn from. `rig`: the host passes one wherever `needsRig` says so. */
export type PatternSources = {
  canvas: { width: number; height: number };
  facade: FacadeModel;
  rig: CompiledRig | null;
  /** The output that draws it, by its name: `overlap` is then its own light alone. null: the whole canvas. */
  own: string | null;
};

/** `name`: one of the patterns of the canvas, or grey-N. */
export const createPattern = (name: string, sources: PatternSources): Pattern =>
  createDrawing(partsOf(name, sources));

const partsOf = (name: string, { canvas, facade, rig, own }: PatternSources): PatternPart[] => {
  switch (name) {
    case 'focus':
      return focusParts(canvas);
    case 'outline':
      return outlineParts(facade);
    case 'overlap':
      if (!rig) throw new Error('flag-missing: the pattern overlap needs a rig; add --rig FILE');
      return own === null ? overlapParts(rig.outputs, canvas) : ownLightParts(rig.outputs, own, canvas);
    case 'numbers':
      return numbersParts(canvas);
    default:
      return fieldParts(name, canvas);
  }
};
