import type * as THREE from 'three';
import type { TextParameters } from '../../../core/layers/text.ts';
import { emOf, fontOf } from './text-layout.ts';
import type { Sheet } from './text-sheet.ts';
import { inkTextureOf } from '../ink-texture.ts';

/**
 * A text set on a canvas: red the letters, green the letters with their contour. A second canvas holds how the contours
 * are written: red the line, green when it gets there, 0–1 of a letter's time.
 */
const LARGEST = 4096;
/** Steps of the writing; each is a stroke of all contours, up to a length. */
const STEPS = 64;
/** Capital heights that a pen writes of one contour in a letter's whole time: that of an M. */
const LONGEST = 9;
/** In capital heights but for `unit`, pixels a capital height. */
export type Raster = { unit: number; width: number; height: number };

export const createRaster = () => {
  const ink = makePen();
  let writing: CanvasRenderingContext2D | null = null;
  const made = { ink: null as THREE.Texture | null, writing: null as THREE.Texture | null };
  return {
    pen: ink,
    made,
    /** `wanted`: pixels of a capital. */
    draw(sheet: Sheet, p: TextParameters, family: string, wanted: number): Raster {
      const raster = rasterOf(sheet, wanted);
      const line = (width: number): number => (p.size > 0 ? (width * raster.unit) / p.size : 0);
      prepare(ink, p, family, raster);
      drawInk(ink, sheet, raster, line(2 * p.outline));
      made.ink?.dispose();
      made.ink = inkTextureOf(ink.canvas);
      made.writing?.dispose();
      made.writing = null;
      if (p.pen > 0) {
        writing ??= makePen();
        prepare(writing, p, family, raster);
        drawWriting(writing, sheet, raster, line(2 * p.pen));
        made.writing = inkTextureOf(writing.canvas);
      }
      return raster;
    },
    dispose(): void {
      made.ink?.dispose();
      made.writing?.dispose();
    },
  };
};

const makePen = (): CanvasRenderingContext2D => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  return pen;
};
const rasterOf = ({ width, height }: Sheet, wanted: number): Raster => {
  const unit = Math.min(wanted, LARGEST / width, LARGEST / height);
  const whole = (length: number): number => Math.max(1, Math.ceil(length * unit)) / unit;
  return { unit, width: whole(width), height: whole(height) };
};
const prepare = (pen: CanvasRenderingContext2D, p: TextParameters, family: string, raster: Raster): void => {
  const { unit } = raster;
  pen.canvas.width = Math.round(raster.width * unit);
  pen.canvas.height = Math.round(raster.height * unit);
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  const em = emOf(pen, p, family);
  pen.font = fontOf(p, family, em * unit);
  pen.letterSpacing = `${p.spacing * unit}px`;
  pen.fontKerning = 'normal';
  pen.lineJoin = 'round';
};
const eachPiece = (
  { pieces }: Sheet,
  { unit }: Raster,
  draw: (text: string, x: number, y: number) => void,
): void => pieces.forEach(({ text, x, y }) => draw(text, x * unit, y * unit));

const drawInk = (pen: CanvasRenderingContext2D, sheet: Sheet, raster: Raster, outline: number): void => {
  pen.globalCompositeOperation = 'lighter';
  pen.lineWidth = outline;
  eachPiece(sheet, raster, (text, x, y) => {
    pen.fillStyle = '#f00';
    pen.fillText(text, x, y);
    pen.strokeStyle = '#0f0';
    if (outline > 0) pen.strokeText(text, x, y);
    pen.fillStyle = '#0f0';
    pen.fillText(text, x, y);
  });
  pen.globalCompositeOperation = 'source-over';
  pen.letterSpacing = '0px';
};

/** Late parts first, so that each place keeps the time at which it is reached: dashes begin anew on each contour. */
const drawWriting = (pen: CanvasRenderingContext2D, sheet: Sheet, raster: Raster, width: number): void => {
  // Wider than the line itself, so that no edge of it takes a time of its neighbourhood.
  pen.lineWidth = width + 4;
  for (let step = STEPS; step >= 1; step -= 1) {
    const until = (step / STEPS) * LONGEST * raster.unit;
    pen.setLineDash(step === STEPS ? [] : [until, 1e6]);
    pen.strokeStyle = `rgb(0,${Math.round((step / STEPS) * 255)},0)`;
    eachPiece(sheet, raster, (text, x, y) => pen.strokeText(text, x, y));
  }
  pen.setLineDash([]);
  pen.globalCompositeOperation = 'lighter';
  pen.lineWidth = width;
  pen.strokeStyle = '#f00';
  eachPiece(sheet, raster, (text, x, y) => pen.strokeText(text, x, y));
  pen.globalCompositeOperation = 'source-over';
  pen.letterSpacing = '0px';
};
