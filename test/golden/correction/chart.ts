import * as THREE from 'three';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';

/**
 * A line-up chart in canvas metres: squares of a metre in two greys, a red line along x = 0 and a green one along
 * y = 0, white dots on every fourth crossing. Drawn where the stage would draw.
 */
export const drawChart = (renderer: THREE.WebGLRenderer, { target, region }: Correction): void => {
  const material = new THREE.RawShaderMaterial({
    glslVersion: THREE.GLSL3,
    vertexShader: `in vec2 corner; uniform vec4 region; out vec2 metres;
void main() { metres = region.xy + (corner * 0.5 + 0.5) * region.zw; gl_Position = vec4(corner, 0.0, 1.0); }`,
    fragmentShader: `precision highp float; in vec2 metres; out vec4 light;
void main() {
  float grey = mod(floor(metres.x) + floor(metres.y), 2.0) * 0.25 + 0.08;
  light = vec4(vec3(grey), 1.0);
  if (abs(metres.x - 0.25) < 0.25) light.rgb = vec3(0.8, 0.05, 0.05);
  if (abs(metres.y - 0.25) < 0.25) light.rgb = vec3(0.05, 0.8, 0.05);
  if (length(mod(metres + 2.0, 4.0) - 2.0) < 0.4) light.rgb = vec3(1.0);
}`,
    uniforms: { region: { value: new THREE.Vector4(region.x, region.y, region.width, region.height) } },
    depthTest: false,
    depthWrite: false,
    blending: THREE.NoBlending,
  });
  const corners = new THREE.BufferAttribute(new Float32Array([-1, -1, 3, -1, -1, 3]), 2);
  const mesh = new THREE.Mesh(
    new THREE.BufferGeometry().setAttribute('corner', corners).setIndex([0, 1, 2]),
    material,
  );
  mesh.frustumCulled = false;
  renderer.setRenderTarget(target);
  renderer.render(mesh, new THREE.Camera());
  renderer.setRenderTarget(null);
  mesh.geometry.dispose();
  material.dispose();
};
