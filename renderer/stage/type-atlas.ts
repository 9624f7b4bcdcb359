import type * as THREE from 'three';
import { emOf, fontOf, type Hand } from './layers/text-layout.ts';
import { inkTextureOf } from './ink-texture.ts';

/**
 * Texts set once on a 2-D canvas (red: ink), each in a cell of its own, to be drawn as quads that move by themselves.
 * Lengths of a cell are capital heights of its text, so that a quad needs no pixels.
 */
export type Setting = Hand & {
  text: string;
  family: string;
  /** Of a capital. */
  pixels: number;
  /** Extra room between letters, capital heights. */
  spacing?: number;
  /** Capital heights within which it is centred; absent: its own advance. */
  wide?: number;
};
export type Cell = {
  /** Corner and size in the texture, 0–1, v from below. */
  u: number;
  v: number;
  du: number;
  dv: number;
  width: number;
  height: number;
  /** Where the advance starts in it, and the baseline: from the left, from the lower edge. */
  edge: number;
  base: number;
  /** How far the pen moves on. */
  advance: number;
};

/** Room around a text: accents above, descenders below, what leans out at the sides. */
const AROUND = 0.5;
const WIDEST = 4096;
/** Pixels between cells, so that a linear filter doesn't reach the neighbour. */
const BETWEEN = 2;

/** Pixels of a capital of so many metres: as dense as the target, in steps, so that a slow zoom doesn't set words each frame. */
export const pixelsOf = (metres: number, density: number, most = 512): number => {
  const wanted = Math.max(16, metres * density * 1.25);
  return Math.min(most, 2 ** (Math.ceil(Math.log2(wanted) * 2) / 2));
};

export const createAtlas = () => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  const uniform = { value: null as THREE.Texture | null };
  return {
    uniform,
    /** Advance of a text, capital heights. */
    measure(setting: Setting, text: string): number {
      prepare(pen, setting);
      return pen.measureText(text).width / setting.pixels;
    },
    /** Height of an x, capital heights. */
    xHeight(setting: Setting): number {
      prepare(pen, setting);
      return pen.measureText('x').actualBoundingBoxAscent / setting.pixels;
    },
    set(settings: readonly Setting[]): Cell[] {
      const boxes = settings.map((setting) => boxOf(pen, setting));
      const { places, width, height } = packed(boxes);
      [canvas.width, canvas.height] = [width, height];
      pen.fillStyle = '#000';
      pen.fillRect(0, 0, width, height);
      settings.forEach((setting, i) => {
        prepare(pen, setting);
        pen.fillStyle = '#f00';
        const [box, place] = [boxes[i]!, places[i]!];
        pen.fillText(setting.text, place.x + box.left, place.y + box.height - box.base);
      });
      uniform.value?.dispose();
      uniform.value = inkTextureOf(canvas);
      return settings.map(({ pixels }, i) => cellOf(boxes[i]!, places[i]!, { width, height }, pixels));
    },
    dispose(): void {
      uniform.value?.dispose();
    },
  };
};

const prepare = (pen: CanvasRenderingContext2D, setting: Setting): void => {
  const em = emOf(pen, setting, setting.family);
  pen.font = fontOf(setting, setting.family, em * setting.pixels);
  pen.letterSpacing = `${(setting.spacing ?? 0) * setting.pixels}px`;
  pen.fontKerning = 'normal';
};

type Box = { width: number; height: number; left: number; edge: number; base: number; advance: number };
/** In pixels. */
const boxOf = (pen: CanvasRenderingContext2D, setting: Setting): Box => {
  prepare(pen, setting);
  const { width: own } = pen.measureText(setting.text);
  const advance = setting.wide === undefined ? own : setting.wide * setting.pixels;
  const around = Math.ceil(AROUND * setting.pixels);
  return {
    advance,
    width: Math.ceil(advance) + 2 * around,
    height: Math.ceil(setting.pixels) + 2 * around,
    edge: around,
    left: around + (advance - own) / 2,
    base: around,
  };
};
/** Rows from the top, each as high as its highest cell. */
const packed = (boxes: readonly Box[]) => {
  let [x, y, row, width] = [0, 0, 0, 1];
  const places = boxes.map((box) => {
    if (x > 0 && x + box.width > WIDEST) [x, y, row] = [0, y + row + BETWEEN, 0];
    const place = { x, y };
    x += box.width + BETWEEN;
    row = Math.max(row, box.height);
    width = Math.max(width, x);
    return place;
  });
  return { places, width, height: Math.max(1, y + row) };
};
const cellOf = (
  box: Box,
  place: { x: number; y: number },
  size: { width: number; height: number },
  pixels: number,
): Cell => ({
  u: place.x / size.width,
  v: 1 - (place.y + box.height) / size.height,
  du: box.width / size.width,
  dv: box.height / size.height,
  width: box.width / pixels,
  height: box.height / pixels,
  edge: box.edge / pixels,
  base: box.base / pixels,
  advance: box.advance / pixels,
});
