import * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { hashed } from '../../../core/layers/hash.ts';
import {
  elementRanks,
  ringReach,
  wayWithin,
  type WipeOrder,
  type WipeParameters,
} from '../../../core/layers/wipe.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import { boundsOf, createFill } from '../geometry/fill.ts';
import { createStroke } from '../geometry/stroke.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { applyBlend, createMaterial, type Uniforms } from '../material.ts';
import { chosen, pathLines, subdivided } from './facade-lines.ts';
import { wipeFragment, wipeRimVertex, wipeVertex } from './wipe.glsl.ts';

const ORDERS: Record<WipeOrder, number> = {
  'left-right': 0,
  'right-left': 1,
  'centre-out': 2,
  'edges-in': 3,
  up: 4,
  down: 5,
  angle: 6,
  ring: 7,
  random: 8,
};
const isByElement = (p: WipeParameters): boolean => p.by === 'elements' || p.order === 'random';
type Box = { x: number; y: number; width: number; height: number };

/** Geometry is built when what it depends on changes; the front is a uniform. */
export const create = (context: LayerContext): StageLayer<WipeParameters> => {
  const uniforms = createUniforms();
  const [face, rim] = [makeDrawn(wipeVertex, uniforms), makeDrawn(wipeRimVertex, uniforms)];
  let built = '';
  const build = (p: WipeParameters): void => {
    const place = p.order === 'ring' ? [p.x, p.y] : p.order === 'angle' ? [p.angle] : [];
    const key = JSON.stringify([p.elements, p.act, p.by, p.order, place, isByElement(p) ? p.seed : 0]);
    if (key === built) return;
    built = key;
    face.geometry.dispose();
    rim.geometry.dispose();
    const parts = partsOf(context.facade, p);
    const ranks = isByElement(p) && parts ? ranksOf(parts, p, context.seed) : null;
    face.geometry = parts === null ? wholeOf(context.canvas) : createFill(parts);
    rank(face.geometry, ranks);
    rim.geometry = parts && p.act === 'hide' ? rimOf(parts, p, ranks) : new THREE.BufferGeometry();
    rim.visible = parts !== null && p.act === 'hide';
  };
  return {
    object: new THREE.Group().add(face, rim),
    direct: { kind: 'apart', materials: [face.material, rim.material] },
    extent: () => extentOf([face.geometry], uniforms.uRim.value, null),
    prepare: async (_times, p) => build(p),
    update(_times, p) {
      build(p);
      uniforms.uRim.value = 1 / context.density;
      setUniforms(uniforms, p, boxIn(face.geometry));
    },
    dispose() {
      for (const mesh of [face, rim]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    },
  };
};

const makeDrawn = (vertex: string, uniforms: Uniforms) => {
  const material = createMaterial(vertex, wipeFragment, uniforms);
  // Elements lie on one another: the darkest or the brightest of them counts, not their sum.
  applyBlend(material, 'lighten');
  const mesh = new THREE.Mesh(new THREE.BufferGeometry(), material);
  mesh.frustumCulled = false;
  return mesh;
};

type Part = { lines: ReturnType<typeof pathLines>; index: number };
/** null: the whole picture, which has no elements to go by. */
const partsOf = (facade: FacadeModel, p: WipeParameters): Part[] | null => {
  if (p.elements.length === 0 && !isByElement(p) && p.by !== 'each') return null;
  return chosen(facade, p.elements).map((element, index) => ({ lines: pathLines(element.outline), index }));
};
const wholeOf = ({ width, height }: { width: number; height: number }): THREE.BufferGeometry =>
  new THREE.PlaneGeometry(width, height).translate(width / 2, height / 2, 0);

const ranksOf = (parts: readonly Part[], p: WipeParameters, seed: number): number[] => {
  const middles = parts.map(({ lines }) => {
    const box = boundsOf(lines.flatMap((line) => line.points));
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  return elementRanks(middles, p, (index) => hashed(index, seed + p.seed));
};
/** Each point of an outline with its rank: the element's own, or of its place in it; −1 where the place on the wall counts. */
const rimOf = (parts: readonly Part[], p: WipeParameters, ranks: readonly number[] | null) =>
  createStroke(
    parts.flatMap(({ lines, index }) => {
      const box = boundsOf(lines.flatMap((line) => line.points));
      const within = (x: number, y: number): number =>
        p.by === 'each' ? wayWithin(p, (x - box.x) / box.width, (y - box.y) / box.height) : -1;
      return lines.map((line) => ({
        line: subdivided(line),
        rank: (x: number, y: number) => ranks?.[index] ?? within(x, y),
      }));
    }),
  );
const rank = (geometry: THREE.BufferGeometry, ranks: readonly number[] | null): void => {
  const count = geometry.getAttribute('position').count;
  const index = ranks ? geometry.getAttribute('aIndex') : null;
  const values = Float32Array.from({ length: count }, (_, i) => (index ? (ranks?.[index.getX(i)] ?? 0) : -1));
  geometry.setAttribute('aRank', new THREE.BufferAttribute(values, 1));
};
const boxIn = (geometry: THREE.BufferGeometry): Box => {
  if (!geometry.boundingBox) geometry.computeBoundingBox();
  const box = geometry.boundingBox;
  if (!box || box.isEmpty()) return { x: 0, y: 0, width: 1, height: 1 };
  const { min, max } = box;
  return { x: min.x, y: min.y, width: Math.max(1e-6, max.x - min.x), height: Math.max(1e-6, max.y - min.y) };
};

const createUniforms = () =>
  ({
    uRim: { value: 0 },
    uBox: { value: new THREE.Vector4() },
    uEach: { value: false },
    uHide: { value: true },
    uOrder: { value: 0 },
    uDirection: { value: new THREE.Vector2() },
    uSpan: { value: new THREE.Vector2() },
    uRing: { value: new THREE.Vector3() },
    uProgress: { value: 0 },
    uSoft: { value: 0 },
    uEdge: { value: 0 },
    uColour: { value: new THREE.Color() },
    uEdgeColour: { value: new THREE.Color() },
  }) satisfies Uniforms;

const setUniforms = (u: ReturnType<typeof createUniforms>, p: WipeParameters, box: Box): void => {
  const angle = (p.angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const [along, up] = [dx * box.width, dy * box.height];
  const least = dx * box.x + dy * box.y + Math.min(0, along) + Math.min(0, up);
  u.uBox.value.set(box.x, box.y, box.width, box.height);
  u.uEach.value = p.by === 'each';
  u.uHide.value = p.act === 'hide';
  u.uOrder.value = ORDERS[p.order];
  u.uDirection.value.set(dx, dy);
  u.uSpan.value.set(least, least + Math.abs(along) + Math.abs(up));
  u.uRing.value.set(p.x, p.y, ringReach(p, box));
  u.uProgress.value = p.progress;
  u.uSoft.value = p.soft;
  // Elements that light as wholes have no front.
  u.uEdge.value = isByElement(p) ? 0 : p.edge;
  linearInto(u.uColour.value, p.colour).multiplyScalar(p.level);
  linearInto(u.uEdgeColour.value, p.edgeColour).multiplyScalar(p.edgeLevel);
};
