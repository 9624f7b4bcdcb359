import * as THREE from 'three';
import { describe, expect, test } from 'vitest';
import { watchMemory } from '../../../renderer/render/gpu-memory.ts';

/** A renderer and what it holds, for the length of a test. */
const withRenderer = (
  body: (renderer: THREE.WebGLRenderer, memory: ReturnType<typeof watchMemory>) => void,
) => {
  const renderer = new THREE.WebGLRenderer({ canvas: document.createElement('canvas'), antialias: false });
  const gl = renderer.getContext();
  if (!(gl instanceof WebGL2RenderingContext)) throw new Error('no WebGL 2');
  body(renderer, watchMemory(gl));
  renderer.dispose();
};
const drawInto = (
  renderer: THREE.WebGLRenderer,
  target: THREE.WebGLRenderTarget | null,
  mesh: THREE.Mesh,
) => {
  const scene = new THREE.Scene();
  mesh.frustumCulled = false;
  scene.add(mesh);
  renderer.setRenderTarget(target);
  renderer.render(scene, new THREE.OrthographicCamera());
};

describe('what the GPU holds', () => {
  test('textures and targets by their format, given back with them', () =>
    withRenderer((renderer, memory) => {
      const before = memory.textures();
      const bytes = new THREE.DataTexture(new Uint8Array(64 * 32 * 4), 64, 32);
      bytes.needsUpdate = true;
      renderer.initTexture(bytes);
      expect(memory.textures() - before).toBe(64 * 32 * 4);
      const floats = new THREE.WebGLRenderTarget(100, 50, { type: THREE.HalfFloatType, depthBuffer: false });
      renderer.initRenderTarget(floats);
      expect(memory.textures() - before).toBe(64 * 32 * 4 + 100 * 50 * 8);
      bytes.dispose();
      floats.dispose();
      expect(memory.textures()).toBe(before);
    }));
  test('vertices and indices, given back with them', () =>
    withRenderer((renderer, memory) => {
      const before = memory.geometry();
      const geometry = new THREE.BufferGeometry();
      geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array(3 * 1000), 3));
      geometry.setIndex(new THREE.BufferAttribute(new Uint16Array([0, 1, 2]), 1));
      drawInto(renderer, null, new THREE.Mesh(geometry, new THREE.MeshBasicMaterial()));
      expect(memory.geometry() - before).toBe(3 * 1000 * 4 + 3 * 2);
      geometry.dispose();
      expect(memory.geometry()).toBe(before);
    }));
});
