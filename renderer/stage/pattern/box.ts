import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import type { Rectangle } from '../composite.pass.ts';
import type { PatternPart } from './drawing.ts';

/** A rectangle of the canvas, metres, filled by a fragment shader that reads `vUv` and `vAt` (see quad.ts). */
export const createBox = (
  box: Rectangle,
  fragment: string,
  uniforms: Uniforms,
  kind: 'paint' | 'light' = 'paint',
): PatternPart => {
  const material = createMaterial(quadVertex, fragment, uniforms, kind);
  const mesh = createQuad(material);
  placeQuad(mesh, box);
  return {
    object: mesh,
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
