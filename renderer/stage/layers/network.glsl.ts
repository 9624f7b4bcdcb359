import { hashGlsl } from '../geometry/hash.glsl.ts';
import { strokeDistance } from '../geometry/stroke.ts';

/** `vRank`: metres of the walk from the root to the link's start. */
export const linkFragment = /* glsl */ `
${strokeDistance}
${hashGlsl}
uniform float uHead;   // metres of the walk that have grown
uniform vec3 uColour;
uniform vec3 uPulseColour;
uniform float uRest;
uniform vec4 uPulse;   // share of links, metres travelled, length, every
uniform float uSeed;
uniform float uLevel;
out vec4 outColour;
void main() {
  float until = min(vTotal, uHead - vRank);
  if (until <= 0.0) discard;
  float beyond = max(-vS, vS - until);
  float d = beyond > 0.0 ? length(vec2(beyond, vAcross)) : abs(vAcross);
  // A link is known by its length and its walk.
  uint own = uint(vTotal * 37.0) * 7919u + uint(vRank * 53.0);
  float pulse = 0.0;
  if (hashed(own, uint(uSeed)) < uPulse.x) {
    float phase = hashed(own, uint(uSeed) + 5u) * uPulse.w;
    float behind = mod(uPulse.y + phase - vS, max(uPulse.w, 1e-3));
    float tail = clamp(1.0 - behind / max(uPulse.z, 1e-3), 0.0, 1.0);
    float front = clamp((uPulse.w - behind) / max(pixelSize() * 1.5, 0.15), 0.0, 1.0);
    pulse = max(tail * tail, 1.0 - front) * step(vS, until);
  }
  float core = lineCoverage(d);
  float halo = lineGlow(d) * (1.0 - core);
  outColour = vec4(uColour * uRest * (core + halo) + uPulseColour * pulse * (core + 2.0 * halo), 0.0) * uLevel;
}`;
export const nodeVertex = /* glsl */ `
in vec3 aNode; // x, y, metres of the walk
uniform float uReach;
out vec2 vOff;
flat out float vWalk;
void main() {
  vOff = position.xy * uReach;
  vWalk = aNode.z;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(aNode.xy + vOff, 0.0, 1.0);
}`;
export const nodeFragment = /* glsl */ `
in vec2 vOff;
flat in float vWalk;
uniform float uHead;
uniform float uNode;
uniform float uGlow;
uniform float uGlowLevel;
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() {
  // A node swells as the walk reaches it.
  float there = clamp((uHead - vWalk) / 1.5 + step(vWalk, 0.0) * step(1e-4, uHead), 0.0, 1.0);
  there = there * there * (3.0 - 2.0 * there);
  float d = length(vOff);
  float px = max(length(vec2(dFdx(vOff.x), dFdy(vOff.x))), 1e-6);
  float radius = max(uNode * 0.5 * there, px * 0.5);
  float core = clamp((radius - d) / px + 0.5, 0.0, 1.0) * min(1.0, uNode * 0.5 * there / radius);
  float fall = uGlow > 0.0 ? clamp(1.0 - max(d - radius, 0.0) / uGlow, 0.0, 1.0) : 0.0;
  outColour = vec4(uColour * (core + uGlowLevel * fall * fall * fall * (1.0 - core) * there), 0.0) * uLevel;
}`;
