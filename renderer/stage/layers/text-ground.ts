import type { Rectangle } from '../composite.pass.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import { createMaterial } from '../material.ts';

/** The soft dark ground of words: it fades out, so that no grey box stands on the wall. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform vec2 uSoft; // share of the box that fades
uniform float uLevel;
uniform float uOpacity;
out vec4 outColour;
void main() {
  vec2 edge = smoothstep(vec2(0.0), uSoft, min(vUv, 1.0 - vUv));
  outColour = vec4(0.0, 0.0, 0.0, edge.x * edge.y * uOpacity) * uLevel;
}`;

export const createGround = () => {
  const uSoft = { value: [0.1, 0.1] };
  const uOpacity = { value: 0 };
  const material = createMaterial(quadVertex, fragment, { uSoft, uOpacity });
  const mesh = createQuad(material);
  return {
    object: mesh,
    material,
    /** `margin`: how far it reaches beyond the box, and how soft it is. */
    place(inner: Rectangle, margin: number): void {
      const box = {
        x: inner.x - margin,
        y: inner.y - margin,
        width: inner.width + 2 * margin,
        height: inner.height + 2 * margin,
      };
      placeQuad(mesh, box);
      uSoft.value = [margin / box.width, margin / box.height];
    },
    show(opacity: number): void {
      uOpacity.value = opacity;
      mesh.visible = opacity > 0;
    },
    dispose(): void {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
