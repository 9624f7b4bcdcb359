import * as THREE from 'three';
import { flattenPath, type Polyline } from '../../../core/facade/path.ts';
import { type ShapeParameters, shapePlace } from '../../../core/layers/shape.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import { createFill } from '../geometry/fill.ts';
import { createStroke, SHARPEST, strokeVertex } from '../geometry/stroke.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { shapeFillFragment, shapeFillVertex, shapeStrokeFragment } from './shape.glsl.ts';

const TOLERANCE = 0.004;
const RADIAN = Math.PI / 180;
const SHADES = { none: 0, linear: 1, cylinder: 2, sphere: 3 } as const;

export const create = (context: LayerContext): StageLayer<ShapeParameters> => {
  const uniforms = createUniforms();
  const fill = new THREE.Mesh(
    new THREE.BufferGeometry(),
    createMaterial(shapeFillVertex, shapeFillFragment, uniforms),
  );
  const stroke = new THREE.Mesh(
    new THREE.BufferGeometry(),
    createMaterial(strokeVertex, shapeStrokeFragment, uniforms),
  );
  const object = new THREE.Group();
  object.matrixAutoUpdate = false;
  // Siblings of one renderOrder are drawn by number: the line lies on the fill.
  [fill, stroke].forEach((mesh, i) => {
    mesh.frustumCulled = false;
    mesh.renderOrder = i;
    object.add(mesh);
  });
  let built = '';
  const build = (p: ShapeParameters): void => {
    const ring = [p.repeatX, p.repeatY, p.repeatAngle, p.stepX, p.stepY];
    const key = JSON.stringify([p.path, p.repeat, p.repeat > 1 ? ring : 0]);
    if (key === built) return;
    built = key;
    const copies = copiesOf(p, linesOf(p.path, context));
    fill.geometry.dispose();
    stroke.geometry.dispose();
    fill.geometry = createFill(copies.map((lines, index) => ({ lines, index })));
    stroke.geometry = createStroke(
      copies.flatMap((lines, number) => lines.map((line) => ({ line, rank: () => number }))),
    );
  };
  let isSingle = false;
  return {
    object,
    get isSmooth() {
      return !fill.visible;
    },
    get direct() {
      // One copy's fill writes each pixel once; lines and copies may lie on themselves.
      const kind = isSingle && !stroke.visible ? 'paint' : 'coats';
      return { kind, materials: [fill.material, stroke.material] } as const;
    },
    extent() {
      const drawn = [fill, stroke].filter((mesh) => mesh.visible).map((mesh) => mesh.geometry);
      return extentOf(drawn, stroke.visible ? uniforms.uReach.value * SHARPEST : 0, object.matrix);
    },
    prepare: async (_times, parameters) => build(parameters),
    update(times, parameters) {
      build(parameters);
      isSingle = parameters.repeat === 1;
      placeObject(object, times, parameters);
      setUniforms(uniforms, parameters, context.density);
      stroke.visible = parameters.strokeWidth > 0 && parameters.strokeOpacity > 0 && parameters.draw > 0;
      fill.visible = parameters.fillOpacity > 0 || (parameters.hatch > 0 && parameters.hatchOpacity > 0);
    },
    dispose() {
      for (const mesh of [fill, stroke]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    },
  };
};

const linesOf = (path: string | string[], context: LayerContext): Polyline[] =>
  [path].flat().flatMap((data) => {
    const lines = flattenPath(data, TOLERANCE);
    if (lines.ok) return lines.value;
    context.report({ code: lines.code, message: lines.message, path: 'parameters.path' });
    return [];
  });

/** Each copy's lines in the path's own metres: a ring about (repeatX, repeatY), moved on by the step. */
const copiesOf = (p: ShapeParameters, lines: Polyline[]): Polyline[][] =>
  Array.from({ length: p.repeat }, (_, i) => {
    const closes = Math.abs(p.repeatAngle) % 360 === 0;
    const share = p.repeat > 1 ? i / (closes ? p.repeat : p.repeat - 1) : 0;
    const ring = p.stepX === 0 && p.stepY === 0 ? p.repeatAngle * share * RADIAN : 0;
    const [cos, sin] = [Math.cos(ring), Math.sin(ring)];
    const move = ([px, py]: readonly [number, number]): [number, number] => {
      const [x, y] = [px - p.repeatX, py - p.repeatY];
      return [p.repeatX + x * cos - y * sin + i * p.stepX, p.repeatY + x * sin + y * cos + i * p.stepY];
    };
    return lines.map((line) => ({ points: line.points.map(move), closed: line.closed }));
  });

const placeObject = (object: THREE.Object3D, times: LayerTimes, p: ShapeParameters): void => {
  const { x, y, rotation } = shapePlace(p, times);
  object.matrix
    .makeTranslation(x, y, 0)
    .multiply(new THREE.Matrix4().makeRotationZ(rotation * RADIAN))
    .multiply(new THREE.Matrix4().makeScale(p.scale * p.scaleX, p.scale * p.scaleY, 1))
    .multiply(new THREE.Matrix4().makeTranslation(-p.pivotX, -p.pivotY, 0));
  object.matrixWorldNeedsUpdate = true;
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

/** Widths are canvas metres: the path's own metres are smaller by the scale. */
const setUniforms = (u: ReturnType<typeof createUniforms>, p: ShapeParameters, density: number): void => {
  const scale = Math.max(1e-4, p.scale * Math.sqrt(Math.abs(p.scaleX * p.scaleY)));
  linearInto(u.uStroke.value, p.stroke);
  u.uStrokeOpacity.value = p.strokeOpacity;
  u.uDrawn.value.set(p.drawFrom, p.draw);
  u.uDash.value.set(p.dash, p.gap, p.dashOffset).divideScalar(scale);
  u.uSequence.value = p.drawOrder === 'sequence' ? p.repeat : 0;
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
