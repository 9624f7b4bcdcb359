import * as THREE from 'three';
import { MOST_STOPS, stopsInOrder, type GradientParameters } from '../../../core/layers/gradient.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial } from '../material.ts';

const fragment = /* glsl */ `
in vec2 vAt;
uniform vec2 uFrom;
uniform vec2 uDirection;
uniform float uLength;
uniform float uCurve;
uniform bool uRadial;
uniform vec4 uColourFrom;
uniform vec4 uColourTo;
uniform vec4 uStops[${MOST_STOPS}];
uniform float uPlaces[${MOST_STOPS}];
uniform int uCount;
uniform float uLevel;
out vec4 outColour;
vec4 colourAt(float run) {
  vec4 before = uColourFrom;
  float place = 0.0;
  for (int i = 0; i < ${MOST_STOPS}; i++) {
    if (i >= uCount) break;
    if (run < uPlaces[i]) return mix(before, uStops[i], (run - place) / max(uPlaces[i] - place, 1e-5));
    before = uStops[i];
    place = uPlaces[i];
  }
  return mix(before, uColourTo, (run - place) / max(1.0 - place, 1e-5));
}
void main() {
  vec2 d = vAt - uFrom;
  float run = clamp((uRadial ? length(d) : dot(d, uDirection)) / max(uLength, 1e-4), 0.0, 1.0);
  outColour = colourAt(pow(run, uCurve)) * uLevel;
}`;

export const create = (context: LayerContext): StageLayer<GradientParameters> => {
  const uniforms = {
    uFrom: { value: new THREE.Vector2() },
    uDirection: { value: new THREE.Vector2() },
    uLength: { value: 1 },
    uCurve: { value: 1 },
    uRadial: { value: false },
    uColourFrom: { value: new THREE.Vector4() },
    uColourTo: { value: new THREE.Vector4() },
    uStops: { value: Array.from({ length: MOST_STOPS }, () => new THREE.Vector4()) },
    uPlaces: { value: Array.from({ length: MOST_STOPS }, () => 1) },
    uCount: { value: 0 },
  };
  const material = createMaterial(quadVertex, fragment, uniforms);
  const mesh = createQuad(material);
  placeQuad(mesh, { x: 0, y: 0, ...context.canvas });
  const colour = new THREE.Color();
  const premultiplied = (target: THREE.Vector4, hex: string, opacity: number) => {
    linearInto(colour, hex).multiplyScalar(opacity);
    target.set(colour.r, colour.g, colour.b, opacity);
  };
  return {
    object: mesh,
    direct: { kind: 'paint', materials: [material] },
    isSmooth: true,
    prepare: async () => undefined,
    update(_times, parameters) {
      const angle = (parameters.angle * Math.PI) / 180;
      uniforms.uFrom.value.set(parameters.x, parameters.y);
      uniforms.uDirection.value.set(Math.cos(angle), Math.sin(angle));
      uniforms.uLength.value = parameters.length;
      uniforms.uCurve.value = parameters.curve;
      uniforms.uRadial.value = parameters.kind === 'radial';
      premultiplied(uniforms.uColourFrom.value, parameters.from, parameters.fromOpacity);
      premultiplied(uniforms.uColourTo.value, parameters.to, parameters.toOpacity);
      const stops = stopsInOrder(parameters);
      uniforms.uCount.value = stops.length;
      stops.forEach(({ at, colour: hex, opacity }, index) => {
        const target = uniforms.uStops.value[index];
        if (target) premultiplied(target, hex, opacity);
        uniforms.uPlaces.value[index] = at;
      });
    },
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
