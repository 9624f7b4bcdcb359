import { drawnCommon, noiseGlsl } from './drawn.glsl.ts';

/** Baked: the frieze's mosaic, and where its figures stand. */
export const mosaicBake = /* glsl */ `
in vec2 vAt;
out vec4 outColour;
${noiseGlsl}
void main() {
  vec2 cell = vAt / vec2(0.16, 0.16);
  float column_ = floor(vAt.x / 1.05);
  float own_ = hash21(vec2(column_, 3.0));
  float wide_ = (0.36 + 0.1 * own_) * (1.0 - 0.55 * smoothstep(12.6, 13.7 + 0.4 * own_, vAt.y)) * step(vAt.y, 13.7 + 0.4 * own_);
  float figure = step(abs(fract(vAt.x / 1.05) - 0.5), wide_) * step(11.7, vAt.y);
  vec3 ground = mix(vec3(0.02, 0.05, 0.2), vec3(0.03, 0.13, 0.34), hash21(cell));
  vec3 robe = own_ > 0.62 ? vec3(0.42, 0.05, 0.03) : own_ > 0.2 ? vec3(0.66, 0.4, 0.08) : vec3(0.5, 0.44, 0.3);
  vec3 mosaic = mix(ground, robe * (0.6 + 0.6 * hash21(cell + 9.0)), figure);
  if (vAt.y > 14.2 || vAt.y < 11.75) mosaic = vec3(0.55, 0.34, 0.07);
  outColour = vec4(mosaic, figure);
}`;

/** Lit stone. Output is premultiplied linear light. */
export const stoneFragment = /* glsl */ `
${drawnCommon}
uniform vec2 lamp;
uniform float lampHeight, lampReach, level, ambient, relief, shadow, saturation, quietLevel, inside, discs, discRadius, discSoft, dots, dotAngle;
uniform sampler2D mosaicBake;
uniform vec3 colour, insideColour, ringColour;
uniform vec4 ring;   // x, y, radius, width
uniform float ringLevel;
uniform vec3 red, yellow, blue;  // x, y, amount

vec3 albedo() {
  float grain = baked(formBake).z;
  vec3 stoneColour = vec3(0.694, 0.610, 0.456) * grain;
  if (vKind.z > 3.5 && vKind.z < 4.5) {
    vec4 mosaic = baked(mosaicBake);
    return mix(stoneColour * (0.55 + 0.3 * mosaic.a), mosaic.rgb, saturation);
  }
  if (vKind.y > 1.5) {
    vec3 own = vLocal.w > 10.0 ? vec3(0.275, 0.376, 0.258) : vec3(0.160, 0.385, 0.326);
    return mix(vec3(0.26), own, saturation) * grain;
  }
  if (vKind.y > 0.5) return mix(vec3(0.035, 0.04, 0.045), vec3(0.024, 0.042, 0.062), saturation);
  return mix(vec3(dot(stoneColour, vec3(0.3, 0.5, 0.2))) * vec3(1.03, 1.0, 0.93), stoneColour, 0.6 + 0.4 * saturation);
}
float disc(vec3 d) {
  float r = length(vAt - d.xy);
  return d.z * (1.0 - smoothstep(discRadius * (1.0 - discSoft), discRadius, r));
}
/** Three pigments of light: corners of a cube after Itten's circle, so that two make their mixture and three make white. */
vec3 trichrome(vec3 w) {
  vec3 r = vec3(0.66, 0.006, 0.022), y = vec3(0.89, 0.53, 0.06), b = vec3(0.012, 0.075, 0.72);
  vec3 orange = vec3(0.95, 0.16, 0.01), green = vec3(0.02, 0.36, 0.06), violet = vec3(0.18, 0.01, 0.38);
  vec3 low = mix(mix(vec3(0.0), r, w.x), mix(y, orange, w.x), w.y);
  vec3 high = mix(mix(b, violet, w.x), mix(green, vec3(1.0), w.x), w.y);
  return mix(low, high, w.z);
}
void main() {
  float pixel = pixelOf();
  float calm = mix(1.0, quietLevel, vKind.w);
  vec3 toLamp = vec3(lamp - vAt, lampHeight);
  float far = length(toLamp);
  vec3 l = toLamp / far;
  float fall = 1.0 / (1.0 + 2.0 * (far * far) / (lampReach * lampReach));
  vec3 n = formNormal();
  float alpha = 1.0;
  float catchLight = 0.0;
  bool isGlass = vKind.y > 0.5 && vKind.y < 1.5;
#if OVER
  alpha = lineCover(vLine.z, vLine.w, pixel);
  // A moulding is a small ridge: one flank faces the lamp, the other turns away.
  float flank = clamp(vLine.z / vLine.w, -1.0, 1.0);
  n = normalize(n + vec3(vLine.xy * flank * 1.5, 0.0));
  catchLight = relief * (0.35 * pow(abs(dot(vLine.xy, l.xy)), 1.5) + 0.75 * max(0.0, dot(normalize(vec3(vLine.xy * flank, 0.25)), l)));
  alpha *= mix(0.3, 1.0, relief) * calm;
#endif
  float depthShade = mix(1.0, 0.5, smoothstep(2.0, 7.0, vLocal.w) * step(vLocal.w, 7.0));
  float lit = max(0.0, dot(n, l)) * fall + catchLight * fall;
  vec3 light = colour * (lit * depthShade + ambient);
#ifdef RING
  float ringDistance = length(vAt - ring.xy) - ring.z;
  float glow = exp(-pow(ringDistance / max(0.1, ring.w), 2.0)) + 0.35 * exp(-max(0.0, -ringDistance) / (ring.w * 3.0)) * step(ringDistance, 0.0);
  light += ringColour * glow * ringLevel * (0.5 + 0.8 * catchLight + 0.4 * max(0.0, n.z));
#endif
#ifdef DISCS
  vec3 w = vec3(disc(red), disc(yellow), disc(blue));
  light = mix(light, light * trichrome(w), discs);
#endif
  vec3 c = albedo() * light;
#ifdef INSIDE
#if OVER
  if (isGlass) { c = vec3(0.0); alpha *= 0.8; }
#else
  // Panes differ a little, and the light stands on the floor of the nave, strongest at the crossing.
  float pane = baked(formBake).w;
  float roof_ = step(20.0, vLocal.w);
  float crossing = mix(1.0, 0.35 + 0.75 * exp(-pow((vAt.x - 117.5) / 62.0, 2.0)), roof_);
  float behind = inside * pane * crossing * mix(0.7 + 0.3 * exp(-pow(vLocal.y + 0.4, 2.0)), 0.22 + 0.7 * exp(-1.1 * pow(vLocal.y + 0.9, 2.0)), roof_);
  if (isGlass) c += insideColour * behind;
#endif
#elif OVER
  if (isGlass) c *= 0.5;
#endif
  c *= level * calm;
#ifdef DOTS
  float a = radians(dotAngle);
  vec2 grid = mat2(cos(a), -sin(a), sin(a), cos(a)) * vAt / dots;
  float tone = clamp(sqrt(max(0.0, dot(c, vec3(0.25, 0.6, 0.15)))) * 1.25, 0.0, 1.0);
  float r = length(fract(grid) - 0.5);
  float edge = pixel / dots;
  float dotCover = clamp((tone * 0.72 - r) / max(edge, 0.02) + 0.5, 0.0, 1.0);
  c = colour * level * calm * mix(dotCover, tone * tone, smoothstep(0.35, 0.8, edge)) * 0.8;
#endif
  vec4 drawn = vec4(c * alpha, alpha);
#if OVER
  if (vKind.x > 1.5) drawn = vec4(0.0, 0.0, 0.0, shadow * 0.85 * (1.0 - vLine.z));
#endif
  outColour = drawn * uLevel;
}`;
