import * as THREE from 'three';
import { createScreen, screenVertex } from '../../../stage/geometry/screen.ts';
import { createMaterial } from '../../../stage/material.ts';

/** What other times have that this one has not, tinted: what stands still stays as it is. Linear light, texel for pixel. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
uniform sampler2D uGhost;
uniform vec3 uTint;
out vec4 outColour;
void main() {
  vec3 now = texture(uPicture, vUv).rgb;
  vec3 more = max(vec3(0.0), min(texture(uGhost, vUv).rgb, vec3(1.0)) - now);
  outColour = vec4(now + uTint * dot(more, vec3(0.2126, 0.7152, 0.0722)), 1.0);
}`;

export class OnionPass {
  private readonly uniforms = {
    uPicture: { value: null as THREE.Texture | null },
    uGhost: { value: null as THREE.Texture | null },
    uTint: { value: new THREE.Vector3() },
  };
  private readonly material = createMaterial(screenVertex, fragment, this.uniforms);
  private readonly screen = createScreen(this.material);

  constructor() {
    this.material.blending = THREE.NoBlending;
  }
  /** `tint`: red, green, blue, linear. `into` is neither of the pictures. */
  render(
    renderer: THREE.WebGLRenderer,
    picture: THREE.Texture,
    ghost: THREE.Texture,
    tint: readonly [number, number, number],
    into: THREE.WebGLRenderTarget,
  ): void {
    this.uniforms.uPicture.value = picture;
    this.uniforms.uGhost.value = ghost;
    this.uniforms.uTint.value.set(...tint);
    renderer.setRenderTarget(into);
    this.screen.draw(renderer);
    renderer.setRenderTarget(null);
  }
  dispose(): void {
    this.screen.dispose();
    this.material.dispose();
  }
}
