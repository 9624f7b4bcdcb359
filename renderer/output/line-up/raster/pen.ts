/**
 * Patterns of a raster are painted on a 2-D canvas in upright pixels, so that what is written can be read on the wall
 * however the projector hangs; a turn by 90° or a mirror keeps every pixel a whole one. Codes are 0–255 of the signal.
 */
export type Pen = CanvasRenderingContext2D;
/** Upright pixels. */
export type Size = { width: number; height: number };
export type Painter = (pen: Pen, size: Size) => void;
export type Rgb = readonly [number, number, number];

export const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;
export const grey = (code: number): Rgb => [code, code, code];
/** N % of the signal. */
export const codeOf = (percent: number): number => Math.round((percent / 100) * 255);

/** Whole pixels: what is asked for is rounded at both ends, so that neighbours touch and never overlap. */
export const fill = (pen: Pen, colour: Rgb, x: number, y: number, width: number, height: number): void => {
  const [left, top] = [Math.round(x), Math.round(y)];
  pen.fillStyle = css(colour);
  pen.fillRect(left, top, Math.round(x + width) - left, Math.round(y + height) - top);
};
export const flood = (pen: Pen, colour: Rgb, { width, height }: Size): void =>
  fill(pen, colour, 0, 0, width, height);

/** Index and extent of each of `count` equal parts of a length. */
export const parts = (length: number, count: number): { index: number; from: number; size: number }[] =>
  Array.from({ length: count }, (_, index) => {
    const from = Math.round((index * length) / count);
    return { index, from, size: Math.round(((index + 1) * length) / count) - from };
  });
