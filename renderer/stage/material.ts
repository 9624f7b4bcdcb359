import * as THREE from 'three';
import type { Blend } from '../../core/show/show.schema.ts';

/**
 * Materials of the stage: raw GLSL 3, premultiplied linear light, no depth. `uLevel` scales the whole output, so the
 * stage can fade a layer that is one coat of paint without a pass of its own (see StageLayer.direct).
 */
export type Uniforms = Record<string, THREE.IUniform>;

export const createMaterial = (
  vertexShader: string,
  fragmentShader: string,
  uniforms: Uniforms,
  kind: 'paint' | 'light' = 'paint',
): THREE.ShaderMaterial => {
  const material = new THREE.ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms: { uLevel: { value: 1 }, ...uniforms },
    glslVersion: THREE.GLSL3,
    depthTest: false,
    depthWrite: false,
    transparent: true,
    premultipliedAlpha: true,
    side: THREE.DoubleSide,
    toneMapped: false,
  });
  applyBlend(material, kind === 'light' ? 'add' : 'normal');
  return material;
};

/**
 * Fixed-function blending of premultiplied colour. Alpha: `add` leaves it alone (light covers nothing), `multiply`
 * and `screen` keep what is below, so both act on what their own playback drew. `lighten` is the brighter of the two.
 */
export const applyBlend = (material: THREE.Material, blend: Blend): void => {
  const [equation, source, destination, sourceAlpha, destinationAlpha] = factors[blend];
  material.blending = THREE.CustomBlending;
  material.blendEquation = equation;
  material.blendSrc = source;
  material.blendDst = destination;
  material.blendSrcAlpha = sourceAlpha;
  material.blendDstAlpha = destinationAlpha;
};

type Factors = readonly [
  THREE.BlendingEquation,
  THREE.BlendingSrcFactor,
  THREE.BlendingDstFactor,
  THREE.BlendingSrcFactor,
  THREE.BlendingDstFactor,
];
const { AddEquation, MaxEquation, OneFactor, ZeroFactor, DstColorFactor } = THREE;
const { OneMinusSrcAlphaFactor, OneMinusSrcColorFactor } = THREE;
const factors: Record<Blend, Factors> = {
  normal: [AddEquation, OneFactor, OneMinusSrcAlphaFactor, OneFactor, OneMinusSrcAlphaFactor],
  add: [AddEquation, OneFactor, OneFactor, ZeroFactor, OneFactor],
  screen: [AddEquation, OneFactor, OneMinusSrcColorFactor, OneFactor, OneMinusSrcAlphaFactor],
  multiply: [AddEquation, DstColorFactor, OneMinusSrcAlphaFactor, ZeroFactor, OneFactor],
  lighten: [MaxEquation, OneFactor, OneFactor, OneFactor, OneFactor],
};
