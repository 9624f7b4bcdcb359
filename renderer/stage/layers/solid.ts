import * as THREE from 'three';
import type { SolidParameters } from '../../../core/layers/solid.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial } from '../material.ts';

const fragment = /* glsl */ `
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() { outColour = vec4(uColour, 1.0) * uLevel; }`;

export const create = (context: LayerContext): StageLayer<SolidParameters> => {
  const colour = new THREE.Color();
  const material = createMaterial(quadVertex, fragment, { uColour: { value: colour } });
  const mesh = createQuad(material);
  placeQuad(mesh, { x: 0, y: 0, ...context.canvas });
  return {
    object: mesh,
    direct: { kind: 'paint', materials: [material] },
    isSmooth: true,
    prepare: async () => undefined,
    update(_times, parameters) {
      linearInto(colour, parameters.colour).multiplyScalar(parameters.level);
    },
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
