import { hashGlsl } from '../geometry/hash.glsl.ts';
import { noiseGlsl } from '../geometry/noise.glsl.ts';

/** What stands around a shader's own text: what it is given, and the way of its colour to the picture. */
const given = /* glsl */ `
in vec2 vAt;
uniform vec4 frise_box;   // x y width height, canvas metres
uniform float frise_time, frise_position, frise_free, frise_duration, frise_seed, frise_pixel;
uniform float uLevel;
out vec4 frise_colour;
#define time frise_time
#define position frise_position
#define free frise_free
#define duration frise_duration
#define seed frise_seed
#define pixel frise_pixel
#define size frise_box.zw
${hashGlsl}
${noiseGlsl}
float random(vec2 p) {
  ivec2 cell = ivec2(floor(p));
  return float(pcg(uint(cell.x) + pcg(uint(cell.y) + pcg(uint(frise_seed)))) >> 8u) / 16777216.0;
}
float noise(vec3 p) { return clamp(0.5 + 0.5 * gradientNoise(p, ivec3(0), uint(frise_seed)), 0.0, 1.0); }
float noise(vec2 p) { return noise(vec3(p, 0.0)); }
vec3 light(vec3 signal) {
  vec3 c = clamp(signal, 0.0, 1.0);
  return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045))));
}`;
// Straight colour comes in, premultiplied goes out; what is no number is dark, and too bright is bright enough.
const out = /* glsl */ `
void main() {
  vec2 frise_at = vAt - frise_box.xy;
  vec4 c = paint(frise_at);
  if (any(isnan(c)) || any(isinf(c))) c = vec4(0.0);
  vec2 edge = min(frise_at, frise_box.zw - frise_at) / max(frise_pixel, 1e-6);
  float alpha = clamp(c.a, 0.0, 1.0) * clamp(edge.x + 0.5, 0.0, 1.0) * clamp(edge.y + 0.5, 0.0, 1.0);
  frise_colour = vec4(clamp(c.rgb, 0.0, 16.0) * alpha, alpha) * uLevel;
}`;

/** Lines of errors count from the shader's own first one. */
export const shaderFragment = (code: string): string => `${given}\n#line 1\n${code}\n${out}`;
