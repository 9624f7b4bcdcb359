/** A card's parts come one after another and go the same way. `uMotion`: how far it has come, how far gone. */
const motion = /* glsl */ `
uniform vec2 uMotion;
float shown(float begins, float ends) {
  float come = clamp((uMotion.x - begins) / max(ends - begins, 1e-4), 0.0, 1.0);
  // It goes in the same order, in two thirds of the time.
  float gone = clamp((uMotion.y - begins * 0.66) / max((ends - begins) * 0.66, 1e-4), 0.0, 1.0);
  come = 1.0 - (1.0 - come) * (1.0 - come) * (1.0 - come);
  return come * (1.0 - gone * gone * (3.0 - 2.0 * gone));
}`;
export const cardWordsVertex = /* glsl */ `
in vec3 aTime; // begins, ends, size
in float aPart;
out vec2 vUv;
out float vShown;
flat out float vPart;
${motion}
void main() {
  vUv = uv;
  vPart = aPart;
  vShown = shown(aTime.x, aTime.y);
  float rise = (1.0 - clamp(vShown + step(1e-4, uMotion.y), 0.0, 1.0)) * 0.4 * aTime.z;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position - vec3(0.0, rise, 0.0), 1.0);
}`;
export const cardWordsFragment = /* glsl */ `
in vec2 vUv;
in float vShown;
flat in float vPart;
uniform sampler2D uWords;
uniform vec3 uColour;
uniform vec3 uQuiet;
uniform float uLevel;
out vec4 outColour;
void main() {
  float ink = texture(uWords, vUv).r * vShown;
  outColour = vec4(mix(uColour, uQuiet, vPart), 1.0) * ink * uLevel;
}`;
/** Rule and emblem: one quad each, drawn by distances; the emblem's silhouette comes from a texture. */
export const cardMarksVertex = /* glsl */ `
out vec2 vUv;
out vec2 vAt;
void main() {
  vUv = uv;
  vAt = (modelMatrix * vec4(position, 1.0)).xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;
export const cardRuleFragment = /* glsl */ `
in vec2 vUv;
uniform vec3 uAccent;
uniform float uFrom; // of its width it grows: 0 left, 0.5 middle, 1 right
uniform vec2 uSize;
uniform float uLevel;
out vec4 outColour;
${motion}
void main() {
  float s = shown(0.35, 0.8);
  // The quad is three rules high: coverage of a hairline is smoothed over its edge.
  vec2 at = vec2(vUv.x * uSize.x, (vUv.y - 0.5) * uSize.y * 3.0);
  float px = max(fwidth(at.y), 1e-6);
  float half_ = max(uSize.y * 0.5, px * 0.5);
  float ink = clamp((half_ - abs(at.y)) / px + 0.5, 0.0, 1.0) * (uSize.y * 0.5 / half_);
  float beyond = max(uFrom * uSize.x * (1.0 - s) - at.x, at.x - uSize.x * (uFrom + (1.0 - uFrom) * s));
  ink *= clamp(-beyond / max(fwidth(at.x), 1e-6) + 0.5, 0.0, 1.0) * step(1e-4, s);
  outColour = vec4(uAccent, 1.0) * ink * uLevel;
}`;
export const cardEmblemFragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uEmblem;
uniform vec3 uAccent;
uniform float uSide;
uniform int uFrame; // none, ring, cameo
uniform float uLevel;
out vec4 outColour;
${motion}
void main() {
  vec2 p = (vUv - 0.5) * uSide;
  float px = max(length(vec2(dFdx(p.x), dFdy(p.x))), 1e-6);
  float s = shown(0.3, 0.8);
  float inset = uFrame == 0 ? 1.0 : uFrame == 1 ? 0.62 : 0.66;
  float zoom = inset * mix(0.9, 1.0, clamp(s + step(1e-4, uMotion.y), 0.0, 1.0));
  vec2 at = (vUv - 0.5) / zoom + 0.5;
  float inside = step(0.0, at.x) * step(at.x, 1.0) * step(0.0, at.y) * step(at.y, 1.0);
  float mark = texture(uEmblem, clamp(at, 0.0, 1.0)).r * inside * s;
  float r = length(p);
  float ink = mark;
  if (uFrame == 1) {
    float draw = shown(0.05, 0.7);
    float width = uSide * 0.022;
    float radius = uSide * 0.5 - width * 0.5 - px;
    // The ring is drawn from the top, clockwise.
    float angle = fract(atan(p.x, p.y) / 6.2831853 + 1.0);
    float beyond = (angle - draw) * 6.2831853 * radius;
    float ring = clamp((width * 0.5 - abs(r - radius)) / px + 0.5, 0.0, 1.0);
    ink = max(ink, ring * (draw >= 1.0 ? 1.0 : clamp(-beyond / px + 0.5, 0.0, 1.0)) * step(1e-4, draw));
  } else if (uFrame == 2) {
    float disc = clamp((uSide * 0.5 - px - r) / px + 0.5, 0.0, 1.0) * shown(0.05, 0.5);
    ink = disc * (1.0 - mark);
  }
  outColour = vec4(uAccent, 1.0) * ink * uLevel;
}`;
