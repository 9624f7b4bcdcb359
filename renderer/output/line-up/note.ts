import type { PatternChoice } from '../../../core/control/line-up.ts';
import { hueOf } from '../../../core/render/overlap.ts';
import { uprightSize, uprightToRaster } from '../../../core/rig/raster.ts';
import type { CompiledOutput, CompiledRig } from '../../../core/rig/rig.document.ts';
import type { Moment } from '../view.ts';
import { paintName, type Named } from './name.ts';
import { family, loadLetters, smallPrint, write } from './raster/letters.ts';
import { grey, type Pen, type Rgb, type Size } from './raster/pen.ts';
import { rasterPainter } from './raster/raster.ts';
import type { Note } from './sheet.ts';

/** What is painted over an output's window: a pattern of the raster, the label of any pattern, the output's name. */
type What = {
  pattern: PatternChoice | null;
  named: Named | null;
  output: Pick<CompiledOutput, 'name' | 'width' | 'height' | 'rotation' | 'mirror'>;
  pixelRatio: number;
};

export const isNamed = ({ clock, lineUp }: Pick<Moment, 'clock' | 'lineUp'>): boolean =>
  lineUp.identifyUntil !== null && clock < lineUp.identifyUntil;

export const noteOf = (
  moment: Pick<Moment, 'clock' | 'lineUp' | 'displayOf'>,
  rig: CompiledRig,
  output: CompiledOutput,
  pixelRatio: number,
): Note | null => {
  const pattern = moment.lineUp.patterns[output.key] ?? null;
  const hasName = isNamed(moment);
  if (!pattern && !hasName) return null;
  const { name, width, height, rotation, mirror } = output;
  const what: What = {
    pattern,
    named: hasName ? namedOf(rig, output, moment.displayOf(output.key)) : null,
    output: { name, width, height, rotation, mirror },
    pixelRatio,
  };
  return { key: JSON.stringify([what, family()]), width, height, paint: (pen) => paint(pen, what) };
};

const namedOf = (
  { outputs }: CompiledRig,
  { key, name, width, height }: CompiledOutput,
  display: string | null,
): Named => {
  const index = outputs.findIndex((each) => each.key === key);
  const [r, g, b] = hueOf(index, outputs.length);
  const hue: Rgb = [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
  return {
    name,
    number: index + 1,
    hue,
    about: [`${width} × ${height}`, display].filter(Boolean).join('  ·  '),
  };
};

const paint = (pen: Pen, { pattern, named, output, pixelRatio }: What): void => {
  const [a, c, e, b, d, f] = uprightToRaster(output);
  pen.setTransform(a, b, c, d, e, f);
  const size = uprightSize(output);
  if (pattern?.space === 'output') rasterPainter(pattern.name)(pen, size);
  if (pattern) paintLabel(pen, size, labelOf(output, pixelRatio), pattern);
  if (named) paintName(pen, size, named);
};

/** A window that is not one to one says so: what is seen of single pixels there means nothing. */
const labelOf = ({ name, width, height }: What['output'], pixelRatio: number): string =>
  [name, `${width} × ${height}`, ...(pixelRatio === 1 ? [] : [`1 : ${(1 / pixelRatio).toFixed(2)}`])].join(
    '  ·  ',
  );

const paintLabel = (pen: Pen, { width, height }: Size, text: string, { name }: PatternChoice): void => {
  const print = smallPrint(height);
  if (name === 'frame')
    return void write(pen, text, width / 2, height / 2, {
      size: 3 * print,
      colour: grey(255),
      most: 0.9 * width,
    });
  pen.font = `600 ${print}px ${family()}`;
  const wide = Math.min(0.6 * width, pen.measureText(text).width);
  const [x, y] = [Math.round(width - wide - print), Math.round(height - print)];
  pen.fillStyle = 'rgb(0, 0, 0)';
  pen.fillRect(x - print * 0.6, y - print * 0.8, wide + print * 1.2, print * 1.6);
  const colour = grey(name === 'black' || name === 'pluge' ? 72 : 190);
  write(pen, text, x, y, { size: print, colour, align: 'left', most: wide });
};

void loadLetters();
