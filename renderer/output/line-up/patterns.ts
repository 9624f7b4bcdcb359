import type * as THREE from 'three';
import { needsRig } from '../../../core/render/job.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import type { Pattern } from '../../stage/pattern/drawing.ts';
import { createPattern, type PatternSources } from '../../stage/pattern/pattern.ts';
import type { Picture } from '../picture.ts';

/** Patterns of the canvas in place of the show: drawn when they or the picture's size change, corrected each frame. */
export interface Patterns {
  draw(name: string, rig: CompiledRig): void;
  /** The target holds something else now. */
  forget(): void;
  rigChanged(): void;
  dispose(): void;
}

export const createPatterns = (
  renderer: THREE.WebGLRenderer,
  picture: Pick<Picture, 'region' | 'target'>,
  sources: Omit<PatternSources, 'rig'>,
): Patterns => {
  let made: { name: string; pattern: Pattern; drawnAs: string } | null = null;
  const forget = (): void => {
    made?.pattern.dispose();
    made = null;
  };
  return {
    draw(name, rig) {
      if (made?.name !== name) {
        forget();
        made = { name, pattern: createPattern(name, { ...sources, rig }), drawnAs: '' };
      }
      const { region, target } = picture;
      const as = [region.x, region.y, region.width, region.height, target.width, target.height].join(' ');
      if (made === null || made.drawnAs === as) return;
      made.drawnAs = as;
      made.pattern.draw(renderer, region, target);
    },
    forget,
    rigChanged() {
      if (made && needsRig(made.name)) forget();
    },
    dispose: forget,
  };
};
