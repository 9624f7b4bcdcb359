import * as THREE from 'three';
import type { DisplaceParameters } from '../../../core/layers/effects/displace.ts';
import { hashGlsl } from '../geometry/hash.glsl.ts';
import type { StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';
import { pixelGlsl, sampledGlsl } from './sampled.glsl.ts';

const fragment = /* glsl */ `
${hashGlsl}
${pixelGlsl}
uniform int uKind;
uniform float uAmount;
uniform float uSize;
uniform vec2 uWay;
uniform int uCell;    // whole part of the time in swirls
uniform float uPart;  // the rest, 0-1
uniform uint uSeed;
float cornerOf(ivec3 cell, vec3 f, ivec3 corner, uint channel) {
  ivec3 c = cell + corner;
  uint h = pcg(uint(c.x) + pcg(uint(c.y) + pcg(uint(c.z) + pcg(uSeed + channel))));
  // One of twelve edges of a cube (Perlin 2002).
  vec3 d = f - vec3(corner);
  uint e = h % 12u;
  vec2 pair = e < 4u ? d.xy : e < 8u ? d.xz : d.yz;
  return ((e & 1u) == 0u ? pair.x : -pair.x) + ((e & 2u) == 0u ? pair.y : -pair.y);
}
float swirl(vec3 p, ivec3 start, uint channel) {
  ivec3 cell = ivec3(floor(p));
  vec3 f = p - vec3(cell);
  cell += start;
  vec3 u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  vec4 low = vec4(cornerOf(cell, f, ivec3(0), channel), cornerOf(cell, f, ivec3(1, 0, 0), channel),
    cornerOf(cell, f, ivec3(0, 1, 0), channel), cornerOf(cell, f, ivec3(1, 1, 0), channel));
  vec4 high = vec4(cornerOf(cell, f, ivec3(0, 0, 1), channel), cornerOf(cell, f, ivec3(1, 0, 1), channel),
    cornerOf(cell, f, ivec3(0, 1, 1), channel), cornerOf(cell, f, ivec3(1, 1, 1), channel));
  vec4 at = mix(low, high, u.z);
  return mix(mix(at.x, at.y, u.x), mix(at.z, at.w, u.x), u.y);
}
vec2 moved(vec2 at) {
  if (uKind == 0) {
    vec3 p = vec3(at / uSize, uPart);
    ivec3 start = ivec3(0, 0, uCell);
    vec2 way = vec2(swirl(p, start, 0u), swirl(p, start, 1u));
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
