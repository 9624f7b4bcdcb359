/** Ring, strokes, lit part and hand by their distances: crisp at any density. Metres from the dial's middle. */
export const dialVertex = /* glsl */ `
uniform float uReach;
out vec2 vOff;
void main() {
  vOff = position.xy * uReach;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(vOff, 0.0, 1.0);
}`;
export const dialFragment = /* glsl */ `
in vec2 vOff;
uniform float uRadius;
uniform float uStroke;
uniform float uTick;
uniform vec2 uScale;  // start, sweep: radians
uniform vec2 uSteps;  // long strokes, parts of each
uniform vec4 uHand;   // angle, length, width at the foot, kind (0 none, 1 needle, 2 blade)
uniform vec2 uLit;    // strength, width
uniform vec3 uColour;
uniform vec3 uHandColour;
uniform vec3 uLitColour;
uniform float uLevel;
out vec4 outColour;
const float TAU = 6.2831853;
float px;
/** Ink at a signed distance from an edge; what is thinner than a pixel pales. */
float ink(float inside) { return clamp(inside / px + 0.5, 0.0, 1.0); }
float line(float d, float width) {
  float half_ = max(width * 0.5, px * 0.5);
  return ink(half_ - d) * (width * 0.5 / half_);
}
/** How far along the scale a direction is: 0 at its beginning, 1 at its end; outside, the nearer end's side. */
float along(float angle) {
  float turn = mod((angle - uScale.x) * sign(uScale.y), TAU);
  float whole = abs(uScale.y);
  float spare = TAU - whole;
  if (turn > whole + spare * 0.5) turn -= TAU;
  return turn / max(whole, 1e-5);
}
/** Distance to the stroke at a place of the scale: from the ring inwards. */
float stroke(float place, float length_) {
  float a = uScale.x + uScale.y * place;
  vec2 direction = vec2(cos(a), sin(a));
  float r = dot(vOff, direction);
  float beyond = max(r - uRadius, uRadius - length_ - r);
  return length(vec2(max(beyond, 0.0), vOff.x * direction.y - vOff.y * direction.x));
}
float onArc(float s) {
  float arc = max(-s, s - 1.0) * abs(uScale.y) * uRadius;
  return abs(uScale.y) >= TAU - 1e-4 ? -1.0 : arc;
}
void main() {
  px = max(length(vec2(dFdx(vOff.x), dFdy(vOff.x))), 1e-6);
  float r = length(vOff);
  float s = along(atan(vOff.y, vOff.x));
  float ring = line(length(vec2(max(onArc(s), 0.0), r - uRadius)), uStroke);
  float fine = clamp(round(s * uSteps.x * uSteps.y), 0.0, uSteps.x * uSteps.y);
  float strong = clamp(round(s * uSteps.x), 0.0, uSteps.x);
  float scale = max(ring, line(stroke(strong / uSteps.x, uTick), uStroke));
  if (uSteps.y > 1.5)
    scale = max(scale, line(stroke(fine / (uSteps.x * uSteps.y), uTick * 0.55), uStroke * 0.55) * 0.85);

  vec4 colour = vec4(0.0);
  if (uLit.x > 0.0) {
    float head = (uHand.x - uScale.x) / (abs(uScale.y) < 1e-5 ? 1.0 : uScale.y);
    float beyond = max(-s, s - clamp(head, 0.0, 1.0)) * abs(uScale.y) * uRadius;
    float band = ink(uLit.y * 0.5 - abs(r - uRadius - uLit.y * 0.5 - uStroke)) * ink(-beyond) * step(1e-6, head);
    colour = vec4(uLitColour, 1.0) * band * uLit.x;
  }
  colour = colour * (1.0 - scale) + vec4(uColour, 1.0) * scale;

  if (uHand.w > 0.5) {
    vec2 direction = vec2(cos(uHand.x), sin(uHand.x));
    vec2 own = vec2(dot(vOff, direction), vOff.y * direction.x - vOff.x * direction.y);
    float tail = -uHand.y * 0.18;
    float share = clamp((own.x - tail) / (uHand.y - tail), 0.0, 1.0);
    // A needle tapers to its point; a blade swells first, as on an old station clock.
    float wide = uHand.w < 1.5 ? mix(1.0, 0.12, share) : share < 0.72 ? mix(0.55, 1.15, share / 0.72) : mix(1.15, 0.0, (share - 0.72) / 0.28);
    float beyond = max(tail - own.x, own.x - uHand.y);
    float body = ink(min(uHand.z * 0.5 * wide - abs(own.y), -beyond));
    float hub = ink(uHand.z * 0.95 - r);
    float eye = ink(uHand.z * 0.32 - r);
    float hand = max(body, hub) * (1.0 - eye);
    colour = colour * (1.0 - hand) + vec4(uHandColour, 1.0) * hand;
  }
  outColour = colour * uLevel;
}`;
export const labelVertex = /* glsl */ `
out vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;
export const labelFragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uWords;
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() { float ink = texture(uWords, vUv).r; outColour = vec4(uColour, 1.0) * ink * uLevel; }`;
