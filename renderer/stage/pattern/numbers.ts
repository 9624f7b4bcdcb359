import * as THREE from 'three';
import { squaresOf, type Square } from '../../../core/render/numbers.ts';
import type { Rectangle } from '../composite.pass.ts';
import { createQuad, placeQuad } from '../geometry/quad.ts';
import { createMaterial } from '../material.ts';
import type { PatternPart } from './drawing.ts';

/** Squares of the wall with their names, painted at the very pixels of the picture, so that letters stay sharp. */
const vertex = /* glsl */ `
out vec2 vUv;
void main() { vUv = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`;
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uSheet;
uniform float uLevel;
out vec4 outColour;
vec3 decode(vec3 c) { return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045)))); }
void main() { outColour = vec4(decode(texture(uSheet, vUv).rgb), 1.0) * uLevel; }`;

export const numbersParts = (canvas: { width: number; height: number }): PatternPart[] => {
  const squares = squaresOf(canvas);
  const uniforms = { uSheet: { value: null as THREE.Texture | null } };
  const material = createMaterial(vertex, fragment, uniforms);
  const mesh = createQuad(material);
  return [
    {
      object: mesh,
      place(region, density) {
        placeQuad(mesh, region);
        uniforms.uSheet.value?.dispose();
        uniforms.uSheet.value = sheetOf(squares, region, density);
      },
      dispose() {
        uniforms.uSheet.value?.dispose();
        mesh.geometry.dispose();
        material.dispose();
      },
    },
  ];
};

const sheetOf = (squares: readonly Square[], region: Rectangle, density: THREE.Vector2): THREE.Texture => {
  const width = Math.round(region.width * density.x);
  const height = Math.round(region.height * density.y);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  const left = (x: number): number => Math.round((x - region.x) * density.x);
  const top = (y: number): number => Math.round((region.y + region.height - y) * density.y);
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, width, height);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const square of squares) {
    const [x, y] = [left(square.x), top(square.y + square.height)];
    const [w, h] = [left(square.x + square.width) - x, top(square.y) - y];
    pen.fillStyle = square.isDark ? '#262626' : '#5a5a5a';
    pen.fillRect(x, y, w, h);
    pen.fillStyle = '#fff';
    pen.font = `600 ${Math.max(8, Math.min(w / 2.2, h * 0.6))}px sans-serif`;
    pen.fillText(square.label, x + w / 2, y + h / 2);
  }
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.NoColorSpace;
  texture.generateMipmaps = false;
  texture.minFilter = texture.magFilter = THREE.NearestFilter;
  return texture;
};
