import type { TextParameters } from '../../../core/layers/text.ts';
import type { Layout } from './text-layout.ts';

/**
 * The sheet on which a text is set, in capital heights. Letters that stay in their lines are cut from whole lines, as the
 * face shapes them; letters that turn, grow or follow a path have a place of their own, so that none takes a sliver of
 * its neighbour along.
 */
/** What is set at once: its pen starts at x from the left, on a baseline y from the top. */
type Piece = { text: string; x: number; y: number };
/** A letter: its box in the layout (y up from the first baseline), and the corner of that on the sheet (y down). */
type Quad = { left: number; right: number; low: number; high: number; sheetX: number; sheetY: number };
export type Sheet = { pieces: Piece[]; quads: Quad[]; width: number; height: number };

export const PAD = 0.9;
/** Around a letter of its own, at its sides. */
const SIDE = 0.45;

export const isApart = (p: TextParameters): boolean =>
  p.path !== '' || p.turn !== 0 || p.grow !== 1 || p.slide !== 0;
export const sheetOf = (layout: Layout, p: TextParameters): Sheet =>
  isApart(p) ? apart(layout, p) : inLines(layout, p);

/** Quads reach half-way between lines up and down; the first and last of a line reach past its ends. */
const inLines = (layout: Layout, p: TextParameters): Sheet => {
  const left = Math.min(0, ...layout.lines.map((line) => line.x)) - PAD;
  const last = Math.max(1, layout.lines.length) - 1;
  return {
    pieces: layout.lines.map(({ text, x }, i) => ({ text, x: x - left, y: PAD + 1 + i * p.lineHeight })),
    quads: layout.letters.map(({ x, width, line }, i) => {
      const isFirst = layout.letters[i - 1]?.line !== line;
      const isLast = layout.letters[i + 1]?.line !== line;
      const base = -line * p.lineHeight;
      const high = base + (line === 0 ? 1 + PAD : (p.lineHeight + 1) / 2);
      const x0 = isFirst ? x - PAD : x;
      return {
        left: x0,
        right: isLast ? x + width + PAD : x + width,
        low: base + (line === last ? -PAD : (1 - p.lineHeight) / 2),
        high,
        sheetX: x0 - left,
        sheetY: PAD + 1 - high,
      };
    }),
    width: layout.width + 2 * PAD,
    height: last * p.lineHeight + 1 + 2 * PAD,
  };
};

/** Rows of letters, about as wide as high. */
const apart = (layout: Layout, p: TextParameters): Sheet => {
  const height = 1 + 2 * PAD;
  const widths = layout.letters.map(({ width }) => width + 2 * SIDE);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const row = Math.max(...widths, Math.sqrt(whole * height), 1);
  let [x, y, wide] = [0, 0, 1];
  const sheet: Sheet = { pieces: [], quads: [], width: 1, height };
  layout.letters.forEach((letter, i) => {
    if (x > 0 && x + widths[i]! > row) [x, y] = [0, y + height];
    const base = -letter.line * p.lineHeight;
    sheet.pieces.push({ text: letter.sign, x: x + SIDE, y: y + PAD + 1 });
    sheet.quads.push({
      left: letter.x - SIDE,
      right: letter.x + letter.width + SIDE,
      low: base - PAD,
      high: base + 1 + PAD,
      sheetX: x,
      sheetY: y,
    });
    x += widths[i]!;
    wide = Math.max(wide, x);
  });
  return { ...sheet, width: wide, height: y + height };
};
