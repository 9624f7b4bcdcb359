import * as THREE from 'three';
import type { Card } from '../../../core/layers/figure-layout.ts';
import { figureMotion, type FigureParameters } from '../../../core/layers/figure.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { createAtlas, pixelsOf } from '../type-atlas.ts';
import { createFaces } from '../type-face.ts';
import { createEmblem } from './emblem.ts';
import { setCard } from './figure-words.ts';
import {
  cardEmblemFragment,
  cardMarksVertex,
  cardRuleFragment,
  cardWordsFragment,
  cardWordsVertex,
} from './figure.glsl.ts';
import { createGround } from './text-ground.ts';

const FRAMES = { none: 0, ring: 1, cameo: 2 } as const;
/** Of the dark ground, in the name's capital heights. */
const MARGIN = 1.6;

export const create = (context: LayerContext): StageLayer<FigureParameters> => {
  const atlas = createAtlas();
  const faces = createFaces(context);
  const emblem = createEmblem(context);
  const uniforms = createUniforms(atlas.uniform, emblem.uniform);
  const material = {
    words: createMaterial(cardWordsVertex, cardWordsFragment, uniforms),
    rule: createMaterial(cardMarksVertex, cardRuleFragment, uniforms),
    emblem: createMaterial(cardMarksVertex, cardEmblemFragment, uniforms),
  };
  const words = new THREE.Mesh(new THREE.BufferGeometry(), material.words);
  words.frustumCulled = false;
  const [rule, mark] = [createQuad(material.rule), createQuad(material.emblem)];
  const ground = createGround();
  const object = new THREE.Group();
  // Siblings of one renderOrder are drawn by age: the ground lies below all.
  [ground.object, rule, mark, words].forEach((part, i) => {
    part.renderOrder = i;
    object.add(part);
  });
  const materials = [ground.material, ...Object.values(material)];
  let built = '';
  let card: Card | null = null;
  const build = (p: FigureParameters, families: { name: string; text: string }, hasEmblem: boolean): Card => {
    const { name, dates, role, layout, align, size, small, legible, width, spacing, weight, textWeight } = p;
    const key = JSON.stringify([
      [name, dates, role, layout, align, size, small, legible, width, spacing, weight, textWeight],
      [families, hasEmblem, pixelsOf(size, context.density), pixelsOf(size * small, context.density)],
    ]);
    if (card && key === built) return card;
    built = key;
    const set = setCard(atlas, p, families, context.language, context.density, hasEmblem);
    words.geometry.dispose();
    words.geometry = set.geometry;
    ground.place(set.card.box, MARGIN * size);
    return set.card;
  };
  return {
    object,
    isSmooth: true,
    direct: { kind: 'coats', materials },
    prepare: async (_times, p) => {
      await Promise.all([faces.want(p.font), faces.want(p.textFont), emblem.want(p)]);
    },
    update(times, p) {
      const families = { name: faces.of(p.font), text: faces.of(p.textFont) };
      object.visible = families.name !== undefined && families.text !== undefined;
      if (families.name === undefined || families.text === undefined) return;
      const hasEmblem = p.layout !== 'words' && emblem.draw(p, p.size * 6);
      card = build(p, { name: families.name, text: families.text }, hasEmblem);
      const { come, gone } = figureMotion(p, times);
      object.position.set(p.x, p.y, 0);
      uniforms.uMotion.value.set(come, gone);
      ground.show(p.ground * Math.min(1, come * 4) * (1 - gone * gone));
      rule.visible = card.rule !== null;
      mark.visible = card.emblem !== null;
      if (card.rule) placeRule(rule, uniforms, card.rule, p);
      if (card.emblem) {
        placeQuad(mark, card.emblem);
        uniforms.uSide.value = card.emblem.width;
      }
      uniforms.uCapital.value = p.size;
      uniforms.uFrame.value = FRAMES[p.frame];
      linearInto(uniforms.uColour.value, p.colour).multiplyScalar(p.level);
      linearInto(uniforms.uQuiet.value, p.quiet).multiplyScalar(p.level);
      linearInto(uniforms.uAccent.value, p.accent).multiplyScalar(p.level);
    },
    extent() {
      const margin = MARGIN * uniforms.uCapital.value;
      if (!card) return { x: 0, y: 0, width: 0, height: 0 };
      const { x, y, width, height } = card.box;
      const at = object.position;
      return {
        x: at.x + x - margin,
        y: at.y + y - margin,
        width: width + 2 * margin,
        height: height + 2 * margin,
      };
    },
    dispose() {
      atlas.dispose();
      emblem.dispose();
      ground.dispose();
      for (const mesh of [words, rule, mark]) mesh.geometry.dispose();
      for (const each of Object.values(material)) each.dispose();
    },
  };
};

const createUniforms = (words: { value: THREE.Texture | null }, emblem: { value: THREE.Texture | null }) =>
  ({
    uWords: words,
    uEmblem: emblem,
    uMotion: { value: new THREE.Vector2() },
    uColour: { value: new THREE.Color() },
    uQuiet: { value: new THREE.Color() },
    uAccent: { value: new THREE.Color() },
    uSize: { value: new THREE.Vector2() },
    uFrom: { value: 0 },
    uSide: { value: 1 },
    uFrame: { value: 0 },
    uCapital: { value: 1 },
  }) satisfies Uniforms;

/** Three rules high, so that its edges can be smoothed. */
const placeRule = (
  mesh: THREE.Object3D,
  u: ReturnType<typeof createUniforms>,
  box: { x: number; y: number; width: number; height: number },
  p: FigureParameters,
): void => {
  placeQuad(mesh, { ...box, y: box.y - box.height, height: box.height * 3 });
  u.uSize.value.set(box.width, box.height);
  u.uFrom.value = p.layout === 'beside' ? 0 : { left: 0, centre: 0.5, right: 1 }[p.align];
};
