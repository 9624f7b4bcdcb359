import * as THREE from 'three';
import { angleOf, type DialParameters, dialLabels, dialValue } from '../../../core/layers/dial.ts';
import { linearInto } from '../colour.ts';
import { createQuad } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { type Cell, createAtlas, pixelsOf } from '../type-atlas.ts';
import { createFaces } from '../type-face.ts';
import { dialFragment, dialVertex, labelFragment, labelVertex } from './dial.glsl.ts';

const RADIAN = Math.PI / 180;
const HANDS = { none: 0, needle: 1, blade: 2 } as const;

export const create = (context: LayerContext): StageLayer<DialParameters> => {
  const atlas = createAtlas();
  const faces = createFaces(context);
  const uniforms = createUniforms();
  const material = createMaterial(dialVertex, dialFragment, uniforms);
  const face = createQuad(material);
  // A quad of 2 × 2, so that its corners are ±1.
  face.geometry.scale(2, 2, 1);
  const words = createMaterial(labelVertex, labelFragment, {
    uWords: atlas.uniform,
    uColour: uniforms.uColour,
  });
  const labels = new THREE.Mesh(new THREE.BufferGeometry(), words);
  labels.frustumCulled = false;
  // The hand passes in front of the figures: they are drawn first.
  labels.renderOrder = -1;
  const object = new THREE.Group().add(labels, face);
  let built = '';
  const build = (p: DialParameters, family: string): void => {
    const list = dialLabels(p);
    const pixels = pixelsOf(p.labelSize, context.density);
    const key = JSON.stringify([list, family, pixels, p.weight, p.labelSize, p.radius, p.labelInset]);
    if (key === built) return;
    built = key;
    const cells = atlas.set(
      list.map(({ text }) => ({ text, family, pixels, weight: p.weight, italic: false })),
    );
    labels.geometry.dispose();
    labels.geometry = labelsGeometry(list, cells, p);
  };
  return {
    object,
    isSmooth: true,
    direct: { kind: 'coats', materials: [words, material] },
    extent() {
      const reach = uniforms.uReach.value;
      const { x, y } = object.position;
      return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
    },
    prepare: (_times, p) => (p.labels > 0 ? faces.want(p.font) : Promise.resolve()),
    update(times, p) {
      const family = p.labels > 0 ? faces.of(p.font) : undefined;
      labels.visible = family !== undefined;
      if (family !== undefined) build(p, family);
      object.position.set(p.x, p.y, 0);
      setUniforms(uniforms, p, angleOf(p, dialValue(p, times)));
    },
    dispose() {
      atlas.dispose();
      labels.geometry.dispose();
      face.geometry.dispose();
      words.dispose();
      material.dispose();
    },
  };
};

/** Figures stand upright, their middles on a circle. */
const labelsGeometry = (
  list: readonly { angle: number }[],
  cells: readonly Cell[],
  p: DialParameters,
): THREE.BufferGeometry => {
  const position: number[] = [];
  const uv: number[] = [];
  const index: number[] = [];
  const size = p.labelSize;
  list.forEach(({ angle }, i) => {
    const cell = cells[i]!;
    const [cos, sin] = [Math.cos(angle * RADIAN), Math.sin(angle * RADIAN)];
    const half = (Math.abs(cos) * cell.advance + Math.abs(sin)) * 0.5 * size;
    const r = p.radius - p.labelInset - Math.sign(p.labelInset) * half;
    const left = r * cos - (cell.edge + cell.advance / 2) * size;
    const low = r * sin - (cell.base + 0.5) * size;
    for (const [cx, cy] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const) {
      position.push(left + cx * cell.width * size, low + cy * cell.height * size, 0);
      uv.push(cell.u + cx * cell.du, cell.v + cy * cell.dv);
    }
    index.push(4 * i, 4 * i + 1, 4 * i + 2, 4 * i, 4 * i + 2, 4 * i + 3);
  });
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(position, 3));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(uv, 2));
  geometry.setIndex(index);
  return geometry;
};

const createUniforms = () =>
  ({
    uReach: { value: 1 },
    uRadius: { value: 1 },
    uStroke: { value: 0.1 },
    uTick: { value: 1 },
    uScale: { value: new THREE.Vector2() },
    uSteps: { value: new THREE.Vector2() },
    uHand: { value: new THREE.Vector4() },
    uLit: { value: new THREE.Vector2() },
    uColour: { value: new THREE.Color() },
    uHandColour: { value: new THREE.Color() },
    uLitColour: { value: new THREE.Color() },
  }) satisfies Uniforms;
const setUniforms = (u: ReturnType<typeof createUniforms>, p: DialParameters, angle: number): void => {
  const outside = Math.max(p.stroke + p.litWidth, p.labelSize * 2.5 - Math.min(0, p.labelInset));
  u.uReach.value = Math.max(p.radius, p.radius * p.handLength) + outside + p.handWidth;
  u.uRadius.value = p.radius;
  u.uStroke.value = p.stroke;
  u.uTick.value = p.tick;
  u.uScale.value.set(p.start * RADIAN, p.sweep * RADIAN);
  u.uSteps.value.set(p.steps, p.between);
  u.uHand.value.set(angle * RADIAN, p.radius * p.handLength, p.handWidth, HANDS[p.hand]);
  u.uLit.value.set(p.lit, p.litWidth);
  linearInto(u.uColour.value, p.colour).multiplyScalar(p.level);
  linearInto(u.uHandColour.value, p.handColour).multiplyScalar(p.level);
  linearInto(u.uLitColour.value, p.litColour).multiplyScalar(p.level);
};
