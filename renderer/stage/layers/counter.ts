import * as THREE from 'three';
import { alphabetOf, type Token, tokensOf } from '../../../core/layers/counter-figures.ts';
import type { CounterParameters } from '../../../core/layers/counter.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { type Cell, createAtlas, pixelsOf, type Setting } from '../type-atlas.ts';
import { createFaces } from '../type-face.ts';
import { counterFragment, counterVertex } from './counter.glsl.ts';

/** All characters are set once; what moves is which of them stand where, at most so many. */
const MOST = 96;
const FIGURES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** `widths`: of each figure by itself. */
type Characters = { cells: Map<string, Cell>; wide: number; widths: number[]; setting: Setting };

export const create = (context: LayerContext): StageLayer<CounterParameters> => {
  const atlas = createAtlas();
  const faces = createFaces(context);
  const uniforms = createUniforms(atlas.uniform);
  const material = createMaterial(counterVertex, counterFragment, uniforms);
  const quads = createQuads();
  const mesh = new THREE.Mesh(quads.geometry, material);
  mesh.frustumCulled = false;
  let built = '';
  let characters: Characters | null = null;
  const build = (p: CounterParameters, family: string): Characters => {
    const pixels = pixelsOf(p.size, context.density);
    const alphabet = alphabetOf(p, context.language);
    const key = JSON.stringify([family, pixels, p.weight, p.italic, alphabet]);
    if (characters && key === built) return characters;
    built = key;
    const { weight, italic } = p;
    const setting = { text: '', family, pixels, weight, italic };
    const widths = FIGURES.map((figure) => atlas.measure(setting, figure));
    const wide = Math.max(...widths);
    const cells = atlas.set(
      alphabet.map((text) => (FIGURES.includes(text) ? { ...setting, text, wide } : { ...setting, text })),
    );
    const found = new Map(alphabet.map((text, i) => [text, cells[i]!]));
    const figures = FIGURES.map((figure) => found.get(figure)!);
    figures.forEach(({ u, v, du, dv }, i) => uniforms.uFigures.value[i]!.set(u, v, du, dv));
    uniforms.uCell.value.set(-figures[0]!.base, figures[0]!.height);
    return { cells: found, wide, widths, setting };
  };
  return {
    object: mesh,
    isSmooth: true,
    direct: { kind: 'coats', materials: [material] },
    extent() {
      mesh.updateMatrix();
      return extentOf([quads.geometry], 0, mesh.matrix);
    },
    prepare: (_times, p) => faces.want(p.font),
    update(times, p) {
      const family = faces.of(p.font);
      mesh.visible = family !== undefined;
      if (family === undefined) return;
      characters = build(p, family);
      quads.place(placed(tokensOf(p, times, context.language), characters, p, atlas.measure));
      linearInto(uniforms.uColour.value, p.colour).multiplyScalar(p.level);
      mesh.position.set(p.x, p.y, 0);
      mesh.rotation.z = (p.rotation * Math.PI) / 180;
      mesh.scale.set(p.size, p.size, 1);
    },
    dispose() {
      atlas.dispose();
      quads.geometry.dispose();
      material.dispose();
    },
  };
};

type Placed = { token: Token; cell: Cell; x: number };
/** From left to right in figure heights: figures on equal widths, the signs between them as their face kerns them. */
const placed = (
  tokens: readonly Token[],
  { cells, wide, widths, setting }: Characters,
  p: CounterParameters,
  measure: (setting: Setting, text: string) => number,
): Placed[] => {
  const list: Placed[] = [];
  let pen = 0;
  let word = '';
  let [start, letters] = [0, 0];
  for (const token of tokens.slice(0, MOST)) {
    if ('figure' in token) {
      const width = p.even ? wide : widthOf(token.figure, widths);
      list.push({ token, cell: cells.get('0')!, x: pen + (width - wide) / 2 });
      pen += width + p.spacing;
      word = '';
      continue;
    }
    if (word === '') [start, letters] = [pen, 0];
    word += token.sign;
    letters += 1;
    const cell = cells.get(token.sign);
    if (cell) list.push({ token, cell, x: pen });
    pen = start + measure(setting, word) + p.spacing * letters;
  }
  const shift = -{ left: 0, centre: 0.5, right: 1 }[p.align] * Math.max(0, pen - p.spacing);
  return list.map((each) => ({ ...each, x: each.x + shift }));
};

/** Between two figures, between their widths. */
const widthOf = (figure: number, widths: readonly number[]): number => {
  const own = Math.floor(figure);
  const [a = 0, b = a] = [widths[own % 10], widths[(own + 1) % 10]];
  return a + (b - a) * (figure - own);
};

const createQuads = () => {
  const geometry = new THREE.InstancedBufferGeometry();
  const corners = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0];
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const attribute = (name: string) => {
    const made = new THREE.InstancedBufferAttribute(new Float32Array(MOST * 4), 4);
    made.setUsage(THREE.DynamicDrawUsage);
    geometry.setAttribute(name, made);
    return made;
  };
  const [boxes, cells, figures] = [attribute('aBox'), attribute('aCell'), attribute('aFigure')];
  geometry.boundingBox = new THREE.Box3();
  return {
    geometry,
    place(list: readonly Placed[]): void {
      const bounds = geometry.boundingBox?.makeEmpty();
      list.forEach(({ token, cell, x }, i) => {
        const [left, low] = [x - cell.edge, -cell.base];
        boxes.setXYZW(i, left, cell.width, low, cell.height);
        cells.setXYZW(i, cell.u, cell.v, cell.du, cell.dv);
        if ('figure' in token)
          figures.setXYZW(i, token.figure, token.blur, token.strength, token.isBlank ? 1 : 0);
        else figures.setXYZW(i, -1, 0, token.strength, 0);
        bounds?.expandByPoint(new THREE.Vector3(left, low, 0));
        bounds?.expandByPoint(new THREE.Vector3(left + cell.width, low + cell.height, 0));
      });
      for (const each of [boxes, cells, figures]) each.needsUpdate = true;
      geometry.instanceCount = list.length;
    },
  };
};

const createUniforms = (words: { value: THREE.Texture | null }) =>
  ({
    uWords: words,
    uFigures: { value: Array.from({ length: 10 }, () => new THREE.Vector4()) },
    uCell: { value: new THREE.Vector2() },
    uColour: { value: new THREE.Color() },
  }) satisfies Uniforms;
