import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import { createMaterial } from '../material.ts';
import type { Layout } from './text-layout.ts';

/** The soft dark ground of a caption, in capital heights: it fades out, so that no grey box stands on the wall. */
export const GROUND_MARGIN = 1.2;
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
    place(layout: Layout, lineHeight: number): void {
      const left = Math.min(0, ...layout.lines.map((line) => line.x));
      const depth = (Math.max(1, layout.lines.length) - 1) * lineHeight;
      const box = {
        x: left - GROUND_MARGIN,
        y: -depth - GROUND_MARGIN,
        width: layout.width + 2 * GROUND_MARGIN,
        height: depth + 1 + 2 * GROUND_MARGIN,
      };
      placeQuad(mesh, box);
      uSoft.value = [GROUND_MARGIN / box.width, GROUND_MARGIN / box.height];
    },
    /** `reveal`: the ground comes before the first letters do. */
    show(reveal: number): void {
      uOpacity.value = Math.min(1, reveal * 8) * 0.72;
      mesh.visible = uOpacity.value > 0;
    },
    dispose(): void {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
