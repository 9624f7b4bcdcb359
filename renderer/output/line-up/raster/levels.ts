import { tile } from './fine.ts';
import { smallPrint, write } from './letters.ts';
import { fill, flood, grey, parts, type Painter, type Pen, type Rgb, type Size } from './pen.ts';

/** What a projector makes of a signal: its gamma, and the darkest and the brightest that it tells apart. */
export const GAMMAS = [1.8, 1.9, 2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8] as const;
/** The code that is as bright as half the pixels at full: (code/255)^γ = ½. */
export const halfLight = (gamma: number): number => Math.round(255 * 0.5 ** (1 / gamma));

const ROWS: readonly { channel: Rgb; isLines: boolean }[] = [
  { channel: [1, 1, 1], isLines: false },
  { channel: [1, 1, 1], isLines: true },
  { channel: [1, 0, 0], isLines: true },
  { channel: [0, 1, 0], isLines: true },
  { channel: [0, 0, 1], isLines: true },
];
const scaled = ([r, g, b]: Rgb, code: number): Rgb => [r * code, g * code, b * code];

/**
 * Patches in a field of which every other pixel is lit: from afar the patch of the projector's own gamma vanishes.
 * Rows: white in a checker; white, red, green and blue in level lines, which a soft video amplifier keeps best.
 */
export const gamma: Painter = (pen, size) => {
  const { width, height } = size;
  flood(pen, grey(0), size);
  const scale = Math.round(0.08 * height);
  for (const { index, from, size: rowHeight } of parts(height - scale, ROWS.length)) {
    const { channel, isLines } = ROWS[index]!;
    pen.fillStyle = tile(pen, scaled(channel, 255), isLines);
    pen.fillRect(0, scale + from, width, rowHeight);
    for (const column of parts(width, GAMMAS.length)) {
      const side = Math.min(column.size, rowHeight) * 0.55;
      const x = column.from + (column.size - side) / 2;
      const y = scale + from + (rowHeight - side) / 2;
      fill(pen, scaled(channel, halfLight(GAMMAS[column.index]!)), x, y, side, side);
    }
  }
  numbers(pen, width, scale / 2, Math.min(smallPrint(height) * 1.4, scale * 0.8));
};
const numbers = (pen: Pen, width: number, y: number, print: number): void => {
  for (const { index, from, size } of parts(width, GAMMAS.length)) {
    const text = GAMMAS[index]!.toFixed(1);
    write(pen, text, from + size / 2, y, { size: print, colour: grey(190), most: size * 0.9 });
  }
};

export const DARKS = [2, 4, 6, 8, 12, 16, 24, 32] as const;

/** Dark bars on black above, bright bars on white below: the first ones that are told apart are the limits. */
export const pluge: Painter = (pen, size) => {
  const { width, height } = size;
  const half = Math.round(height / 2);
  flood(pen, grey(0), size);
  fill(pen, grey(255), 0, half, width, height - half);
  barsOf(pen, { width, height: half }, 0, (code) => code, 72);
  barsOf(pen, { width, height: height - half }, half, (code) => 255 - code, 150);
};
const barsOf = (
  pen: Pen,
  { width, height }: Size,
  top: number,
  codeOf: (dark: number) => number,
  ink: number,
) => {
  const print = smallPrint(2 * height);
  for (const { index, from, size } of parts(width, DARKS.length)) {
    const code = codeOf(DARKS[index]!);
    fill(pen, grey(code), from + size * 0.2, top + height * 0.2, size * 0.6, height * 0.5);
    const y = top + height * 0.7 + 1.2 * print;
    write(pen, `${code}`, from + size / 2, y, { size: print, colour: grey(ink), most: size });
  }
};
