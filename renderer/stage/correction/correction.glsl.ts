/**
 * The whole correction of one output in one draw: out = R(c·k + β) + dither, with two texture reads a pixel. R is the
 * projector's power law, computed: a table of it needs a read a channel, which on software GL made the pass 1.8 times
 * as dear. The picture is clamped before k, or a highlight above white would be twice white in an overlap.
 */
export const READS_PER_PIXEL = 2;

export const vertexShader = /* glsl */ `
in vec4 clip;
in vec2 metres;
uniform vec4 region; // canvas metres: x, y, width, height of what the picture shows
out vec2 at;
void main() {
  at = (metres - region.xy) / region.zw;
  gl_Position = clip;
}`;

export const fragmentShader = /* glsl */ `
precision highp float;
precision highp sampler2D;
uniform sampler2D picture;  // linear light
uniform sampler2D light;    // k red, k green, k blue, β; first row on top
uniform vec3 exponent;      // 1/gamma per channel
uniform vec4 viewport;      // device pixels
uniform float frame;
in vec2 at;
layout(location = 0) out vec4 signal;
void main() {
  vec2 pixel = vec2(gl_FragCoord.x - viewport.x, viewport.w - (gl_FragCoord.y - viewport.y));
  vec4 k = texture(light, pixel / viewport.zw);
  vec2 beside = step(0.5, abs(at - 0.5)); // a model goes on beside the picture, to stand in the way of its light
  k *= 1.0 - max(beside.x, beside.y);
  vec3 lit = clamp(texture(picture, at).rgb, 0.0, 1.0) * k.rgb + k.a;
  vec3 code = exp2(log2(max(lit, 1e-20)) * exponent); // log2(0) is undefined; 1e-20 is black at any gamma
  vec2 lattice = floor(pixel) * vec2(0.7548776662466927, 0.5698402909980532);
  vec3 dither = fract(lattice.x + lattice.y + vec3(0.0, 1.0, 2.0) / 3.0 + 0.6180339887498949 * frame) - 0.5;
  signal = vec4(code + dither * (0.99 / 255.0), 1.0);
}`;
