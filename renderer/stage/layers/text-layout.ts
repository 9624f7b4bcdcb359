import { graphemesOf } from '../../../core/layers/graphemes.ts';
import { type TextParameters, wordsIn } from '../../../core/layers/text.ts';

/**
 * Lines and letters of a text in capital heights, from the page's own text engine. A letter's box runs from its own
 * start to the next one's, so that kerning stays; the boxes of a line touch.
 */
export type Letter = { sign: string; x: number; width: number; line: number };
export type Layout = {
  lines: { text: string; x: number; width: number }[];
  letters: Letter[];
  width: number;
};

/** Capital height of Inter is 0.727 of the em; other faces are near. Measured for each face where it can be. */
const CAPITAL = 0.727;
const PROBE = 100;

export type Hand = Pick<TextParameters, 'italic' | 'weight'>;
export const fontOf = (p: Hand, family: string, pixels: number): string =>
  `${p.italic ? 'italic ' : ''}${Math.round(p.weight)} ${pixels}px "${family}"`;

/** Ems in one capital height. */
export const emOf = (context: CanvasRenderingContext2D, p: Hand, family: string): number => {
  context.font = fontOf(p, family, PROBE);
  const height = context.measureText('H').actualBoundingBoxAscent / PROBE;
  return 1 / (height > 0.3 ? height : CAPITAL);
};

export const layoutOf = (
  context: CanvasRenderingContext2D,
  p: TextParameters,
  family: string,
  language: 'fr' | 'en',
): Layout => {
  const em = emOf(context, p, family);
  context.font = fontOf(p, family, PROBE);
  const unit = em / PROBE;
  const measure = (text: string): number =>
    context.measureText(text).width * unit + Math.max(0, graphemesOf(text).length) * p.spacing;
  const room = p.maxWidth > 0 && p.size > 0 ? p.maxWidth / p.size : Infinity;
  const broken = wordsIn(p.text, language)
    .split('\n')
    .flatMap((line) => breakLine(line, room, measure));
  const kept = p.style === 'caption' ? broken.slice(0, 2) : broken;
  const align = { left: 0, centre: 0.5, right: 1 }[p.align];
  const lines = kept.map((text) => {
    const width = measure(text);
    return { text, width, x: -align * width };
  });
  const letters = lines.flatMap((line, number) => lettersOf(line, number, measure));
  return { lines, letters, width: Math.max(0, ...lines.map((line) => line.width)) };
};

const breakLine = (line: string, room: number, measure: (text: string) => number): string[] => {
  const lines: string[] = [];
  let current = '';
  // Only ordinary spaces break: French puts a no-break space before ! ? : ;
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && measure(longer) > room) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
};

export const lettersOf = (
  line: { text: string; x: number },
  number: number,
  measure: (text: string) => number,
): Letter[] => {
  const characters = graphemesOf(line.text);
  let start = 0;
  return characters.map((sign, i) => {
    const end = measure(characters.slice(0, i + 1).join(''));
    const letter = { sign, x: line.x + start, width: end - start, line: number };
    start = end;
    return letter;
  });
};
