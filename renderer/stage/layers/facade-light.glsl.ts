import { hashGlsl } from '../geometry/hash.glsl.ts';

/** How bright a place is that lights at `rank`, with tail, twinkle and chase: shared by lamps, strokes and fills. */
const litGlsl = /* glsl */ `
${hashGlsl}
uniform float uProgress;
uniform float uSoft;
uniform float uTail;
uniform float uTwinkle;
uniform float uTwinkleAt;
uniform float uSeed;
uniform float uChaseDepth;
uniform float uChaseAt;
uniform float uChasePeriod;
float lit(float rank) {
  float head = uProgress * (1.0 + uSoft);
  float up = clamp((head - rank) / max(uSoft, 1e-4), 0.0, 1.0);
  if (uProgress >= 1.0) up = 1.0;
  float light = up * up * (3.0 - 2.0 * up);
  if (uTail < 1.0) light *= 1.0 - clamp((head - rank - uTail) / max(uSoft, 1e-4), 0.0, 1.0);
  return light;
}
float twinkled(uint index) {
  return 1.0 - uTwinkle * flicker(uTwinkleAt + hashed(index, 77u) * 16.0, index, uint(uSeed));
}
float chased(float s) {
  float wave = 0.5 + 0.5 * cos(6.2831853 * (s / uChasePeriod - uChaseAt));
  return 1.0 - uChaseDepth * (1.0 - wave * wave * wave);
}`;
export const lampVertex = /* glsl */ `
in vec4 aLamp; // x, y, rank, s
uniform float uReach;
out vec2 vOff;
out float vLight;
${litGlsl}
void main() {
  uint index = uint(gl_InstanceID);
  vLight = lit(aLamp.z) * twinkled(index) * chased(aLamp.w);
  vOff = position.xy * uReach;
  gl_Position = vLight <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0)
    : projectionMatrix * modelViewMatrix * vec4(aLamp.xy + vOff, 0.0, 1.0);
}`;
export const lampFragment = /* glsl */ `
in vec2 vOff;
in float vLight;
uniform vec3 uColour;
uniform float uWidth;
uniform float uGlow;
uniform float uGlowLevel;
uniform float uLevel;
out vec4 outColour;
void main() {
  float d = length(vOff);
  float px = max(length(vec2(dFdx(vOff.x), dFdy(vOff.x))), 1e-6);
  float radius = max(uWidth * 0.5, px * 0.6);
  float core = clamp((radius - d) / px + 0.5, 0.0, 1.0) * min(1.0, uWidth * 0.5 / radius);
  float fall = uGlow > 0.0 ? clamp(1.0 - max(d - radius, 0.0) / uGlow, 0.0, 1.0) : 0.0;
  // A filament is nearly white in its middle; its colour is in its halo.
  vec3 light = mix(uColour, vec3(1.0), 0.55) * core + uColour * uGlowLevel * fall * fall * fall * (1.0 - core);
  outColour = vec4(light * vLight, 0.0) * uLevel;
}`;
export const lineFragment = (distance: string): string => /* glsl */ `
${distance}
${litGlsl}
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() {
  float beyond = max(-vS, vS - vTotal);
  float d = beyond > 0.0 ? length(vec2(beyond, vAcross)) : abs(vAcross);
  float light = lit(vRank) * chased(vS) * twinkled(uint(max(vS, 0.0) + vTotal * 13.0));
  float core = lineCoverage(d);
  outColour = vec4(uColour * (core + lineGlow(d) * (1.0 - core)) * light, 0.0) * uLevel;
}`;
export const faceVertex = /* glsl */ `
in float aRank;
in float aIndex;
out float vRank;
flat out uint vIndex;
void main() {
  vRank = aRank;
  vIndex = uint(aIndex);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;
export const faceFragment = /* glsl */ `
in float vRank;
flat in uint vIndex;
${litGlsl}
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() { outColour = vec4(uColour * lit(vRank) * twinkled(vIndex), 0.0) * uLevel; }`;
