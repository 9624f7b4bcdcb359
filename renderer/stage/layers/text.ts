import * as THREE from 'three';
import type { TextParameters } from '../../../core/layers/text.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { pixelsOf } from '../type-atlas.ts';
import { createFaces } from '../type-face.ts';
import { createGround } from './text-ground.ts';
import { emOf, fontOf, layoutOf, type Layout } from './text-layout.ts';
import { textFragment, textVertex } from './text.glsl.ts';

/**
 * Words are set once on a 2-D canvas (red: letters, green: letters with their contour) and drawn letter by letter, so
 * that colours and the reveal move without setting them again.
 */
const PAD = 0.9;
/** Of a caption's dark ground, capital heights. */
const GROUND_MARGIN = 1.2;
const GROUND = 0.72;
const LARGEST = 4096;

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
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  let texture: THREE.CanvasTexture | null = null;
  let built = '';

  const build = (p: TextParameters, family: string): void => {
    const pixels = pixelsOf(p.size * p.scale, context.density);
    const { text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline } = p;
    const key = JSON.stringify([
      [text, style, weight, italic, size, align, maxWidth, lineHeight, spacing, outline],
      [pixels, family],
    ]);
    if (key === built) return;
    built = key;
    const layout = layoutOf(pen, p, family, context.language);
    const raster = draw(pen, layout, p, family, pixels);
    texture?.dispose();
    texture = new THREE.CanvasTexture(canvas);
    texture.colorSpace = THREE.NoColorSpace;
    texture.generateMipmaps = false;
    texture.minFilter = THREE.LinearFilter;
    uniforms.uWords.value = texture;
    mesh.geometry.dispose();
    mesh.geometry = lettersGeometry(layout, p, raster);
    uniforms.uCount.value = layout.letters.length;
    ground.place(boxOf(layout, lineHeight), GROUND_MARGIN);
  };
  return {
    object,
    extent() {
      object.updateMatrix();
      return extentOf([mesh.geometry], GROUND_MARGIN + Math.abs(uniforms.uRise.value), object.matrix);
    },
    prepare: (_times, p) => faces.want(p.font),
    update(_times, p) {
      const family = faces.of(p.font);
      mesh.visible = family !== undefined;
      // The ground comes before the first letters do.
      ground.show(p.style === 'caption' && family !== undefined ? Math.min(1, p.reveal * 8) * GROUND : 0);
      if (family === undefined) return;
      build(p, family);
      object.position.set(p.x, p.y, 0);
      object.rotation.z = (p.rotation * Math.PI) / 180;
      object.scale.set(p.size * p.scale, p.size * p.scale, 1);
      setUniforms(uniforms, p);
    },
    dispose() {
      texture?.dispose();
      mesh.geometry.dispose();
      material.dispose();
      ground.dispose();
    },
  };
};

/** What the lines fill, from the first one's capitals to the last one's baseline. */
const boxOf = (layout: Layout, lineHeight: number) => {
  const depth = (Math.max(1, layout.lines.length) - 1) * lineHeight;
  const left = Math.min(0, ...layout.lines.map((line) => line.x));
  return { x: left, y: -depth, width: layout.width, height: depth + 1 };
};

type Raster = { unit: number; left: number; top: number; width: number; height: number };
const draw = (
  pen: CanvasRenderingContext2D,
  layout: Layout,
  p: TextParameters,
  family: string,
  wanted: number,
): Raster => {
  const left = Math.min(0, ...layout.lines.map((line) => line.x)) - PAD;
  const width = layout.width + 2 * PAD;
  const height = (Math.max(1, layout.lines.length) - 1) * p.lineHeight + 1 + 2 * PAD;
  const unit = Math.min(wanted, LARGEST / width, LARGEST / height);
  pen.canvas.width = Math.max(1, Math.ceil(width * unit));
  pen.canvas.height = Math.max(1, Math.ceil(height * unit));
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  const em = emOf(pen, p, family);
  pen.font = fontOf(p, family, em * unit);
  pen.letterSpacing = `${p.spacing * unit}px`;
  pen.fontKerning = 'normal';
  pen.globalCompositeOperation = 'lighter';
  pen.lineJoin = 'round';
  pen.lineWidth = p.size > 0 ? (2 * p.outline * unit) / p.size : 0;
  layout.lines.forEach((line, i) => {
    const [x, y] = [(line.x - left) * unit, (PAD + 1 + i * p.lineHeight) * unit];
    pen.fillStyle = '#f00';
    pen.fillText(line.text, x, y);
    pen.strokeStyle = '#0f0';
    if (p.outline > 0) pen.strokeText(line.text, x, y);
    pen.fillStyle = '#0f0';
    pen.fillText(line.text, x, y);
  });
  pen.globalCompositeOperation = 'source-over';
  pen.letterSpacing = '0px';
  return { unit, left, top: PAD + 1, width: pen.canvas.width / unit, height: pen.canvas.height / unit };
};

/** A quad a letter, reaching half-way between lines up and down; the first and last of a line reach past its ends. */
const lettersGeometry = (layout: Layout, p: TextParameters, raster: Raster): THREE.BufferGeometry => {
  const position: number[] = [];
  const uv: number[] = [];
  const letter: number[] = [];
  const index: number[] = [];
  layout.letters.forEach(({ x, width, line }, i) => {
    const isFirst = layout.letters[i - 1]?.line !== line;
    const isLast = layout.letters[i + 1]?.line !== line;
    const [x0, x1] = [isFirst ? x - PAD : x, isLast ? x + width + PAD : x + width];
    const base = -line * p.lineHeight;
    const above = line === 0 ? 1 + PAD : (p.lineHeight + 1) / 2;
    const below = line === layout.lines.length - 1 ? -PAD : (1 - p.lineHeight) / 2;
    for (const [cx, cy] of [
      [x0, base + below],
      [x1, base + below],
      [x1, base + above],
      [x0, base + above],
    ] as const) {
      position.push(cx, cy, 0);
      uv.push((cx - raster.left) / raster.width, 1 - (raster.top - cy) / raster.height);
      letter.push(i);
    }
    index.push(4 * i, 4 * i + 1, 4 * i + 2, 4 * i, 4 * i + 2, 4 * i + 3);
  });
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(position, 3));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(uv, 2));
  geometry.setAttribute('aLetter', new THREE.Float32BufferAttribute(letter, 1));
  geometry.setIndex(index);
  return geometry;
};

const createUniforms = () =>
  ({
    uWords: { value: null as THREE.Texture | null },
    uFill: { value: new THREE.Color() },
    uFillOpacity: { value: 1 },
    uOutline: { value: new THREE.Color() },
    uOutlined: { value: 0 },
    uReveal: { value: 1 },
    uRevealSoft: { value: 1 },
    uRise: { value: 0 },
    uCount: { value: 1 },
  }) satisfies Uniforms;
const setUniforms = (u: ReturnType<typeof createUniforms>, p: TextParameters): void => {
  linearInto(u.uFill.value, p.colour);
  linearInto(u.uOutline.value, p.outlineColour);
  u.uFillOpacity.value = p.fillOpacity;
  u.uOutlined.value = p.outline > 0 ? 1 : 0;
  u.uReveal.value = p.reveal;
  u.uRevealSoft.value = p.revealSoft;
  u.uRise.value = p.rise;
};
