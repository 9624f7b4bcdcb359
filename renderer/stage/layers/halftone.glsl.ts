/**
 * Dots and lines whose share of the area is the picture's light there: from afar the same light. Tone is read once a dot,
 * from a level of the texture as coarse as the screen, so that dots are round and don't boil.
 */
export const halftoneFragment = /* glsl */ `
in vec2 vUv;
in vec2 vAt;
uniform sampler2D uPicture;
uniform vec4 uCrop;      // offset, scale
uniform vec4 uPlace;     // middle, half size: metres
uniform vec2 uTurn;      // cosine, sine of the picture's rotation
uniform vec2 uScreen;    // cosine, sine of the screen's angle
uniform int uLook;
uniform float uPitch;
uniform float uLod;
uniform float uRelief;
uniform float uGain;
uniform float uContrast;
uniform bool uInverted;
uniform bool uOwn;
uniform float uAmount;
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
const float PI = 3.14159265;
vec4 pictureAt(vec2 at) {
  vec2 off = at - uPlace.xy;
  vec2 own = vec2(off.x * uTurn.x + off.y * uTurn.y, off.y * uTurn.x - off.x * uTurn.y);
  vec2 uv = own / uPlace.zw * 0.5 + 0.5;
  return textureLod(uPicture, uCrop.xy + clamp(uv, 0.0, 1.0) * uCrop.zw, uLod);
}
float toneOf(vec4 c) {
  float light = dot(c.rgb, vec3(0.2126, 0.7152, 0.0722)) * uGain;
  if (uInverted) light = 1.0 - light;
  return clamp(pow(clamp(light, 0.0, 1.0), uContrast), 0.0, 1.0) * c.a;
}
vec2 toScreen(vec2 at, vec2 s) { return vec2(at.x * s.x + at.y * s.y, at.y * s.x - at.x * s.y); }
vec2 fromScreen(vec2 p, vec2 s) { return vec2(p.x * s.x - p.y * s.y, p.x * s.y + p.y * s.x); }
float px; // of a pitch
float edge(float inside) { return clamp(inside / px + 0.5, 0.0, 1.0); }
float dots() {
  vec2 p = toScreen(vAt, uScreen) / uPitch;
  vec2 middle = floor(p) + 0.5, corner = floor(p + 0.5);
  float light = toneOf(pictureAt(fromScreen(middle * uPitch, uScreen)));
  float dark = toneOf(pictureAt(fromScreen(corner * uPitch, uScreen)));
  // Below a half, light dots; above, dark dots between them: each of the area that its tone says.
  float spot = edge(sqrt(min(light, 0.5) / PI) - length(p - middle)) * step(1e-3, light);
  float hole = edge(sqrt((1.0 - max(dark, 0.5)) / PI) - length(p - corner)) * step(dark, 0.999);
  return dark < 0.5 ? spot : light < 0.5 ? max(spot, 0.0) : 1.0 - hole;
}
// bow: pitches by which the lines are lifted here; slope: lines a pixel.
float lines(vec2 s, float tone, float bow, float slope) {
  float at = toScreen(vAt, s).y / uPitch + bow;
  float d = abs(fract(at) - 0.5);
  float crisp = clamp((tone * 0.5 - d) / slope + 0.5, 0.0, 1.0) * min(1.0, tone / slope);
  return mix(crisp, tone, smoothstep(0.35, 0.7, slope));
}
void main() {
  px = max(length(vec2(dFdx(vAt.x), dFdy(vAt.x))), 1e-6) / uPitch;
  vec4 here = pictureAt(vAt);
  float tone = toneOf(here);
  float ink;
  if (uLook == 0) ink = mix(dots(), tone, smoothstep(0.35, 0.7, px));
  else if (uLook == 1) ink = lines(uScreen, tone, 0.0, px);
  else if (uLook == 2) {
    // Two sets that cover each other by chance: 1 - (1 - w)² is the tone.
    float w = 1.0 - sqrt(max(0.0, 1.0 - tone));
    vec2 across = vec2(uScreen.x * 0.5 - uScreen.y * 0.866, uScreen.y * 0.5 + uScreen.x * 0.866);
    ink = 1.0 - (1.0 - lines(uScreen, w, 0.0, px)) * (1.0 - lines(across, w, 0.0, px));
  } else {
    // From the picture, not from the neighbouring pixels: those differ where a tone jumps.
    float h = max(uPitch * 0.25, px * uPitch);
    vec2 rise = vec2(toneOf(pictureAt(vAt + vec2(h, 0.0))) - toneOf(pictureAt(vAt - vec2(h, 0.0))),
      toneOf(pictureAt(vAt + vec2(0.0, h))) - toneOf(pictureAt(vAt - vec2(0.0, h)))) / (2.0 * h);
    float slope = length(vec2(-uScreen.y, uScreen.x) / uPitch - rise * uRelief) * px * uPitch;
    ink = lines(uScreen, tone, -tone * uRelief, max(slope, px * 0.5));
  }
  vec3 own = here.rgb / max(max(here.r, max(here.g, here.b)), 1e-3);
  vec3 screened = (uOwn ? own : uColour) * ink;
  vec4 plain = texture(uPicture, uCrop.xy + vUv * uCrop.zw);
  vec4 mixed = mix(vec4(plain.rgb * plain.a, plain.a), vec4(screened, ink), uAmount);
  outColour = mixed * uLevel;
}`;
