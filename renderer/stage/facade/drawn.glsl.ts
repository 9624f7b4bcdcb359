import { bakedGlsl } from '../bakes.ts';

/**
 * What the drawn façade's shaders share. Colours are linear light. `pixel` is the length of a pixel in metres, from
 * screen derivatives, so that lines keep their light at any density. OVER is 1 for shadows and lines, 0 for fills: they
 * are programs of their own, as are the features of a look (RING, DISCS …), since software GL runs both sides of an if.
 */
export const drawnVertex = /* glsl */ `
in vec4 aKind;
in vec4 aLocal;
in vec4 aLine;
uniform vec2 lamp;
uniform float pixelSize;
out vec4 vKind;
out vec4 vLocal;
out vec4 vLine;
out vec2 vAt;
void main() {
  vec2 at = position.xy;
  vKind = aKind;
  vLocal = aLocal;
  vLine = aLine;
  if (aKind.x > 1.5) {
    // A cast shadow leans away from the lamp; at most 4.5 m, so that columns stay apart.
    vec2 away = at - lamp;
    float far = max(length(away), 1.0);
    at += away / far * min(4.5, 0.6 + far * 0.035) * vec2(1.0, 0.45) + aLine.xy * max(aLine.z - 0.5, 0.0) * pixelSize;
  }
  if (aKind.x > 0.5 && aKind.x < 1.5) {
    float half_ = aLine.w + 0.55 * pixelSize; // as far as lineCover reaches
    at += aLine.xy * aLine.z * half_;
    vLine.z = aLine.z * half_;
  }
  vAt = at;
  gl_Position = vec4((projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0)).xy, position.z, 1.0);
}`;

export const noiseGlsl = /* glsl */ `
float hash21(vec2 p) {
  uvec2 q = uvec2(ivec2(floor(p)) + 32768);
  uint n = q.x * 747796405u + q.y * 2891336453u + 1u;
  n = ((n >> ((n >> 28u) + 4u)) ^ n) * 277803737u;
  n = (n >> 22u) ^ n;
  return float(n) / 4294967295.0;
}
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash21(i), hash21(i + vec2(1, 0)), f.x), mix(hash21(i + vec2(0, 1)), hash21(i + vec2(1, 1)), f.x), f.y);
}`;

/** Baked, xy: how lumpy sculpture leans; z: grain of the stone; w: how panes differ. */
export const formBake = /* glsl */ `
in vec2 vAt;
out vec4 outColour;
${noiseGlsl}
void main() {
  float e = 0.35;
  float n = noise(vAt * 1.7), nx = noise(vAt * 1.7 + vec2(e, 0.0)), ny = noise(vAt * 1.7 + vec2(0.0, e));
  float block = hash21(vec2(vAt.x / 1.8 + step(0.5, fract(vAt.y / 1.2)) * 0.5, vAt.y / 0.6));
  float grain = 0.9 + 0.13 * noise(vAt * 6.0) + 0.08 * (block - 0.5) + 0.1 * (noise(vAt * 0.35) - 0.5);
  float pane = 0.78 + 0.44 * hash21(vAt / vec2(3.04, 2.95));
  outColour = vec4((n - nx) * 1.6, (n - ny) * 1.6, grain, pane);
}`;

export const drawnCommon = /* glsl */ `
in vec4 vKind;
in vec4 vLocal;
in vec4 vLine;
in vec2 vAt;
out vec4 outColour;
uniform float uLevel;
${bakedGlsl}
uniform sampler2D formBake;
/** Coverage of a line by its distance from the middle. */
float lineCover(float distance_, float halfWidth, float pixel) {
  return clamp((halfWidth + 0.5 * pixel - abs(distance_)) / pixel, 0.0, 1.0) * min(1.0, 2.0 * halfWidth / pixel);
}
/** Normal of the form at this place: columns are round, the vault and the dome lean back, sculpture is lumpy. */
vec3 formNormal() {
  float u = vLocal.x, v = vLocal.y;
  if (vKind.z > 4.5) {
    return normalize(vec3(vec2(u * 0.7, v * 0.3) + baked(formBake).xy, 0.8));
  }
  if (vKind.z > 3.5) return vec3(0.0, 0.0, 1.0);
  if (vKind.z > 2.5) return normalize(vec3(u * 0.95, 0.25 + 0.6 * (v * 0.5 + 0.5), sqrt(max(0.05, 1.0 - u * u * 0.9))));
  if (vKind.z > 1.5) return normalize(vec3(0.0, 0.35 + 0.5 * (v * 0.5 + 0.5), 0.7));
  if (vKind.z > 0.5) { float c = clamp(u * 1.4, -0.98, 0.98); return vec3(c, 0.0, sqrt(1.0 - c * c)); }
  return vec3(0.0, 0.0, 1.0);
}
float pixelOf() { return max(length(vec2(dFdx(vAt.x), dFdx(vAt.y))), 1e-4); }`;
