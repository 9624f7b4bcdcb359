import * as THREE from 'three';
import { createMaterial } from './material.ts';

/** Linear light → sRGB signal (IEC 61966-2-1), texel for pixel: the clean feed, stills and films of the canvas. */
const vertex = /* glsl */ `
out vec2 vUv;
void main() { vUv = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 0.0, 1.0); }`;
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
  private readonly material = createMaterial(vertex, fragment, this.uniforms);
  private readonly geometry = new THREE.BufferGeometry();
  private readonly scene = new THREE.Scene();
  private readonly camera = new THREE.Camera();

  constructor() {
    this.geometry.setAttribute(
      'position',
      new THREE.Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3),
    );
    const mesh = new THREE.Mesh(this.geometry, this.material);
    mesh.frustumCulled = false;
    this.material.blending = THREE.NoBlending;
    this.scene.add(mesh);
  }
  render(
    renderer: THREE.WebGLRenderer,
    picture: THREE.Texture,
    target: THREE.WebGLRenderTarget | null,
  ): void {
    this.uniforms.uPicture.value = picture;
    renderer.setRenderTarget(target);
    renderer.render(this.scene, this.camera);
    renderer.setRenderTarget(null);
  }
  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }
}
