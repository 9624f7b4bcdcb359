/** A letter comes from an offset, a size and an angle of its own, and goes on the same way. */
const progress = /* glsl */ `
uniform float uReveal;
uniform float uVanish;
uniform float uRevealSoft;
uniform float uCount;
float part(float share, float step_) {
  return clamp((share * (uCount + uRevealSoft) - step_) / max(uRevealSoft, 1e-3), 0.0, 1.0);
}
float smoothed(float t) { return t * t * (3.0 - 2.0 * t); }`;
export const textVertex = /* glsl */ `
in vec4 aSeat; // the letter's middle; where it stands
in vec2 aTurn; // step, angle
uniform vec2 uTravel;
uniform float uGrow;
uniform float uTurn;
out vec2 vUv;
out vec2 vShown; // how far it has come; gone
${progress}
mat2 turned(float a) { return mat2(cos(a), sin(a), -sin(a), cos(a)); }
void main() {
  vUv = uv;
  vShown.x = uReveal >= 1.0 ? 1.0 : part(uReveal, aTurn.x);
  vShown.y = uVanish >= 1.0 ? 1.0 : uVanish <= 0.0 ? 0.0 : part(uVanish, aTurn.x);
  float away = 1.0 - smoothed(vShown.x);
  float gone = smoothed(vShown.y);
  float size = mix(1.0, uGrow, max(away, gone));
  vec2 local = turned(uTurn * (away - gone)) * (position.xy - aSeat.xy) * size - uTravel * (away - gone);
  vec2 at = aSeat.zw + turned(aTurn.y) * local;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0);
}`;
export const textFragment = /* glsl */ `
in vec2 vUv;
in vec2 vShown;
uniform sampler2D uWords;
uniform sampler2D uWriting;
uniform bool uWritten;
uniform float uFade;
uniform vec3 uFill;
uniform float uFillOpacity;
uniform vec3 uOutline;
uniform float uOutlined;
uniform float uLevel;
out vec4 outColour;
float smoothed(float t) { return t * t * (3.0 - 2.0 * t); }
void main() {
  vec2 ink = texture(uWords, vUv).rg;
  // A letter that is written is filled when its contour is nearly closed.
  float come = uWritten ? clamp((vShown.x - 0.6) / 0.4, 0.0, 1.0) : vShown.x;
  float shown = mix(step(1e-4, come), smoothed(come), uFade) * (1.0 - mix(step(0.9999, vShown.y), smoothed(vShown.y), uFade));
  float letters = ink.r * uFillOpacity;
  float around = ink.g * uOutlined;
  vec4 colour = vec4(uFill * letters, letters) + vec4(uOutline * around, around) * (1.0 - letters);
  colour *= shown;
  if (uWritten) {
    vec2 line = texture(uWriting, vUv).rg;
    float hand = vShown.x * 1.05;
    float there = vShown.x >= 1.0 ? 1.0 : 1.0 - smoothstep(hand - 0.03, hand, line.g);
    // Outside the letter alone: a variable face's contours cross one another inside.
    float written = line.r * (1.0 - ink.r) * there * (1.0 - smoothed(vShown.y)) * step(1e-4, vShown.x);
    colour = vec4(uOutline, 1.0) * written + colour * (1.0 - written);
  }
  outColour = colour * uLevel;
}`;
