import { smallPrint, write } from './letters.ts';
import { css, fill, flood, grey, type Painter, type Pen, type Size } from './pen.ts';

/** Lines of one pixel: a grid, a cross-hair, the border. */
const BLACK = grey(0);
const WHITE = grey(255);

/** The middle of an even number of pixels is two of them. */
const middle = (length: number): { from: number; size: number } => ({
  from: Math.floor((length - 1) / 2),
  size: length % 2 === 0 ? 2 : 1,
});
const border = (pen: Pen, { width, height }: Size, inset: number, code: number): void => {
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  if (w < 2 || h < 2) return;
  for (const y of [inset, height - inset - 1]) fill(pen, grey(code), inset, y, w, 1);
  for (const x of [inset, width - inset - 1]) fill(pen, grey(code), x, inset, 1, h);
};
const cross = (pen: Pen, { width, height }: Size): void => {
  const [column, row] = [middle(width), middle(height)];
  fill(pen, WHITE, column.from, 0, column.size, height);
  fill(pen, WHITE, 0, row.from, width, row.size);
};

/** Every 10 px faint, every 100 px bright with its number; the last row and column too. */
export const grid: Painter = (pen, size) => {
  const { width, height } = size;
  flood(pen, BLACK, size);
  for (const [every, code] of [
    [10, 48],
    [100, 170],
  ] as const) {
    for (let x = 0; x < width; x += every) fill(pen, grey(code), x, 0, 1, height);
    for (let y = 0; y < height; y += every) fill(pen, grey(code), 0, y, width, 1);
  }
  cross(pen, size);
  border(pen, size, 0, 255);
  const print = { size: smallPrint(height), colour: WHITE, align: 'left' as const, weight: 500 };
  for (let x = 100; x < width; x += 100) write(pen, `${x}`, x + 4, print.size, print);
  for (let y = 100; y < height; y += 100) write(pen, `${y}`, 4, y + print.size, print);
};

/** Middle, diagonals, a circle in the middle and one in each corner, the border. */
export const crossHair: Painter = (pen, size) => {
  const { width, height } = size;
  flood(pen, BLACK, size);
  pen.strokeStyle = css(grey(200));
  pen.lineWidth = Math.max(1, Math.min(width, height) / 540);
  pen.beginPath();
  for (const [x, y] of [
    [0, 0],
    [width, 0],
  ] as const) {
    pen.moveTo(x, y);
    pen.lineTo(width - x, height - y);
  }
  const small = Math.min(width, height) * 0.12;
  circle(pen, width / 2, height / 2, Math.min(width, height) * 0.45);
  for (const x of [small, width - small])
    for (const y of [small, height - small]) circle(pen, x, y, small - 1);
  pen.stroke();
  cross(pen, size);
  border(pen, size, 0, 255);
};
const circle = (pen: Pen, x: number, y: number, radius: number): void => {
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, 2 * Math.PI);
};

/** The outermost pixels, and ten pixels inside them a second line: what of them is seen is what the projector throws. */
export const frame: Painter = (pen, size) => {
  flood(pen, BLACK, size);
  border(pen, size, 10, 96);
  border(pen, size, 0, 255);
};
