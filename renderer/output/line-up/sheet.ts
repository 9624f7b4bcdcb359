import * as THREE from 'three';
import { createMaterial } from '../../stage/material.ts';

/** Something painted once on a 2-D canvas of the raster's size and laid over the window, pixel for pixel. */
export type Note = {
  /** What it says; the same text is not painted again. */
  key: string;
  /** Raster pixels. */
  width: number;
  height: number;
  paint(pen: CanvasRenderingContext2D): void;
};
export interface Sheet {
  /** Into the window's present viewport; null: nothing. */
  draw(note: Note | null): void;
  dispose(): void;
}

const vertex = /* glsl */ `
out vec2 vUv;
void main() { vUv = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 0.0, 1.0); }`;
/** The canvas holds codes of the signal, and they go out as they are. */
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uSheet;
out vec4 outColour;
void main() { outColour = texture(uSheet, vUv); }`;

/** `pixelRatio`: window pixels a raster pixel; a smaller window gets the mean of what it can't show. */
export const createSheet = (renderer: THREE.WebGLRenderer, pixelRatio: number): Sheet => {
  const uniforms = { uSheet: { value: null as THREE.Texture | null } };
  const material = createMaterial(vertex, fragment, uniforms);
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3));
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  const scene = new THREE.Scene().add(mesh);
  const camera = new THREE.Camera();
  let shown: { key: string; texture: THREE.Texture } | null = null;

  const put = (note: Note | null): void => {
    if (note?.key === shown?.key) return;
    shown?.texture.dispose();
    shown = note ? { key: note.key, texture: textureOf(note, pixelRatio) } : null;
    uniforms.uSheet.value = shown?.texture ?? null;
  };
  return {
    draw(note) {
      put(note);
      if (!shown) return;
      renderer.setRenderTarget(null);
      renderer.render(scene, camera);
    },
    dispose() {
      put(null);
      geometry.dispose();
      material.dispose();
    },
  };
};

const textureOf = ({ width, height, paint }: Note, pixelRatio: number): THREE.Texture => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  pen.imageSmoothingEnabled = false;
  paint(pen);
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.NoColorSpace;
  texture.premultiplyAlpha = true;
  texture.generateMipmaps = pixelRatio !== 1;
  texture.minFilter = pixelRatio === 1 ? THREE.NearestFilter : THREE.LinearMipmapLinearFilter;
  texture.magFilter = THREE.NearestFilter;
  return texture;
};
