import * as THREE from 'three';
import type { FilmParameters } from '../../../core/layers/film.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial } from '../material.ts';

const fragment = /* glsl */ `
in vec2 vAt;
uniform vec3 tint;
uniform vec4 iris;  // x, y, radius, softness
uniform float grain, grainSize, dust, jitter, time, seed;
uniform float uLevel;
out vec4 outColour;
float hash31(vec3 p) {
  uvec3 q = uvec3(ivec3(floor(p)) + 32768);
  uint n = q.x * 747796405u + q.y * 2891336453u + q.z * 277803737u + 1u;
  n = ((n >> ((n >> 28u) + 4u)) ^ n) * 277803737u;
  return float((n >> 22u) ^ n) / 4294967295.0;
}
void main() {
  float frame_ = floor(time * 16.0);
  float g = hash31(vec3(vAt / grainSize, frame_ + seed)) - 0.5;
  // Specks live for a frame, scratches for a second; both small, so that nothing flashes.
  float speck = step(1.0 - 0.0015 * dust, hash31(vec3(vAt / 0.55, frame_ + 17.0 + seed)));
  float scratch = step(1.0 - 0.012 * dust, hash31(vec3(vAt.x / 0.12, 5.0, floor(time * 1.3) + seed))) * 0.5;
  // Three slow sines below 3 Hz stand for the unrest of an arc.
  float lamp = 1.0 - jitter * (0.5 + 0.2 * sin(time * 5.3) + 0.2 * sin(time * 9.1 + 1.0) + 0.1 * sin(time * 15.7 + 2.0));
  float open = 1.0 - smoothstep(iris.z - iris.w, iris.z + 1e-3, length(vAt - iris.xy));
  float light = clamp(lamp * (1.0 + grain * g), 0.0, 1.0) * (1.0 - 0.85 * speck) * (1.0 - scratch) * open;
  outColour = vec4(tint * light, 1.0) * uLevel;
}`;

export const create = (context: LayerContext): StageLayer<FilmParameters> => {
  const tint = new THREE.Color();
  const iris = new THREE.Vector4();
  const numbers = {
    grain: { value: 0 },
    grainSize: { value: 1 },
    dust: { value: 0 },
    jitter: { value: 0 },
    time: { value: 0 },
    seed: { value: 0 },
  };
  const material = createMaterial(quadVertex, fragment, {
    tint: { value: tint },
    iris: { value: iris },
    ...numbers,
  });
  const mesh = createQuad(material);
  placeQuad(mesh, { x: 0, y: 0, ...context.canvas });
  return {
    object: mesh,
    direct: { kind: 'paint', materials: [material] },
    isSmooth: true,
    prepare: async () => undefined,
    update(times, p) {
      linearInto(tint, p.tint);
      iris.set(p.irisX, p.irisY, p.iris, p.irisSoft);
      for (const name of ['grain', 'grainSize', 'dust', 'jitter'] as const) numbers[name].value = p[name];
      numbers.time.value = p.clock === 'free' ? times.free : times.position;
      numbers.seed.value = p.seed % 977;
    },
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
