import * as THREE from 'three';
import type { Polyline } from '../../../core/facade/path.ts';
import type { InkParameters } from '../../../core/layers/ink.ts';
import { linearInto } from '../colour.ts';
import { createFill } from '../geometry/fill.ts';
import { createStroke, strokeVertex } from '../geometry/stroke.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { shapeFillFragment, shapeFillVertex, shapeStrokeFragment } from './shape.glsl.ts';

/** Drawn forms on the GPU: a fill and a line over it, inked by uniforms that all parts of a layer share. */
const RADIAN = Math.PI / 180;
const SHADES = { none: 0, linear: 1, cylinder: 2, sphere: 3 } as const;

export const createInk = () => {
  const uniforms = createUniforms();
  const fill = createMaterial(shapeFillVertex, shapeFillFragment, uniforms);
  const stroke = createMaterial(strokeVertex, shapeStrokeFragment, uniforms);
  return {
    uniforms,
    materials: [fill, stroke],
    /** `place`: later parts lie on earlier ones. */
    part: (place: number): InkPart => createPart(fill, stroke, place),
    dispose(): void {
      fill.dispose();
      stroke.dispose();
    },
  };
};
export type InkUniforms = ReturnType<typeof createUniforms>;

/** A form that moves as one. */
export interface InkPart {
  readonly object: THREE.Group;
  readonly fill: THREE.Mesh<THREE.BufferGeometry, THREE.ShaderMaterial>;
  readonly stroke: THREE.Mesh<THREE.BufferGeometry, THREE.ShaderMaterial>;
  /**
   * `copies`: lines of each; `rank`: which a copy is, where lines are drawn one after another; `isFilled`: whether what a
   * copy's lines enclose is filled, else they are lines alone.
   */
  set(
    copies: readonly (readonly Polyline[])[],
    rank: (copy: number) => number,
    isFilled?: (copy: number) => boolean,
  ): void;
  /** Makes what is seen with these parameters, and isn't there yet. */
  make(p: InkParameters): void;
  /** Whether something may still have to be made. */
  isWhole(): boolean;
  /** Shows what is seen. */
  show(p: InkParameters): void;
  dispose(): void;
}

const hasStroke = (p: InkParameters): boolean => p.strokeWidth > 0 && p.strokeOpacity > 0 && p.draw > 0;
const hasFill = (p: InkParameters): boolean => p.fillOpacity > 0 || (p.hatch > 0 && p.hatchOpacity > 0);
const NOTHING = (): THREE.BufferGeometry => new THREE.BufferGeometry();

const createPart = (
  fillInk: THREE.ShaderMaterial,
  strokeInk: THREE.ShaderMaterial,
  place: number,
): InkPart => {
  const fill = new THREE.Mesh(new THREE.BufferGeometry(), fillInk);
  const stroke = new THREE.Mesh(new THREE.BufferGeometry(), strokeInk);
  const object = new THREE.Group();
  object.matrixAutoUpdate = false;
  /** A form that has a line alone needs no triangles, and the other way round: each is made when it is first seen. */
  const due = { fill: NOTHING, stroke: NOTHING };
  const made = (mesh: THREE.Mesh, which: keyof typeof due): void => {
    if (due[which] === NOTHING) return;
    mesh.geometry.dispose();
    mesh.geometry = due[which]();
    due[which] = NOTHING;
  };
  const make = (p: InkParameters): void => {
    if (hasStroke(p)) made(stroke, 'stroke');
    if (hasFill(p)) made(fill, 'fill');
  };
  // Siblings of one renderOrder are drawn by number: the line lies on the fill.
  [fill, stroke].forEach((mesh, i) => {
    mesh.frustumCulled = false;
    mesh.renderOrder = 2 * place + i;
    object.add(mesh);
  });
  return {
    object,
    fill,
    stroke,
    set(copies, rank, isFilled = () => true) {
      due.fill = () =>
        createFill(copies.flatMap((lines, index) => (isFilled(index) ? [{ lines, index }] : [])));
      due.stroke = () =>
        createStroke(
          copies.flatMap((lines, copy) => lines.map((line) => ({ line, rank: () => rank(copy) }))),
        );
    },
    make,
    isWhole: () => due.fill === NOTHING && due.stroke === NOTHING,
    show(p) {
      make(p);
      stroke.visible = hasStroke(p);
      fill.visible = hasFill(p);
    },
    dispose() {
      fill.geometry.dispose();
      stroke.geometry.dispose();
    },
  };
};

const createUniforms = () =>
  ({
    uStroke: { value: new THREE.Color() },
    uStrokeOpacity: { value: 1 },
    uDrawn: { value: new THREE.Vector2(0, 1) },
    uDash: { value: new THREE.Vector3() },
    uSequence: { value: 0 },
    uReach: { value: 1 },
    uWidth: { value: 0.1 },
    uGlow: { value: 0 },
    uGlowLevel: { value: 0 },
    uFill: { value: new THREE.Color() },
    uFillOpacity: { value: 0 },
    uShade: { value: 0 },
    uShadeAngle: { value: 0 },
    uShadeAmount: { value: 0 },
    uHatch: { value: 0 },
    uHatchTone: { value: 0 },
    uHatchAngle: { value: 0 },
    uHatchCross: { value: 0 },
    uHatchBend: { value: 0 },
    uHatchColour: { value: new THREE.Color() },
    uHatchOpacity: { value: 1 },
  }) satisfies Uniforms;

/**
 * Widths are canvas metres: a form's own metres are smaller by `scale`. `copies`: how many are drawn one after another.
 */
export const setInk = (
  u: InkUniforms,
  p: InkParameters,
  { scale, copies, density }: { scale: number; copies: number; density: number },
): void => {
  linearInto(u.uStroke.value, p.stroke);
  u.uStrokeOpacity.value = p.strokeOpacity;
  u.uDrawn.value.set(p.drawFrom, p.draw);
  u.uDash.value.set(p.dash, p.gap, p.dashOffset).divideScalar(scale);
  u.uSequence.value = p.drawOrder === 'sequence' ? copies : 0;
  u.uWidth.value = p.strokeWidth / scale;
  u.uGlow.value = p.glow / scale;
  u.uGlowLevel.value = p.glowLevel;
  u.uReach.value = (p.strokeWidth / 2 + p.glow + 1.5 / density) / scale;
  linearInto(u.uFill.value, p.fill);
  u.uFillOpacity.value = p.fillOpacity;
  u.uShade.value = SHADES[p.shade];
  u.uShadeAngle.value = p.shadeAngle * RADIAN;
  u.uShadeAmount.value = p.shadeAmount;
  u.uHatch.value = p.hatch / scale;
  u.uHatchTone.value = p.hatchTone;
  u.uHatchAngle.value = p.hatchAngle * RADIAN;
  u.uHatchCross.value = p.hatchCross;
  u.uHatchBend.value = p.hatchBend / scale;
  linearInto(u.uHatchColour.value, p.hatchColour);
  u.uHatchOpacity.value = p.hatchOpacity;
};
