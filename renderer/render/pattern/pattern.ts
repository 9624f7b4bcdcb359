import type { FacadeModel } from '../../../core/facade/model.ts';
import type { RenderJob } from '../../../core/render/job.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import { createDrawing, type Pattern, type PatternPart } from './drawing.ts';
import { fieldParts } from './field.ts';
import { focusParts } from './focus.ts';
import { outlineParts } from './outline.ts';
import { overlapParts } from './overlap.ts';

/** What a picture is drawn from. `rig`: the host passes one wherever `needsRig` says so. */
export type PatternSources = {
  canvas: { width: number; height: number };
  facade: FacadeModel;
  rig: CompiledRig | null;
};

export const createPattern = (name: NonNullable<RenderJob['pattern']>, sources: PatternSources): Pattern =>
  createDrawing(partsOf(name, sources));

const partsOf = (name: string, { canvas, facade, rig }: PatternSources): PatternPart[] => {
  switch (name) {
    case 'focus':
      return focusParts(canvas);
    case 'outline':
      return outlineParts(facade);
    case 'overlap':
      if (!rig) throw new Error('flag-missing: the pattern overlap needs a rig; add --rig FILE');
      return overlapParts(rig.outputs, canvas);
    default:
      return fieldParts(name, canvas);
  }
};
