import * as THREE from 'three';
import { ownLight, overlapPicture, type Stroke } from '../../../core/render/overlap.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { createBox } from './box.ts';
import type { PatternPart } from './drawing.ts';
import { createLines } from './lines.ts';

const EDGE = 0.15;
const MARK = 0.1;
const fragment = /* glsl */ `
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
void main() { outColour = vec4(uColour, 1.0) * uLevel; }`;

/** Which output lights what: their colours add up as their light does on the wall. */
export const overlapParts = (
  outputs: readonly CompiledOutput[],
  canvas: { width: number; height: number },
): PatternPart[] => {
  const { regions, edges, scale } = overlapPicture(outputs, canvas);
  const lit = regions.map(({ box, colour }) => {
    const linear = new THREE.Color().setRGB(...colour, THREE.SRGBColorSpace);
    return createBox(box, fragment, { uColour: { value: linear } }, 'light');
  });
  return [...lit, createLines(edges.map(lineOf), EDGE, 2), createLines(scale.map(lineOf), MARK, 1.5)];
};

/**
 * What one output alone lights, in its own colour, with the borders and scales of its overlaps brighter: the light of
 * two that lie well on each other is white there, and colour that is left over says which way one is off.
 */
export const ownLightParts = (
  outputs: readonly CompiledOutput[],
  key: string,
  canvas: { width: number; height: number },
): PatternPart[] => {
  const { region, colour, edges, scale } = ownLight(outputs, key, canvas);
  const linear = (level: number) =>
    new THREE.Color().setRGB(colour[0] * level, colour[1] * level, colour[2] * level, THREE.SRGBColorSpace);
  const field = createBox(region, fragment, { uColour: { value: linear(GROUND) } }, 'light');
  const lines = (strokes: readonly Stroke[], width: number, pixels: number): PatternPart =>
    createLines(strokes.map(lineOf), width, pixels, linear(1));
  return [field, lines(edges, EDGE, 2), lines(scale, MARK, 1.5)];
};
/** Of the signal, under the lines. */
const GROUND = 0.5;
const lineOf = ({ from, to }: Stroke) => ({
  points: [from, to].map(([x, y]): [number, number] => [x, y]),
  closed: false,
});
