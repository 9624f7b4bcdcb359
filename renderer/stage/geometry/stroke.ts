import * as THREE from 'three';
import type { Polyline } from '../../../core/facade/path.ts';
import { lengthOf } from '../../../core/layers/along.ts';

/**
 * Polylines as mitred strips whose width is a uniform. `vAcross` metres from the middle, `vS` metres along (negative
 * before the start), `vTotal` the line's length, `vRank` what the maker gave. Include `strokeVertex` and
 * `strokeDistance` in a material with `uReach` (half width + glow + a pixel, metres).
 */
export type StrokeLine = { line: Polyline; rank?: (x: number, y: number, along: number) => number };
/** Most that a mitre is longer than the line's half width. */
export const SHARPEST = 2.5;

export const createStroke = (lines: readonly StrokeLine[]): THREE.BufferGeometry => {
  const made: Buffers = { position: [], miter: [], along: [], index: [], corners: 0 };
  for (const each of lines) if (each.line.points.length > 1) addLine(made, each);
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(made.position, 3));
  geometry.setAttribute('aMiter', new THREE.Float32BufferAttribute(made.miter, 4));
  geometry.setAttribute('aAlong', new THREE.Float32BufferAttribute(made.along, 4));
  geometry.setIndex(made.index);
  return geometry;
};

type Buffers = { position: number[]; miter: number[]; along: number[]; index: number[]; corners: number };
type Vector = readonly [number, number];
const unit = (a: Vector, b: Vector): Vector => {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(x, y) || 1;
  return [x / long, y / long];
};

const addLine = (made: Buffers, { line, rank }: StrokeLine): void => {
  const points = line.closed ? [...line.points, line.points[0]!] : line.points;
  const total = lengthOf(line);
  const last = points.length - 1;
  let s = 0;
  const pair = (at: Vector, miter: Vector, extend: number): void => {
    const value = rank?.(at[0], at[1], total > 0 ? s / total : 0) ?? 0;
    for (const side of [-1, 1]) {
      made.position.push(at[0], at[1], 0);
      made.miter.push(miter[0], miter[1], side, extend);
      made.along.push(s, total, value, 0);
    }
    made.corners += 2;
  };
  const first = made.corners;
  for (let i = 0; i <= last; i += 1) {
    const at = points[i]!;
    if (i > 0) s += Math.hypot(at[0] - points[i - 1]![0], at[1] - points[i - 1]![1]);
    const before = i > 0 ? points[i - 1]! : line.closed ? points[last - 1]! : null;
    const after = i < last ? points[i + 1]! : line.closed ? points[1]! : null;
    const into = before ? unit(before, at) : unit(at, after!);
    const out = after ? unit(at, after) : into;
    const miter = miterOf(into, out);
    if (i === 0 && !line.closed) pair(at, miter, -1);
    pair(at, miter, 0);
    if (i === last && !line.closed) pair(at, miter, 1);
  }
  for (let corner = first; corner + 3 < made.corners; corner += 2)
    made.index.push(corner, corner + 1, corner + 2, corner + 1, corner + 3, corner + 2);
};

/** Normal at a corner, lengthened so that both sides keep their width. */
const miterOf = (into: Vector, out: Vector): Vector => {
  const [x, y] = [-(into[1] + out[1]), into[0] + out[0]];
  const long = Math.hypot(x, y);
  if (long < 1e-6) return [-into[1], into[0]];
  const stretch = Math.min(SHARPEST, 2 / long);
  return [(x / long) * stretch, (y / long) * stretch];
};

export const strokeVertex = /* glsl */ `
in vec4 aMiter; // normal, side, end
in vec4 aAlong; // s, total, rank
uniform float uReach;
out float vAcross;
out float vS;
out float vTotal;
out float vRank;
void main() {
  vec2 tangent = vec2(aMiter.y, -aMiter.x);
  vec2 at = position.xy + (aMiter.xy * aMiter.z + tangent * aMiter.w) * uReach;
  vAcross = aMiter.z * uReach;
  vS = aAlong.x + aMiter.w * uReach;
  vTotal = aAlong.y;
  vRank = aAlong.z;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0);
}`;

/** `lineCoverage(d)`: ink of a line of width uWidth at distance d from its middle; a hairline pales, never vanishes. */
export const strokeDistance = /* glsl */ `
in float vAcross;
in float vS;
in float vTotal;
in float vRank;
uniform float uWidth;
uniform float uGlow;
uniform float uGlowLevel;
float pixelSize() { return max(length(vec2(dFdx(vAcross), dFdy(vAcross))), 1e-6); }
float lineCoverage(float d) {
  float px = pixelSize();
  float half_ = max(uWidth * 0.5, px * 0.5);
  return clamp((half_ - d) / px + 0.5, 0.0, 1.0) * (uWidth * 0.5 / half_);
}
float lineGlow(float d) {
  if (uGlow <= 0.0) return 0.0;
  float fall = clamp(1.0 - max(d - uWidth * 0.5, 0.0) / uGlow, 0.0, 1.0);
  return uGlowLevel * fall * fall * fall;
}`;
