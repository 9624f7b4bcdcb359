/**
 * A film as its decoder left it: light, or scaled YCoCg of sRGB (van Waveren and Castaño, "Real-Time YCoCg-DXT
 * Compression", 2007), whose alpha may have a texture of its own. `sampled` gives straight linear light.
 */
export const filmSampling = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
uniform sampler2D uAlpha;
uniform vec4 uCrop; // offset, scale
uniform vec2 uLast; // middle of the picture's last pixel: what lies behind it only fills the texture
uniform bool uIsYCoCg;
uniform bool uHasAlpha;
uniform vec3 uTint;
uniform float uOpacity;
uniform float uLevel;
out vec4 outColour;
vec3 lightOf(vec3 rgb) {
  return mix(pow((rgb + 0.055) / 1.055, vec3(2.4)), rgb / 12.92, vec3(lessThanEqual(rgb, vec3(0.04045))));
}
vec3 decoded(vec4 c) {
  vec2 chroma = (c.rg - 128.0 / 255.0) / (c.b * (255.0 / 8.0) + 1.0);
  return lightOf(clamp(vec3(c.a + chroma.x - chroma.y, c.a + chroma.y, c.a - chroma.x - chroma.y), 0.0, 1.0));
}
vec4 sampled(vec2 uv) {
  vec2 at = min(uCrop.xy + uv * uCrop.zw, uLast);
  vec4 c = texture(uPicture, at);
  if (uIsYCoCg) c = vec4(decoded(c), 1.0);
  if (uHasAlpha) c.a = texture(uAlpha, at).r;
  return c;
}`;
export const videoFragment = /* glsl */ `${filmSampling}
void main() {
  vec4 c = sampled(vUv);
  outColour = vec4(c.rgb * c.a * uTint, c.a) * uOpacity * uLevel;
}`;
