import * as THREE from 'three';
import { createScreen } from '../stage/geometry/screen.ts';

/**
 * The wall of a page that dies goes black, never white. Chromium draws the last frame of a process that has just been
 * killed once more, without its textures, and fills in white for what is missing: the brightest frame of the evening.
 * Filters belong to that frame and still hold. So the canvas carries the negative of the picture and a filter turns it
 * round, both exact in 8 bits as long as the page is drawn in sRGB (the application forces that profile): what is missing
 * comes out black. What was never drawn stays transparent, over black.
 */
export interface Negative {
  /** Turns what has been drawn into the window in this task, all of it, and makes it opaque. */
  turn(): void;
}

const vertex = /* glsl */ `void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }`;
const fragment = /* glsl */ `
out vec4 outColour;
void main() { outColour = vec4(1.0); }`;

export const createNegative = (renderer: THREE.WebGLRenderer): Negative => {
  renderer.domElement.style.filter = 'invert(1)';
  const material = new THREE.ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    glslVersion: THREE.GLSL3,
    depthTest: false,
    depthWrite: false,
    // 1 × (1 − picture), and 1 of alpha.
    blending: THREE.CustomBlending,
    blendEquation: THREE.AddEquation,
    blendSrc: THREE.OneMinusDstColorFactor,
    blendDst: THREE.ZeroFactor,
    blendSrcAlpha: THREE.OneFactor,
    blendDstAlpha: THREE.ZeroFactor,
  });
  const screen = createScreen(material);
  return {
    turn() {
      renderer.setRenderTarget(null);
      screen.draw(renderer);
    },
  };
};
