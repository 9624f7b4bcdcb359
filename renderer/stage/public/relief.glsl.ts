import { drawnCommon, noiseGlsl } from '../facade/drawn.glsl.ts';

/**
 * What the wall gives back of the light that falls on it, drawn once on the elevation: stone with its courses and
 * mouldings, the mosaic, verdigris, glass that lets nearly all of it through. Linear; alpha 0 where nothing stands.
 */
export const reliefFragment = /* glsl */ `
${drawnCommon}
${noiseGlsl}
/** Clean limestone; reflectance per channel. */
const vec3 STONE = vec3(0.62, 0.56, 0.45);
const vec3 COPPER = vec3(0.13, 0.19, 0.155);
const vec3 GLASS = vec3(0.045, 0.05, 0.055);
const vec3 SHADE = vec3(0.5, 0.5, 0.52);

vec3 matter() {
  float grain = baked(formBake).z;
  if (vKind.z > 3.5 && vKind.z < 4.5) {
    vec2 cell = vAt / vec2(0.16);
    vec3 ground = mix(vec3(0.08, 0.12, 0.24), vec3(0.11, 0.19, 0.32), hash21(cell));
    float figure = step(0.62, noise(vAt * vec2(1.1, 0.4)));
    return mix(ground, vec3(0.52, 0.34, 0.12), figure * 0.7) * (0.8 + 0.4 * hash21(cell + 5.0));
  }
  if (vKind.y > 1.5) return COPPER * grain;
  if (vKind.y > 0.5) return GLASS * baked(formBake).w;
  return STONE * grain;
}
void main() {
  float pixel = pixelOf();
  vec3 n = formNormal();
  float alpha = 1.0;
  bool isGlass = vKind.y > 0.5 && vKind.y < 1.5;
  // Projectors stand in front and a little below; what turns away from them gives back less.
  float facing = clamp(n.z * 0.95 - n.y * 0.12 + 0.08, 0.25, 1.0);
  vec3 c = matter() * facing;
#if OVER
  if (vKind.x > 1.5) {
    outColour = vec4(0.0, 0.0, 0.0, 0.3 * (1.0 - vLine.z));
    return;
  }
  alpha = lineCover(vLine.z, vLine.w, pixel) * (isGlass ? 0.8 : 0.4);
  float flank = clamp(vLine.z / vLine.w, -1.0, 1.0);
  // A moulding's upper flank is in its own shadow; glazing bars are iron.
  c = isGlass ? COPPER * 0.7 : c * (0.62 + 0.5 * max(0.0, -vLine.y * flank));
#endif
  outColour = vec4(c * alpha, alpha) * uLevel;
}`;
