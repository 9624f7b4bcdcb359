import * as THREE from 'three';
import { createBox } from './box.ts';
import type { PatternPart } from './drawing.ts';

/**
 * To sharpen a lens from the façade: a chessboard of Siemens stars and of line pairs 1, 2 and 3 pixels wide, upright
 * above and level below. A star greys where it is finer than the picture; its grey disc grows as the lens blurs. Line
 * pairs lie on whole pixels of the picture, so that a sharp one has black and white and nothing between.
 */
const CELLS = 5;
const SPOKES = 36;
const fragment = /* glsl */ `
in vec2 vAt;
uniform vec2 uCentre;  // of the canvas, metres
uniform float uCell;   // metres
uniform vec2 uOrigin;  // of the picture on the canvas, metres
uniform vec2 uDensity; // pixels a metre
uniform float uLevel;
out vec4 outColour;
float within(float d) { return clamp(d + 0.5, 0.0, 1.0); } // d: pixels inside an edge
// Share of white of a square wave of period 1 over a footprint of w around x.
float wave(float x, float w) {
  vec2 ends = x + vec2(0.5, -0.5) * max(w, 1e-4);
  vec2 sum = 0.5 * floor(ends) + min(fract(ends), 0.5);
  return (sum.x - sum.y) / max(w, 1e-4);
}
float star(vec2 p, float radius) {
  float r = length(p);
  float pairs = ${SPOKES}.0 * atan(p.y, p.x) / 6.28318530718;
  float footprint = ${SPOKES}.0 / (6.28318530718 * max(r, 0.5));
  float fine = smoothstep(0.7, 1.0, footprint);
  float ring = within(1.0 - abs(r - radius));
  return max(mix(wave(pairs, footprint), 0.5, fine) * within(radius - r), ring);
}
float pairsOf(ivec2 p, ivec2 size) {
  int gap = max(2, size.x / 24);
  ivec2 patch_ = ivec2((size.x - 2 * gap) / 3, (size.y - gap) / 2);
  ivec2 number = p / (patch_ + gap);
  ivec2 at = p - number * (patch_ + gap);
  if (any(lessThan(p, ivec2(0))) || number.x > 2 || number.y > 1) return 0.0;
  int wide = number.x + 1;
  // Whole pairs, and a white line to end with.
  ivec2 used = ((patch_ - wide) / (2 * wide)) * 2 * wide + wide;
  if (any(greaterThanEqual(at, used))) return 0.0;
  int across = number.y == 1 ? at.x : at.y;
  return float(1 - (across / wide) % 2);
}
float mark(vec2 p, float radius) {
  vec2 a = abs(p);
  float arms = max(within(1.0 - a.x) * within(radius - a.y), within(1.0 - a.y) * within(radius - a.x));
  return max(arms, within(1.0 - abs(length(p) - radius * 0.6)));
}
void main() {
  vec2 cell = floor((vAt - uCentre) / uCell + 0.5);
  vec2 side = uCell * uDensity;
  vec2 pixel = floor(gl_FragCoord.xy);
  vec2 middle = floor((uCentre + cell * uCell - uOrigin) * uDensity);
  vec2 p = pixel - middle;
  float half_ = floor(0.44 * min(side.x, side.y));
  float light = mod(cell.x + cell.y, 2.0) == 0.0
    ? star(p, half_)
    : pairsOf(ivec2(p + half_), ivec2(2.0 * half_ + 1.0));
  if (cell == vec2(0.0)) light = mark(p, half_);
  outColour = vec4(vec3(light), 1.0) * uLevel;
}`;

export const focusParts = (canvas: { width: number; height: number }): PatternPart[] => {
  const uniforms = {
    uCentre: { value: new THREE.Vector2(canvas.width / 2, canvas.height / 2) },
    uCell: { value: Math.min(canvas.width, canvas.height) / CELLS },
    uOrigin: { value: new THREE.Vector2() },
    uDensity: { value: new THREE.Vector2(1, 1) },
  };
  const box = createBox({ x: 0, y: 0, ...canvas }, fragment, uniforms);
  return [
    {
      ...box,
      place(region, density) {
        uniforms.uOrigin.value.set(region.x, region.y);
        uniforms.uDensity.value.copy(density);
      },
    },
  ];
};
