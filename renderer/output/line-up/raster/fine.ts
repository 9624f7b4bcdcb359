import { fill, flood, grey, type Painter, type Pen, type Rgb } from './pen.ts';

/** Detail at the pitch of the pixels: it shows a scaler on the way, and the focus. */
const BLACK = grey(0);
const WHITE = grey(255);

/** One pixel in two, of a colour; `lines`: whole rows instead. The tile lies on the raster's own pixels. */
export const tile = (pen: Pen, colour: Rgb, isLines: boolean): CanvasPattern => {
  const small = Object.assign(document.createElement('canvas'), { width: 2, height: 2 });
  const own = small.getContext('2d');
  if (!own) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  flood(own, BLACK, small);
  fill(own, colour, 0, 0, isLines ? 2 : 1, 1);
  if (!isLines) fill(own, colour, 1, 1, 1, 1);
  const pattern = pen.createPattern(small, 'repeat');
  if (!pattern) throw new Error('canvas-2d-missing: the page makes no pattern');
  return pattern;
};

export const checker: Painter = (pen, { width, height }) => {
  pen.fillStyle = tile(pen, WHITE, false);
  pen.fillRect(0, 0, width, height);
};

const SPOKES = 36;
const star = (pen: Pen, x: number, y: number, radius: number): void => {
  pen.fillStyle = 'rgb(255, 255, 255)';
  pen.beginPath();
  for (let spoke = 0; spoke < SPOKES; spoke += 1) {
    const [from, to] = [spoke, spoke + 0.5].map((turn) => (turn / SPOKES) * 2 * Math.PI);
    pen.moveTo(x, y);
    pen.arc(x, y, radius, from!, to!);
  }
  pen.fill();
};
/** Line pairs 1, 2 and 3 pixels wide, upright and level. */
const pairs = (pen: Pen, left: number, top: number, side: number): void => {
  const cell = Math.floor(side / 3);
  for (const wide of [1, 2, 3])
    for (let at = 0; at + wide <= cell - 4; at += 2 * wide) {
      const x = left + (wide - 1) * cell;
      fill(pen, WHITE, x + at, top, wide, cell - 4);
      fill(pen, WHITE, x, top + cell + at, cell - 4, wide);
    }
};

/** Stars in the middle and the corners, where a lens is sharpest last; line pairs between them. */
export const focus: Painter = (pen, size) => {
  const { width, height } = size;
  const least = Math.min(width, height);
  flood(pen, BLACK, size);
  const small = 0.14 * least;
  const inset = small + 0.02 * least;
  star(pen, width / 2, height / 2, 0.24 * least);
  for (const x of [inset, width - inset]) for (const y of [inset, height - inset]) star(pen, x, y, small);
  const side = Math.floor(0.24 * least);
  const [middle, centre] = [Math.round((width - side) / 2), Math.round((height - side) / 2)];
  for (const y of [Math.round(0.02 * least), Math.round(height - 0.18 * least)]) pairs(pen, middle, y, side);
  for (const x of [Math.round(0.02 * least), Math.round(width - side - 0.02 * least)])
    pairs(pen, x, centre, side);
};
