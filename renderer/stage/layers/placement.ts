import * as THREE from 'three';
import type { ImageParameters } from '../../../core/layers/image.ts';
import { linearInto } from '../colour.ts';
import type { Rectangle } from '../composite.pass.ts';
import { extentOf } from '../extent.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';

/** A textured rectangle for pictures and films: fit, turn, tint. The texture is decoded from sRGB by the hardware. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
uniform vec4 uCrop; // offset, scale
uniform vec3 uTint;
uniform float uOpacity;
uniform float uLevel;
out vec4 outColour;
void main() {
  vec4 c = texture(uPicture, uCrop.xy + vUv * uCrop.zw);
  outColour = vec4(c.rgb * c.a * uTint, c.a) * uOpacity * uLevel;
}`;
export type Placed = Omit<ImageParameters, 'media'>;
/** How what is placed is sampled: a fragment with the uniforms of the one above, and its own. */
type Look = { fragment: string; uniforms: Uniforms };

export const createPlacement = (context: LayerContext, look: Look = { fragment, uniforms: {} }) => {
  const uniforms = {
    uPicture: { value: null as THREE.Texture | null },
    uCrop: { value: new THREE.Vector4(0, 0, 1, 1) },
    uTint: { value: new THREE.Color() },
    uOpacity: { value: 1 },
  };
  const material = createMaterial(quadVertex, look.fragment, { ...look.uniforms, ...uniforms });
  const mesh = createQuad(material);
  mesh.visible = false;
  return {
    object: mesh,
    material,
    /** Offset and scale of what is seen, after each `set`. */
    crop: uniforms.uCrop.value,
    set(texture: THREE.Texture | null, size: { width: number; height: number }, p: Placed): void {
      mesh.visible = texture !== null;
      if (!texture) return;
      uniforms.uPicture.value = texture;
      placeQuad(mesh, fitted(uniforms.uCrop.value, size, p, context.canvas));
      mesh.rotation.z = (p.rotation * Math.PI) / 180;
      linearInto(uniforms.uTint.value, p.tint);
      uniforms.uOpacity.value = p.level;
    },
    extent(): Rectangle {
      mesh.updateMatrix();
      return extentOf([mesh.geometry], 0, mesh.matrix);
    },
    dispose(): void {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
/** Where a picture of a size lies, metres; `target` becomes the part of it that is seen: offset, scale. */
export const fitted = (
  target: THREE.Vector4,
  size: { width: number; height: number },
  p: Pick<Placed, 'x' | 'y' | 'width' | 'height' | 'fit'>,
  canvas: { width: number; height: number },
): Box => {
  const box = { x: p.x, y: p.y, width: p.width || canvas.width, height: p.height || canvas.height };
  const wide = size.width / size.height / (box.width / box.height);
  target.set(0, 0, 1, 1);
  if (p.fit === 'cover') crop(target, wide);
  return p.fit === 'contain' ? shrunk(box, wide) : box;
};
const crop = (target: THREE.Vector4, wide: number): void => {
  if (wide > 1) target.set((1 - 1 / wide) / 2, 0, 1 / wide, 1);
  else target.set(0, (1 - wide) / 2, 1, wide);
};
type Box = { x: number; y: number; width: number; height: number };
const shrunk = (box: Box, wide: number): Box => {
  const width = wide > 1 ? box.width : box.width * wide;
  const height = wide > 1 ? box.height / wide : box.height;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
};
