import * as THREE from 'three';
import { flattenPath, type Polyline } from '../../../core/facade/path.ts';
import { type ShapeParameters, shapePlace } from '../../../core/layers/shape.ts';
import { extentOf } from '../extent.ts';
import { SHARPEST } from '../geometry/stroke.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createNews } from '../news.ts';
import { createInk, setInk } from './ink.ts';

const TOLERANCE = 0.004;
const RADIAN = Math.PI / 180;

export const create = (context: LayerContext): StageLayer<ShapeParameters> => {
  const ink = createInk();
  const { object, fill, stroke, ...part } = ink.part(0);
  const isNew = createNews();
  const build = (p: ShapeParameters): void => {
    const ring = [p.repeatX, p.repeatY, p.repeatAngle, p.stepX, p.stepY];
    if (!isNew(p.path, p.repeat, p.repeat > 1 ? ring : 0)) return;
    part.set(copiesOf(p, linesOf(p.path, context)), (copy) => copy);
  };
  let [isSingle, isDrawn] = [false, false];
  return {
    object,
    get isSmooth() {
      return !fill.visible;
    },
    get direct() {
      // One copy's fill writes each pixel once; lines and copies may lie on themselves.
      const kind = isSingle && !stroke.visible ? 'paint' : 'coats';
      return { kind, materials: ink.materials } as const;
    },
    extent() {
      const drawn = [fill, stroke].filter((mesh) => mesh.visible).map((mesh) => mesh.geometry);
      return extentOf(drawn, stroke.visible ? ink.uniforms.uReach.value * SHARPEST : 0, object.matrix);
    },
    get looksAhead() {
      return !part.isWhole();
    },
    prepare: async (_times, parameters) => {
      if (!isDrawn) build(parameters);
      part.make(parameters);
    },
    update(times, parameters) {
      isDrawn = true;
      build(parameters);
      isSingle = parameters.repeat === 1;
      placeObject(object, times, parameters);
      const { scale, scaleX, scaleY, repeat } = parameters;
      const size = Math.max(1e-4, scale * Math.sqrt(Math.abs(scaleX * scaleY)));
      setInk(ink.uniforms, parameters, { scale: size, copies: repeat, density: context.density });
      part.show(parameters);
    },
    dispose() {
      part.dispose();
      ink.dispose();
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
