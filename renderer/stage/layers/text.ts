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
  const raster = createRaster();
  let layout: Layout | null = null;
  let [built, seated] = ['', ''];

  const set = (p: TextParameters, family: string): Layout => {
    const pixels = pixelsOf(p.size * p.scale, context.density);
    const { text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline, pen } = p;
    const key = JSON.stringify([
      [text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline, pen],
      [pixels, family, isApart(p)],
    ]);
    if (layout && key === built) return layout;
    [built, seated] = [key, ''];
    const made = layoutOf(raster.pen, p, family, context.language);
    const sheet = sheetOf(made, p);
    const drawn = raster.draw(sheet, p, family, pixels);
    uniforms.uWords.value = raster.made.ink;
    uniforms.uWriting.value = raster.made.writing ?? raster.made.ink;
    mesh.geometry.dispose();
    mesh.geometry = lettersGeometry(sheet, drawn);
    ground.place(boxOf(made, lineHeight), GROUND_MARGIN);
    return made;
  };
  const seat = (p: TextParameters, words: Layout): void => {
    const unit = Math.max(1e-4, p.size * p.scale);
    const key = JSON.stringify([p.by, p.order, p.path, p.path === '' ? 0 : [p.pathStart, unit], p.grow]);
    if (key === seated) return;
    seated = key;
    const line = p.path === '' ? null : flattenPath(p.path, 1);
    if (line && !line.ok) context.report({ code: line.code, message: line.message, path: 'parameters.path' });
    uniforms.uCount.value = seatLetters(mesh.geometry, words, p, unit, context.seed);
  };
  const build = (p: TextParameters, family: string): void => {
    layout = set(p, family);
    seat(p, layout);
  };
  return {
    object,
    extent() {
      object.updateMatrix();
      const travel = uniforms.uTravel.value.length();
      return extentOf([mesh.geometry], GROUND_MARGIN + travel, object.matrix);
    },
    prepare: async (_times, p) => {
      await faces.want(p.font);
      const family = faces.of(p.font);
      // A hand's writing takes a while to set: not in a frame.
      if (family !== undefined) build(p, family);
    },
    update(_times, p) {
      const family = faces.of(p.font);
      mesh.visible = family !== undefined;
      ground.show(p.style === 'caption' && family !== undefined ? groundOf(p) : 0);
      if (family === undefined) return;
      build(p, family);
      object.position.set(p.x, p.y, 0);
      object.rotation.z = p.rotation * RADIAN;
      object.scale.set(p.size * p.scale, p.size * p.scale, 1);
      setUniforms(uniforms, p);
    },
    dispose() {
      raster.dispose();
      mesh.geometry.dispose();
      material.dispose();
      ground.dispose();
    },
  };
};

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
