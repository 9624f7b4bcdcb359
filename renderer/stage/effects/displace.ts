import * as THREE from 'three';
import type { DisplaceParameters } from '../../../core/layers/effects/displace.ts';
import { hashGlsl } from '../geometry/hash.glsl.ts';
import { noiseGlsl } from '../geometry/noise.glsl.ts';
import type { StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';
import { pixelGlsl, sampledGlsl } from './sampled.glsl.ts';

const fragment = /* glsl */ `
${hashGlsl}
${noiseGlsl}
${pixelGlsl}
uniform int uKind;
uniform float uAmount;
uniform float uSize;
uniform vec2 uWay;
uniform int uCell;    // whole part of the time in swirls
uniform float uPart;  // the rest, 0-1
uniform uint uSeed;
vec2 moved(vec2 at) {
  if (uKind == 0) {
    vec3 p = vec3(at / uSize, uPart);
    ivec3 start = ivec3(0, 0, uCell);
    vec2 way = vec2(gradientNoise(p, start, uSeed), gradientNoise(p, start, uSeed + 1u));
    return way / max(1.0, length(way));
  }
  if (uKind == 1) return vec2(-uWay.y, uWay.x) * sin(6.2831853 * (dot(at, uWay) / uSize - uPart));
  ivec2 pane = ivec2(floor(at / uSize));
  uint place = uint(pane.x) + pcg(uint(pane.y));
  float turn = 6.2831853 * hashed(place, uSeed);
  return vec2(cos(turn), sin(turn)) * hashed(place, uSeed + 1u);
}
vec2 from(vec2 pixel) {
  vec2 at = metres(pixel);
  return pixelOf(at + uAmount * moved(at));
}
${sampledGlsl}`;
const KINDS: Record<DisplaceParameters['kind'], number> = { noise: 0, waves: 1, glass: 2 };

export const create = (): StageEffect<DisplaceParameters> => {
  const way = new THREE.Vector2();
  const uniforms = {
    uKind: { value: 0 },
    uAmount: { value: 0 },
    uSize: { value: 1 },
    uWay: { value: way },
    uCell: { value: 0 },
    uPart: { value: 0 },
    uSeed: { value: 0 },
  };
  const pass = new FilterPass(['picture'], fragment, uniforms);
  return {
    passes: [pass],
    apply({ brush, picture, area, parameters: p, times, seed }) {
      if (p.amount <= 0) return picture;
      const angle = (p.angle * Math.PI) / 180;
      const run = (p.clock === 'free' ? times.free : times.position) * p.speed;
      way.set(Math.cos(angle), Math.sin(angle));
      uniforms.uKind.value = KINDS[p.kind];
      uniforms.uAmount.value = p.amount;
      uniforms.uSize.value = p.size;
      uniforms.uCell.value = Math.floor(run) % 2 ** 24;
      uniforms.uPart.value = run - Math.floor(run);
      uniforms.uSeed.value = (seed + p.seed) % 65_536;
      return pass.draw(brush, area, { picture });
    },
    dispose: () => pass.dispose(),
  };
};
