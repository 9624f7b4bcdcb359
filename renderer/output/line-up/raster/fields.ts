import { smallPrint, write } from './letters.ts';
import { codeOf, fill, flood, grey, parts, type Painter, type Rgb } from './pen.ts';

/** Even fields: greys, ramps, steps, colour bars. */
export const field =
  (colour: Rgb): Painter =>
  (pen, size) =>
    flood(pen, colour, size);

const CHANNELS: readonly Rgb[] = [
  [1, 1, 1],
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const scaled = ([r, g, b]: Rgb, code: number): Rgb => [r * code, g * code, b * code];

/** White, red, green, blue from 0 to 255, and white back: each column is one exact code. */
export const ramp: Painter = (pen, { width, height }) => {
  const strips = [
    ...CHANNELS.map((channel) => ({ channel, isBack: false })),
    { channel: CHANNELS[0]!, isBack: true },
  ];
  for (const { index, from, size } of parts(height, strips.length)) {
    const { channel, isBack } = strips[index]!;
    for (let code = 0; code < 256; code += 1) {
      const [start, end] = [edgeOf(code, width), edgeOf(code + 1, width)];
      fill(pen, scaled(channel, isBack ? 255 - code : code), start, from, end - start, size);
    }
  }
};
/** The first column of a code, when the first column is 0 and the last is 255. */
const edgeOf = (code: number, width: number): number =>
  Math.min(width, Math.max(0, Math.ceil(((code - 0.5) * (width - 1)) / 255)));

/** 0 to 100 % in tens, and back below, each with its number. */
export const steps: Painter = (pen, { width, height }) => {
  const half = Math.round(height / 2);
  for (const { index, from, size } of parts(width, 11)) {
    for (const isBelow of [false, true]) {
      const percent = 10 * (isBelow ? 10 - index : index);
      const code = codeOf(percent);
      fill(pen, grey(code), from, isBelow ? half : 0, size, isBelow ? height - half : half);
      const print = smallPrint(height);
      const ink = grey(code > 127 ? code - 80 : code + 80);
      const y = isBelow ? half + 2 * print : half - 2 * print;
      write(pen, `${percent}`, from + size / 2, y, { size: print, colour: ink, most: size });
    }
  }
};

const BARS: readonly Rgb[] = [
  [1, 1, 1],
  [1, 1, 0],
  [0, 1, 1],
  [0, 1, 0],
  [1, 0, 1],
  [1, 0, 0],
  [0, 0, 1],
  [0, 0, 0],
];
/** 75 % above, 100 % below. */
export const bars: Painter = (pen, { width, height }) => {
  const upper = Math.round(height * 0.75);
  for (const { index, from, size } of parts(width, BARS.length)) {
    fill(pen, scaled(BARS[index]!, codeOf(75)), from, 0, size, upper);
    fill(pen, scaled(BARS[index]!, 255), from, upper, size, height - upper);
  }
};
