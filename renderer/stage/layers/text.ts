import * as THREE from 'three';
import { flattenPath } from '../../../core/facade/path.ts';
import type { TextParameters } from '../../../core/layers/text.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { pixelsOf } from '../type-atlas.ts';
import { createFaces } from '../type-face.ts';
import { createGround } from './text-ground.ts';
import { layoutOf, type Layout } from './text-layout.ts';
import { lettersGeometry, seatLetters } from './text-letters.ts';
import { createRaster } from './text-raster.ts';
import { isApart, sheetOf } from './text-sheet.ts';
import { textFragment, textVertex } from './text.glsl.ts';

/**
 * Words are set once on a 2-D canvas and drawn letter by letter, so that colours, the reveal and the letters themselves
 * move without setting them again.
 */
const RADIAN = Math.PI / 180;
/** Of a caption's dark ground, capital heights. */
const GROUND_MARGIN = 1.2;
const GROUND = 0.72;

export const create = (context: LayerContext): StageLayer<TextParameters> => {
  const uniforms = createUniforms();
  const material = createMaterial(textVertex, textFragment, uniforms);
  const mesh = new THREE.Mesh(new THREE.BufferGeometry(), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 1;
  const object = new THREE.Group();
  const ground = createGround();
  object.add(ground.object, mesh);
  const faces = createFaces(context);
  let now: Words | null = null;
  /** What was set for a time ahead, or nothing, with room to set it in. */
  let next: Words | null = null;

  const keyOf = (p: TextParameters, family: string): string => {
    const { text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline, pen } = p;
    return JSON.stringify([
      [text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline, pen],
      [pixelsOf(p.size * p.scale, context.density), family, isApart(p)],
    ]);
  };
  const set = (words: Words, key: string, p: TextParameters, family: string): Words => {
    const { raster } = words;
    [words.key, words.seated] = [key, ''];
    words.layout = layoutOf(raster.pen, p, family, context.language);
    const sheet = sheetOf(words.layout, p);
    const drawn = raster.draw(sheet, p, family, pixelsOf(p.size * p.scale, context.density));
    words.geometry.dispose();
    words.geometry = lettersGeometry(sheet, drawn);
    return words;
  };
  const seat = (words: Words, p: TextParameters): void => {
    const unit = Math.max(1e-4, p.size * p.scale);
    const key = JSON.stringify([p.by, p.order, p.path, p.path === '' ? 0 : [p.pathStart, unit], p.grow]);
    if (key === words.seated) return;
    words.seated = key;
    const line = p.path === '' ? null : flattenPath(p.path, 1);
    if (line && !line.ok) context.report({ code: line.code, message: line.message, path: 'parameters.path' });
    words.steps = seatLetters(words.geometry, words.layout, p, unit, context.seed);
  };
  /** The words of this frame: those that stand, those that were set ahead, or set now. */
  const turnTo = (p: TextParameters, family: string): Words => {
    const key = keyOf(p, family);
    if (now?.key === key) return now;
    if (next?.key === key) {
      const before = now;
      [now, next] = [next, before];
      before?.free();
    } else now = set(now ?? createWords(), key, p, family);
    uniforms.uWords.value = now.raster.made.ink;
    uniforms.uWriting.value = now.raster.made.writing ?? now.raster.made.ink;
    mesh.geometry = now.geometry;
    ground.place(boxOf(now.layout, p.lineHeight), GROUND_MARGIN);
    return now;
  };
  const setAhead = (p: TextParameters, family: string): void => {
    const key = keyOf(p, family);
    if (now?.key === key || next?.key === key) return;
    next = set(next ?? createWords(), key, p, family);
    seat(next, p);
    for (const texture of [next.raster.made.ink, next.raster.made.writing])
      if (texture) context.renderer.initTexture(texture);
  };
  return {
    object,
    looksAhead: true,
    extent() {
      object.updateMatrix();
      const travel = uniforms.uTravel.value.length();
      return extentOf([mesh.geometry], GROUND_MARGIN + travel, object.matrix);
    },
    prepare: async (_times, p) => {
      await faces.want(p.font);
      const family = faces.of(p.font);
      // A hand's writing takes a while to set: not in a frame.
      if (family !== undefined) setAhead(p, family);
    },
    update(_times, p) {
      const family = faces.of(p.font);
      mesh.visible = family !== undefined;
      ground.show(p.style === 'caption' && family !== undefined ? groundOf(p) : 0);
      if (family === undefined) return;
      const words = turnTo(p, family);
      seat(words, p);
      uniforms.uCount.value = words.steps;
      object.position.set(p.x, p.y, 0);
      object.rotation.z = p.rotation * RADIAN;
      object.scale.set(p.size * p.scale, p.size * p.scale, 1);
      setUniforms(uniforms, p);
    },
    dispose() {
      for (const words of [now, next]) words?.free();
      mesh.geometry.dispose();
      material.dispose();
      ground.dispose();
    },
  };
};

/** Words as they were set once. `steps`: in which their letters move. */
type Words = {
  key: string;
  seated: string;
  readonly raster: ReturnType<typeof createRaster>;
  layout: Layout;
  geometry: THREE.BufferGeometry;
  steps: number;
  /** Takes them off the card. */
  free(): void;
};
const createWords = (): Words => ({
  key: '',
  seated: '',
  raster: createRaster(),
  layout: { lines: [], letters: [], width: 0 },
  geometry: new THREE.BufferGeometry(),
  steps: 1,
  free() {
    this.key = '';
    this.raster.dispose();
    this.geometry.dispose();
  },
});

/** The ground comes before the first letters do, and goes after the last. */
const groundOf = (p: TextParameters): number =>
  Math.min(1, p.reveal * 8) * Math.min(1, (1 - p.vanish) * 8) * GROUND;

/** What the lines fill, from the first one's capitals to the last one's baseline. */
const boxOf = (layout: Layout, lineHeight: number) => {
  const depth = (Math.max(1, layout.lines.length) - 1) * lineHeight;
  const left = Math.min(0, ...layout.lines.map((line) => line.x));
  return { x: left, y: -depth, width: layout.width, height: depth + 1 };
};

const createUniforms = () =>
  ({
    uWords: { value: null as THREE.Texture | null },
    uWriting: { value: null as THREE.Texture | null },
    uWritten: { value: false },
    uFill: { value: new THREE.Color() },
    uFillOpacity: { value: 1 },
    uOutline: { value: new THREE.Color() },
    uOutlined: { value: 0 },
    uReveal: { value: 1 },
    uVanish: { value: 0 },
    uRevealSoft: { value: 1 },
    uTravel: { value: new THREE.Vector2() },
    uGrow: { value: 1 },
    uTurn: { value: 0 },
    uFade: { value: 1 },
    uCount: { value: 1 },
  }) satisfies Uniforms;
const setUniforms = (u: ReturnType<typeof createUniforms>, p: TextParameters): void => {
  linearInto(u.uFill.value, p.colour);
  linearInto(u.uOutline.value, p.outlineColour);
  u.uFillOpacity.value = p.fillOpacity;
  u.uOutlined.value = p.outline > 0 ? 1 : 0;
  u.uWritten.value = p.pen > 0;
  u.uReveal.value = p.reveal;
  u.uVanish.value = p.vanish;
  u.uRevealSoft.value = p.revealSoft;
  u.uTravel.value.set(p.slide, p.rise);
  u.uGrow.value = p.grow;
  u.uTurn.value = p.turn * RADIAN;
  u.uFade.value = p.fade;
};
