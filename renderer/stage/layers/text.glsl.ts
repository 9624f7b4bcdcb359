const reveal = /* glsl */ `
uniform float uReveal;
uniform float uRevealSoft;
uniform float uCount;
float shown(float letter) {
  float t = clamp((uReveal * (uCount + uRevealSoft) - letter) / max(uRevealSoft, 1e-3), 0.0, 1.0);
  return uReveal >= 1.0 ? 1.0 : t * t * (3.0 - 2.0 * t);
}`;
export const textVertex = /* glsl */ `
in float aLetter;
uniform float uRise;
out vec2 vUv;
out float vShown;
${reveal}
void main() {
  vUv = uv;
  vShown = shown(aLetter);
  vec3 at = position - vec3(0.0, uRise * (1.0 - vShown), 0.0);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`;
export const textFragment = /* glsl */ `
in vec2 vUv;
in float vShown;
uniform sampler2D uWords;
uniform vec3 uFill;
uniform float uFillOpacity;
uniform vec3 uOutline;
uniform float uOutlined;
uniform float uLevel;
out vec4 outColour;
void main() {
  vec2 ink = texture(uWords, vUv).rg;
  float letters = ink.r * uFillOpacity;
  float around = ink.g * uOutlined;
  vec4 colour = vec4(uFill * letters, letters) + vec4(uOutline * around, around) * (1.0 - letters);
  outColour = colour * vShown * uLevel;
}`;
