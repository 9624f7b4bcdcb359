import * as THREE from 'three';
import { createScreen, screenVertex } from './geometry/screen.ts';
import { createMaterial } from './material.ts';

/** Linear light → sRGB signal (IEC 61966-2-1), texel for pixel: the clean feed, stills and films of the canvas. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
out vec4 outColour;
void main() {
  vec3 c = clamp(texture(uPicture, vUv).rgb, 0.0, 1.0);
  vec3 low = c * 12.92;
  vec3 high = 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055;
  outColour = vec4(mix(high, low, vec3(lessThanEqual(c, vec3(0.0031308)))), 1.0);
}`;

export class EncodePass {
  private readonly uniforms = { uPicture: { value: null as THREE.Texture | null } };
  private readonly material = createMaterial(screenVertex, fragment, this.uniforms);
  private readonly screen = createScreen(this.material);

  constructor() {
    this.material.blending = THREE.NoBlending;
  }
  render(
    renderer: THREE.WebGLRenderer,
    picture: THREE.Texture,
    target: THREE.WebGLRenderTarget | null,
  ): void {
    this.uniforms.uPicture.value = picture;
    renderer.setRenderTarget(target);
    this.screen.draw(renderer);
    renderer.setRenderTarget(null);
  }
  dispose(): void {
    this.screen.dispose();
    this.material.dispose();
  }
}
