import { drawnCommon, noiseGlsl } from './drawn.glsl.ts';

/** Baked: raggedness of the edge while it is cut, of lines round sculpture, of all lines. */
export const plateBake = /* glsl */ `
in vec2 vAt;
out vec4 outColour;
${noiseGlsl}
void main() { outColour = vec4(noise(vAt * 0.6), noise(vAt * 0.9), noise(vAt * vec2(0.3, 2.0)), 1.0); }`;

/** Copperplate in light: where the plate would be bare, lines are thick; output is premultiplied linear light. */
export const engravingFragment = /* glsl */ `
${drawnCommon}
${noiseGlsl}
uniform sampler2D plateBake;
uniform vec2 lamp;
uniform float level, pitch, tone, contour, progress, quietLevel, ember, emberHeight, heat, time;
uniform int origin;
uniform vec3 colour, shade, emberColour, heatColour;

/** Share of the pitch that is line, at distance d from the line's middle, both in pitches. */
float ruled(float phase, float share, float pixel) {
  float d = abs(fract(phase) - 0.5) * pitch;
  float halfWidth = share * 0.5 * pitch;
  float sharp = clamp((halfWidth - d) / pixel + 0.5, 0.0, 1.0);
  return mix(sharp, share, smoothstep(0.35, 0.75, pixel / pitch));
}
float cut() {
  float reach_ = origin == 0 ? vAt.y / 60.0 : origin == 1 ? abs(vAt.x - 117.5) / 118.0 : vAt.x / 235.0;
  float ragged = 0.04 * baked(plateBake).x;
  return smoothstep(reach_ - 0.02, reach_ + 0.06, progress * 1.12 - ragged);
}
float fire() {
  float rise = noise(vec2(vAt.x * 0.11, vAt.y * 0.13 - time * 0.55)) * 0.7 + noise(vec2(vAt.x * 0.37, vAt.y * 0.3 - time * 1.1)) * 0.3;
  return exp(-vAt.y / max(0.5, emberHeight * (0.55 + 0.8 * rise))) * (0.55 + 0.6 * rise);
}
void main() {
  float pixel = pixelOf();
  vec3 n = formNormal();
  vec3 l = normalize(vec3(lamp - vAt, 45.0));
  float lit = max(0.0, dot(n, l));
  float depthShade = mix(1.0, 0.45, smoothstep(2.0, 7.0, vLocal.w) * step(vLocal.w, 7.0));
  if (vKind.y > 0.5) depthShade *= vKind.y < 1.5 && vLocal.w < 10.0 ? 0.25 : 0.6;
  float t = clamp(pow(lit, 1.4) * depthShade * 0.62, 0.02, 0.8) * tone;
#if OVER
  float ink = 0.0;
#else
  // Lines follow the form: they bow round a column, run along the vault, fan over the dome, lie flat on a wall.
  float phase;
  if (vKind.z > 4.5) phase = (vAt.y * 0.8 + vAt.x * 0.45 + 0.8 * baked(plateBake).y) / pitch;
  else if (vKind.z > 2.5 && vKind.z < 3.5) phase = (vAt.y + 7.0 * vLocal.x * vLocal.x) / pitch * 0.8;
  else if (vKind.z > 0.5 && vKind.z < 1.5) phase = (vAt.y + 0.22 * vLocal.x * vLocal.x) / (pitch * 0.72);
  else if (vLocal.w > 5.0 && vLocal.w < 10.0) phase = (vAt.x + vAt.y) * 0.7071 / pitch;
  else phase = vAt.y / pitch;
  float ink = ruled(phase + 0.1 * baked(plateBake).z, min(0.85, t), pixel);
  float second = clamp((t - 0.3) * 1.3, 0.0, 0.5);
  ink = max(ink, ruled((vAt.x * 0.8 - vAt.y * 0.6) / pitch, second, pixel) * 0.75);
#endif
  float calm = mix(1.0, quietLevel, vKind.w);
  vec3 c = mix(shade, colour, clamp(lit * depthShade * 1.5, 0.0, 1.0));
  float opaque = 1.0;
#if OVER
  ink = lineCover(vLine.z, 0.055, pixel) * contour;
  opaque = ink;
  c = mix(colour, shade, 0.25);
  float heated = ink;
#else
  float heated = 0.5 * (0.25 + 0.75 * (1.0 - ink));
#endif
#ifdef EMBER
  float flame = fire() * ember;
#else
  float flame = 0.0;
#endif
#ifdef HEAT
  c = mix(c, heatColour, heat * (0.45 + 0.55 * noise(vAt * 0.5 + vec2(0.0, -time * 0.4))));
#endif
  vec3 light = (c * ink * (1.0 + flame * 1.5) + emberColour * flame * heated) * cut() * calm * level;
  vec4 drawn = vec4(light, opaque);
#if OVER
  if (vKind.x > 1.5) drawn = vec4(0.0, 0.0, 0.0, 0.75 * (1.0 - vLine.z));
#endif
  outColour = drawn * uLevel;
}`;
