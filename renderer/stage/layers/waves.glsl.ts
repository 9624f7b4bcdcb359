/** Functions of the place and the time; a line is where one of them passes a whole number, so that it is crisp anywhere. */
export const wavesFragment = /* glsl */ `
in vec2 vAt;
uniform int uKind;        // ripples, field, trace
uniform bool uLines;
uniform int uCount;
uniform vec2 uSources[8];
uniform float uWavelength;
uniform float uTurns;     // oscillations so far
uniform float uAmplitude;
uniform float uLineCount;
uniform float uPitch;
uniform float uFall;
uniform float uBase;
uniform float uProgress;
uniform float uFarthest;  // metres over which it spreads
uniform float uWidth;
uniform float uGlow;
uniform float uGlowLevel;
uniform vec3 uColour;
uniform vec3 uTrough;
uniform float uLevel;
out vec4 outColour;
const float TAU = 6.2831853;
float px;
/** Light of a line at a distance from its middle. */
float line(float d) {
  float half_ = max(uWidth * 0.5, px * 0.5);
  float core = clamp((half_ - d) / px + 0.5, 0.0, 1.0) * (uWidth * 0.5 / half_);
  float fall = uGlow > 0.0 ? clamp(1.0 - max(d - uWidth * 0.5, 0.0) / uGlow, 0.0, 1.0) : 0.0;
  return core + uGlowLevel * fall * fall * fall * (1.0 - core);
}
vec4 ripples() {
  float sum = 0.0, strength = 0.0, shown = 0.0;
  vec2 slope = vec2(0.0);
  for (int i = 0; i < 8; i += 1) {
    if (i >= uCount) break;
    vec2 away = vAt - uSources[i];
    float d = length(away);
    float near = uFall > 0.0 ? exp(-d / uFall) : 1.0;
    float there = uProgress >= 1.0 ? 1.0 : clamp((uProgress * uFarthest - d) / uWavelength, 0.0, 1.0);
    float phase = TAU * (d / uWavelength - uTurns);
    sum += cos(phase) * near * there;
    slope -= sin(phase) * near * there * TAU / uWavelength * away / max(d, 1e-4);
    strength += near;
    shown = max(shown, near * there);
  }
  float height = sum / max(strength, 1e-4);
  if (!uLines) {
    // Waves too fine for the target are their mean.
    float seen = 1.0 - smoothstep(0.25, 0.5, px / uWavelength);
    vec3 light = mix(uTrough, uColour, 0.5 + 0.5 * height * seen);
    return vec4(light * shown, 0.0);
  }
  // Where the sum passes zero, on its way up or down: one line a half wave.
  // The second term keeps a line whole where two of them cross and the slope is none.
  float bend = strength * TAU * TAU / uWavelength / uWavelength;
  float d = abs(sum) / sqrt(max(dot(slope, slope) + abs(sum) * bend, 1e-8));
  return vec4(uColour * line(d) * shown, 0.0);
}
vec4 field() {
  // In the plane, lines of force are the levels of the sum of the angles about the poles.
  float turns = 0.0;
  vec2 slope = vec2(0.0), force = vec2(0.0);
  float near = 1e9;
  for (int i = 0; i < 8; i += 1) {
    if (i >= uCount) break;
    vec2 away = vAt - uSources[i];
    float d2 = max(dot(away, away), 1e-4);
    float pole = i % 2 == 0 ? 1.0 : -1.0;
    turns += pole * atan(away.y, away.x) / TAU;
    slope += pole * vec2(-away.y, away.x) / d2 / TAU;
    force += pole * away / d2;
    near = min(near, sqrt(d2));
  }
  float there = uProgress >= 1.0 ? 1.0 : clamp((uProgress * uFarthest - near) / 2.0 , 0.0, 1.0);
  float value = turns * uLineCount + 0.5;
  float metres = length(slope) * uLineCount;
  float d = abs(fract(value) - 0.5) / max(metres, 1e-6);
  // Closer than they are wide, near a pole, lines become an even light.
  float crowd = smoothstep(0.25, 0.6, metres * max(uWidth, px));
  float lit = mix(line(d), 0.6, crowd);
  // Dashes of light run from pole to pole.
  float way = log(max(length(force), 1e-6)) * 1.6 + uTurns;
  float pulse = 0.7 + 0.3 * cos(TAU * way) * smoothstep(0.5, 2.5, near);
  if (!uLines) return vec4(uColour * clamp(length(force) * 1.5, 0.0, 1.0) * pulse * there, 0.0);
  return vec4(uColour * lit * pulse * there, 0.0);
}
float trace(float x, float number) {
  float phase = TAU * (x / uWavelength - uTurns) + number * 0.9;
  float envelope = 0.62 + 0.38 * sin(x / uWavelength * 0.83 + number * 2.1 + uTurns * 0.6);
  return uAmplitude * 0.5 * envelope * (sin(phase) + 0.35 * sin(phase * 2.3 + 1.0 + number));
}
vec4 traces() {
  float best = 0.0;
  for (float number = 0.0; number < 64.0; number += 1.0) {
    if (number >= uLineCount) break;
    float y = uBase - number * uPitch;
    if (abs(vAt.y - y) > uAmplitude + uWidth + uGlow) continue;
    float here = trace(vAt.x, number);
    float h = 0.02 + px * 0.5;
    float slope = (trace(vAt.x + h, number) - trace(vAt.x - h, number)) / (2.0 * h);
    float d = abs(vAt.y - y - here) / sqrt(1.0 + slope * slope);
    best = max(best, line(d));
  }
  float end = uProgress >= 1.0 ? 1.0 : clamp((uProgress * uFarthest - vAt.x) / max(px, 0.05) + 0.5, 0.0, 1.0);
  return vec4(uColour * best * end, 0.0);
}
void main() {
  px = max(length(vec2(dFdx(vAt.x), dFdy(vAt.x))), 1e-6);
  outColour = (uKind == 0 ? ripples() : uKind == 1 ? field() : traces()) * uLevel;
}`;
