import * as THREE from 'three';
import type { Blend } from '../../core/show/show.schema.ts';
import { createScreen, screenVertex } from './geometry/screen.ts';
import { applyBlend, createMaterial } from './material.ts';

/** Draws a texture pixel for pixel onto the present target, as far as its scissor goes: weight, soft rectangle, mask. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
uniform vec2 uOrigin; // the picture's corner in the target, pixels
uniform sampler2D uMask;
uniform bool uMasked;
uniform bool uBounded;
uniform bool uClamped;
uniform vec4 uBox;    // x0 y0 x1 y1, canvas metres
uniform vec4 uRegion; // x y width height, canvas metres
uniform float uLevel;
out vec4 outColour;
void main() {
  float coverage = uLevel;
  if (uBounded) {
    vec2 at = uRegion.xy + vUv * uRegion.zw;
    vec2 pixel = max(fwidth(at), vec2(1e-9));
    vec2 edge = min((at - uBox.xy) / pixel, (uBox.zw - at) / pixel);
    coverage *= clamp(edge.x + 0.5, 0.0, 1.0) * clamp(edge.y + 0.5, 0.0, 1.0);
  }
  if (uMasked) coverage *= texture(uMask, vUv).r;
  vec4 colour = texelFetch(uPicture, ivec2(gl_FragCoord.xy - uOrigin), 0);
  if (uClamped) colour = min(colour, vec4(1.0));
  outColour = colour * coverage;
}`;

export type Rectangle = { x: number; y: number; width: number; height: number };
export type Composite = {
  picture: THREE.Texture;
  /** The picture's lower left corner in the target, pixels; absent: 0, 0. */
  origin?: { x: number; y: number };
  weight: number;
  blend: Blend;
  /** Replaces what is below instead of lying on it. */
  copy?: boolean;
  box?: Rectangle | null;
  mask?: THREE.Texture | null;
  region: Rectangle;
};

export class CompositePass {
  private readonly uniforms = {
    uPicture: { value: null as THREE.Texture | null },
    uOrigin: { value: new THREE.Vector2() },
    uMask: { value: null as THREE.Texture | null },
    uMasked: { value: false },
    uBounded: { value: false },
    uClamped: { value: false },
    uBox: { value: new THREE.Vector4() },
    uRegion: { value: new THREE.Vector4() },
    uLevel: { value: 1 },
  };
  private readonly material = createMaterial(screenVertex, fragment, this.uniforms);
  private readonly screen = createScreen(this.material);

  draw(renderer: THREE.WebGLRenderer, what: Composite): void {
    const { box, region, mask, origin } = what;
    this.uniforms.uOrigin.value.set(origin?.x ?? 0, origin?.y ?? 0);
    this.uniforms.uPicture.value = what.picture;
    this.uniforms.uMask.value = mask ?? what.picture;
    this.uniforms.uMasked.value = !!mask;
    this.uniforms.uBounded.value = !!box;
    this.uniforms.uClamped.value = what.blend === 'screen';
    if (box) this.uniforms.uBox.value.set(box.x, box.y, box.x + box.width, box.y + box.height);
    this.uniforms.uRegion.value.set(region.x, region.y, region.width, region.height);
    this.uniforms.uLevel.value = what.weight;
    applyBlend(this.material, what.blend);
    if (what.copy) this.material.blending = THREE.NoBlending;
    this.screen.draw(renderer);
  }

  dispose(): void {
    this.screen.dispose();
    this.material.dispose();
  }
}
