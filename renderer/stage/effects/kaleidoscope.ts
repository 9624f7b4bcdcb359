import * as THREE from 'three';
import type { KaleidoscopeParameters } from '../../../core/layers/effects/kaleidoscope.ts';
import type { StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';
import { pixelGlsl, sampledGlsl } from './sampled.glsl.ts';

const fragment = /* glsl */ `
${pixelGlsl}
uniform vec2 uMiddle;
uniform float uSegment; // its angle
uniform bool uMirrored;
uniform float uAngle;
uniform float uTurn;
uniform float uZoom;
vec2 from(vec2 pixel) {
  vec2 d = metres(pixel) - uMiddle;
  float turned = atan(d.y, d.x) - uTurn;
  float within = turned - floor(turned / uSegment) * uSegment;
  if (uMirrored) within = abs(within - 0.5 * uSegment);
  float angle = uAngle + within;
  return pixelOf(uMiddle + vec2(cos(angle), sin(angle)) * length(d) / uZoom);
}
${sampledGlsl}`;
const radians = (degrees: number): number => ((degrees % 360) * Math.PI) / 180;

export const create = (): StageEffect<KaleidoscopeParameters> => {
  const middle = new THREE.Vector2();
  const uniforms = {
    uMiddle: { value: middle },
    uSegment: { value: 1 },
    uMirrored: { value: true },
    uAngle: { value: 0 },
    uTurn: { value: 0 },
    uZoom: { value: 1 },
  };
  const pass = new FilterPass(['picture'], fragment, uniforms);
  return {
    passes: [pass],
    apply({ brush, picture, area, parameters: p }) {
      middle.set(p.x, p.y);
      uniforms.uSegment.value = (2 * Math.PI) / p.segments;
      uniforms.uMirrored.value = p.mirrored;
      uniforms.uAngle.value = radians(p.angle);
      uniforms.uTurn.value = radians(p.turn);
      uniforms.uZoom.value = p.zoom;
      return pass.draw(brush, area, { picture });
    },
    dispose: () => pass.dispose(),
  };
};
