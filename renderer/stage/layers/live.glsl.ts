import { filmSampling } from './video.glsl.ts';

/**
 * A camera's picture, keyed. Keys are judged on coded values, as an eye would judge them: brightness is Rec. 709 luma,
 * a colour's distance that of (Cb, Cr), in which 1 is what lies between the key colour and grey.
 */
export const liveFragment = /* glsl */ `${filmSampling}
uniform bool uIsCoded; // sRGB, as a camera gives it
uniform vec2 uMirror; // 1: turned round, across and upright
uniform int uKey; // 0 none, 1 dark, 2 bright, 3 colour
uniform vec3 uKeyColour; // coded
uniform float uKeyRange;
uniform float uKeySoft;
uniform float uSpill;
vec3 codedOf(vec3 rgb) {
  return mix(1.055 * pow(rgb, vec3(1.0 / 2.4)) - 0.055, rgb * 12.92, vec3(lessThanEqual(rgb, vec3(0.0031308))));
}
float lumaOf(vec3 code) { return dot(code, vec3(0.2126, 0.7152, 0.0722)); }
vec2 chromaOf(vec3 code) { return (code.br - lumaOf(code)) / vec2(1.8556, 1.5748); }
vec3 withChroma(float luma, vec2 chroma) {
  float r = luma + 1.5748 * chroma.y;
  float b = luma + 1.8556 * chroma.x;
  return vec3(r, (luma - 0.2126 * r - 0.0722 * b) / 0.7152, b);
}
void main() {
  vec4 c = sampled(mix(vUv, 1.0 - vUv, uMirror));
  vec3 code = uIsCoded ? c.rgb : codedOf(c.rgb);
  vec3 light = uIsCoded ? lightOf(c.rgb) : c.rgb;
  float upper = uKeyRange + max(uKeySoft, 1e-3);
  float keep = 1.0;
  if (uKey == 1) keep = smoothstep(uKeyRange, upper, lumaOf(code));
  if (uKey == 2) keep = 1.0 - smoothstep(uKeyRange, upper, lumaOf(code));
  if (uKey == 3) {
    vec2 key = chromaOf(uKeyColour);
    float strength = max(length(key), 0.05);
    vec2 chroma = chromaOf(code);
    keep = smoothstep(uKeyRange, upper, length(chroma - key) / strength);
    vec2 towards = key / strength;
    float along = dot(chroma, towards);
    // Within 45° of the key's hue: yellow and cyan are no glow of a green cloth.
    float glow = max(along - length(chroma - towards * along), 0.0);
    light = lightOf(clamp(withChroma(lumaOf(code), chroma - towards * glow * uSpill), 0.0, 1.0));
  }
  float a = c.a * keep;
  outColour = vec4(light * a * uTint, a) * uOpacity * uLevel;
}`;
