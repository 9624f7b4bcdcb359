import { write } from './raster/letters.ts';
import { css, grey, type Pen, type Rgb, type Size } from './raster/pen.ts';

/** Which output this is, to be read from the kerb: name, number, and an arrow that shows what is up and whether it is mirrored. */
export type Named = { name: string; number: number; hue: Rgb; about: string };

export const paintName = (pen: Pen, { width, height }: Size, { name, number, hue, about }: Named): void => {
  const least = Math.min(width, height);
  pen.fillStyle = 'rgba(0, 0, 0, 0.6)';
  pen.fillRect(0, 0, width, height);
  const edge = Math.max(2, Math.round(0.02 * least));
  pen.strokeStyle = css(hue);
  pen.lineWidth = edge;
  pen.strokeRect(edge / 2, edge / 2, width - edge, height - edge);
  paintArrow(pen, width / 2, 0.05 * height + edge, 0.26 * least, hue);
  const white = grey(255);
  write(pen, name, width / 2, 0.52 * height, {
    size: 0.26 * height,
    colour: white,
    weight: 700,
    most: 0.88 * width,
  });
  write(pen, `${number}`, width / 2, 0.75 * height, { size: 0.16 * height, colour: hue, weight: 700 });
  write(pen, about, width / 2, 0.9 * height, { size: 0.06 * height, colour: white, most: 0.88 * width });
};

/** With a flag on its right side: a mirrored one points up too. */
const paintArrow = (pen: Pen, x: number, top: number, size: number, hue: Rgb): void => {
  const half = size / 2;
  const stem = size * 0.14;
  pen.fillStyle = css(hue);
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x + half, top + half);
  pen.lineTo(x + stem, top + half);
  pen.lineTo(x + stem, top + 0.66 * size);
  pen.lineTo(x + half, top + 0.66 * size);
  pen.lineTo(x + half, top + 0.88 * size);
  pen.lineTo(x + stem, top + 0.88 * size);
  pen.lineTo(x + stem, top + size);
  pen.lineTo(x - stem, top + size);
  pen.lineTo(x - stem, top + half);
  pen.lineTo(x - half, top + half);
  pen.closePath();
  pen.fill();
};
