import * as THREE from 'three';

/** A rectangle in metres; `vUv` 0–1 over it, `vAt` the canvas point. */
export const quadVertex = /* glsl */ `
out vec2 vUv;
out vec2 vAt;
void main() {
  vUv = uv;
  vec4 at = modelMatrix * vec4(position, 1.0);
  vAt = at.xy;
  gl_Position = projectionMatrix * viewMatrix * at;
}`;

/** Unit square around the origin, to be scaled and moved. */
export const createQuad = (material: THREE.Material): THREE.Mesh => {
  const mesh = new THREE.Mesh(new THREE.PlaneGeometry(1, 1), material);
  mesh.frustumCulled = false;
  return mesh;
};
export const placeQuad = (
  mesh: THREE.Object3D,
  box: { x: number; y: number; width: number; height: number },
): void => {
  mesh.position.set(box.x + box.width / 2, box.y + box.height / 2, 0);
  mesh.scale.set(box.width, box.height, 1);
};
