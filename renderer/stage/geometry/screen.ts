import * as THREE from 'three';

/** One triangle that covers the present target: fewer edges than two, and no seam along a diagonal. */
export const screenVertex = /* glsl */ `
out vec2 vUv;
void main() { vUv = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 0.0, 1.0); }`;

export interface Screen {
  /** The triangle alone: for building its shader ahead. */
  readonly scene: THREE.Scene;
  draw(renderer: THREE.WebGLRenderer): void;
  /** The triangle; the material is its owner's. */
  dispose(): void;
}

export const createScreen = (material: THREE.Material): Screen => {
  const geometry = screenTriangle();
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  const scene = new THREE.Scene().add(mesh);
  const camera = new THREE.Camera();
  return {
    scene,
    draw: (renderer) => renderer.render(scene, camera),
    dispose: () => geometry.dispose(),
  };
};

export const screenTriangle = (): THREE.BufferGeometry =>
  new THREE.BufferGeometry().setAttribute(
    'position',
    new THREE.Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3),
  );
