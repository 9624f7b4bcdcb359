import * as THREE from 'three';
import { createBox } from './box.ts';
import type { PatternPart } from './drawing.ts';

/** Test pictures that need the canvas alone. Lines lie on whole metres; grey-N is N % of the signal. */
const NUMBER = {
  white: 0,
  black: 0,
  grey: 0,
  ramp: 1,
  steps: 2,
  grid: 3,
  cross: 4,
  checker: 5,
  bars: 6,
} as const;
const fragment = /* glsl */ `
in vec2 vUv;
in vec2 vAt;
uniform int uKind;
uniform float uGrey;
uniform vec2 uCanvas;
uniform float uLevel;
out vec4 outColour;
float line(float d, float width) { float px = fwidth(d); return clamp((width * 0.5 - abs(d)) / max(px, 1e-6) + 0.5, 0.0, 1.0); }
vec3 decode(vec3 c) { return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045)))); }
void main() {
  vec3 signal = vec3(uGrey);
  if (uKind == 1) signal = vec3(vUv.x);
  if (uKind == 2) signal = vec3(floor(min(vUv.x, 0.9999) * 11.0) / 10.0);
  if (uKind == 3) {
    vec2 d = abs(fract(vAt + 0.5) - 0.5), t = abs(fract(vAt / 10.0 + 0.5) - 0.5) * 10.0;
    signal = vec3(max(0.4 * max(line(d.x, 0.04), line(d.y, 0.04)), max(line(t.x, 0.16), line(t.y, 0.16))));
  }
  if (uKind == 4) {
    vec2 c = vAt - uCanvas * 0.5;
    float ring = abs(length(c) - 0.25 * uCanvas.y);
    vec2 edge = min(vAt, uCanvas - vAt);
    signal = vec3(max(max(line(c.x, 0.15), line(c.y, 0.15)), max(line(ring, 0.15), line(min(edge.x, edge.y), 0.3))));
  }
  if (uKind == 5) signal = vec3(mod(floor(vAt.x) + floor(vAt.y), 2.0));
  if (uKind == 6) {
    int bar = 7 - int(min(vUv.x, 0.9999) * 8.0);
    signal = 0.75 * vec3((bar >> 1) & 1, (bar >> 2) & 1, bar & 1);
  }
  outColour = vec4(decode(signal), 1.0) * uLevel;
}`;

export const fieldParts = (name: string, canvas: { width: number; height: number }): PatternPart[] => {
  const grey = name.startsWith('grey-') ? Number(name.slice(5)) / 100 : name === 'white' ? 1 : 0;
  const kind = Object.entries(NUMBER).find(([key]) => key === name)?.[1] ?? 0;
  const uniforms = {
    uKind: { value: kind },
    uGrey: { value: grey },
    uCanvas: { value: new THREE.Vector2(canvas.width, canvas.height) },
  };
  return [createBox({ x: 0, y: 0, ...canvas }, fragment, uniforms)];
};
