import * as THREE from 'three';
import type { Polyline } from '../../../core/facade/path.ts';
import { createStroke, strokeDistance, strokeVertex } from '../geometry/stroke.ts';
import { applyBlend, createMaterial } from '../material.ts';
import type { PatternPart } from './drawing.ts';

/** Lines of one colour (linear light), white unless told, with round ends. Lines that lie on each other are as bright as one. */
const fragment = /* glsl */ `
${strokeDistance}
uniform float uLevel;
uniform vec3 uColour;
out vec4 outColour;
void main() {
  float beyond = max(-vS, vS - vTotal);
  float d = beyond > 0.0 ? length(vec2(beyond, vAcross)) : abs(vAcross);
  outColour = vec4(uColour, 1.0) * lineCoverage(d) * uLevel;
}`;

/** `width` in metres, but never less than `pixels` of the picture: a line is to be seen in a small one too. */
export const createLines = (
  lines: readonly Polyline[],
  width: number,
  pixels: number,
  colour = new THREE.Color(1, 1, 1),
): PatternPart => {
  const uniforms = {
    uReach: { value: width },
    uWidth: { value: width },
    uGlow: { value: 0 },
    uGlowLevel: { value: 0 },
    uColour: { value: colour },
  };
  const material = createMaterial(strokeVertex, fragment, uniforms);
  applyBlend(material, 'lighten');
  const mesh = new THREE.Mesh(createStroke(lines.map((line) => ({ line }))), material);
  mesh.frustumCulled = false;
  return {
    object: mesh,
    place(_region, density) {
      const pixel = 1 / Math.min(density.x, density.y);
      uniforms.uWidth.value = Math.max(width, pixels * pixel);
      uniforms.uReach.value = uniforms.uWidth.value / 2 + 1.5 * pixel;
    },
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
