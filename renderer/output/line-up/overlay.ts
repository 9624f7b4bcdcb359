import type * as THREE from 'three';
import type { Mark } from '../../../core/control/line-up.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { CompiledOutput, CompiledRig } from '../../../core/rig/rig.document.ts';
import type { OutputPicture } from '../picture.ts';
import { MarksPass } from './marks.pass.ts';
import { strokesOf } from './marks.ts';
import { maskLines } from './mask-lines.ts';

type Shown = { mark: Mark; text: string; rig: CompiledRig; output: CompiledOutput };
/** Others' marks and drags come sixty times a second too; outlines of masks may depend on anything of the rig. */
const isSame = (shown: Shown, mark: Mark, rig: CompiledRig, output: CompiledOutput): boolean => {
  if (shown.mark !== mark && shown.text !== JSON.stringify(mark)) return false;
  shown.mark = mark;
  if (shown.rig === rig) return true;
  const { warp, rotation, mirror } = shown.output;
  return !mark.masks && warp === output.warp && rotation === output.rotation && mirror === output.mirror;
};

/** The marks of whoever lines an output up, over its window; worked out when mark or rig change, drawn each frame. */
export interface Overlay {
  draw(mark: Mark | null, rig: CompiledRig, output: CompiledOutput): void;
  dispose(): void;
}

export const createOverlay = (
  renderer: THREE.WebGLRenderer,
  picture: Pick<OutputPicture, 'pixelRatio' | 'problems'>,
  facade: FacadeModel,
): Overlay => {
  const pass = new MarksPass(renderer);
  let shown: Shown | null = null;
  return {
    draw(mark, rig, output) {
      if (!mark) return;
      if (!shown || !isSame(shown, mark, rig, output)) {
        shown = { mark, text: JSON.stringify(mark), rig, output };
        const masks = mark.masks ? maskLines(rig, output, facade) : [];
        pass.set(strokesOf(mark, output, picture.problems, masks), output, picture.pixelRatio);
      }
      pass.draw();
    },
    dispose: () => pass.dispose(),
  };
};
