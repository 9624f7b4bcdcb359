import { strokeDistance } from '../geometry/stroke.ts';

export const shapeStrokeFragment = /* glsl */ `
${strokeDistance}
uniform vec3 uStroke;
uniform float uStrokeOpacity;
uniform vec2 uDrawn;  // from, to: shares
uniform vec3 uDash;   // dash, gap, offset: metres
uniform float uSequence; // number of copies drawn one after another, or 0
uniform float uLevel;
out vec4 outColour;
void main() {
  float draw = uDrawn.y, from = uDrawn.x;
  if (uSequence > 0.0) {
    draw = clamp(draw * uSequence - vRank, 0.0, 1.0);
    from = clamp(from * uSequence - vRank, 0.0, 1.0);
  }
  if (draw <= from) discard;
  float beyond = max(from * vTotal - vS, vS - draw * vTotal);
  if (uDash.x > 0.0 && uDash.y > 0.0) {
    float period = uDash.x + uDash.y;
    float at = mod(vS + uDash.z, period);
    beyond = max(beyond, min(at - uDash.x, period - at));
  }
  float d = beyond > 0.0 ? length(vec2(beyond, vAcross)) : abs(vAcross);
  float core = lineCoverage(d) * uStrokeOpacity;
  outColour = vec4(uStroke * (core + lineGlow(d) * uStrokeOpacity * (1.0 - core)), core) * uLevel;
}`;

export const shapeFillVertex = /* glsl */ `
out vec2 vBox;
out vec2 vAt;
void main() {
  vBox = uv;
  vAt = position.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** Tone models the form; engraved lines swell with it, as a burin does. */
export const shapeFillFragment = /* glsl */ `
in vec2 vBox;
in vec2 vAt;
uniform vec3 uFill;
uniform float uFillOpacity;
uniform int uShade;      // none, linear, cylinder, sphere
uniform float uShadeAngle;
uniform float uShadeAmount;
uniform float uHatch;
uniform float uHatchTone;
uniform float uHatchAngle;
uniform float uHatchCross;
uniform float uHatchBend;
uniform vec3 uHatchColour;
uniform float uHatchOpacity;
uniform float uLevel;
out vec4 outColour;
float tone() {
  vec2 p = vBox * 2.0 - 1.0;
  vec2 light = vec2(cos(uShadeAngle), sin(uShadeAngle));
  float t = 1.0;
  if (uShade == 1) t = 0.5 + 0.5 * dot(p, light);
  if (uShade == 2) {
    float x = dot(p, light);
    t = max(0.0, sqrt(max(0.0, 1.0 - x * x)) * 0.8 + 0.6 * x);
  }
  if (uShade == 3) {
    float z = sqrt(max(0.0, 1.0 - min(dot(p, p), 1.0)));
    t = max(0.0, dot(vec3(p, z), normalize(vec3(light, 1.0))));
  }
  return mix(1.0, clamp(t, 0.0, 1.0), uShadeAmount);
}
float lines(float angle, float ink) {
  vec2 p = vBox * 2.0 - 1.0;
  vec2 across = vec2(-sin(angle), cos(angle));
  vec2 along = vec2(cos(angle), sin(angle));
  float bow = uHatchBend * (1.0 - dot(p, along) * dot(p, along));
  float at = (dot(vAt, across) + bow) / uHatch;
  float px = max(length(vec2(dFdx(at), dFdy(at))), 1e-6);
  float d = abs(fract(at) - 0.5);
  float crisp = clamp((ink * 0.5 - d) / px + 0.5, 0.0, 1.0) * min(1.0, ink / px);
  return mix(crisp, ink, smoothstep(0.3, 0.6, px));
}
void main() {
  float t = tone();
  vec4 colour = vec4(uFill * t, 1.0) * uFillOpacity;
  if (uHatch > 0.0) {
    float ink = lines(uHatchAngle, uHatchTone * t);
    if (uHatchCross > 0.0) ink = max(ink, lines(uHatchAngle + 1.2, uHatchCross * t * t));
    ink *= uHatchOpacity;
    colour = vec4(uHatchColour * ink, ink) + colour * (1.0 - ink);
  }
  outColour = colour * uLevel;
}`;
