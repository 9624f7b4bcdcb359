import { builtInFont, loadFont } from '../../../stage/fonts.ts';
import { css, type Pen, type Rgb } from './pen.ts';

/** Words on the wall. Until the face has come the system's own stands in; `family` then changes, and what is painted with it. */
let face: string | null = null;
export const loadLetters = (): Promise<void> =>
  loadFont(builtInFont).then(
    (name) => void (face = name),
    () => undefined, // the system's face is good enough to read a name
  );
export const family = (): string => (face === null ? 'sans-serif' : `${face}, sans-serif`);

export type Letters = {
  /** Pixels. */
  size: number;
  colour: Rgb;
  align?: CanvasTextAlign;
  weight?: number;
  /** Made smaller until it is no wider, pixels. */
  most?: number;
};
/** In the middle of y. */
export const write = (pen: Pen, text: string, x: number, y: number, letters: Letters): number => {
  const { size, colour, align = 'center', weight = 600, most = Infinity } = letters;
  const font = (pixels: number): string => `${weight} ${pixels}px ${family()}`;
  pen.font = font(size);
  const { width } = pen.measureText(text);
  const fitted = width > most ? (size * most) / width : size;
  pen.font = font(fitted);
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillStyle = css(colour);
  pen.fillText(text, x, y);
  return Math.min(width, most);
};
/** Small print that is still read on a small window. */
export const smallPrint = (height: number): number => Math.max(11, Math.round(height * 0.022));
