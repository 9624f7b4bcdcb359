import type { FigureParameters } from './figure.ts';

/**
 * Where a card's parts stand, metres from its anchor: x by its alignment, y from its middle. Lines are set by whoever
 * can measure them.
 */
export type CardLine = { part: 'name' | 'dates' | 'role'; text: string; size: number; width: number };
type PlacedLine = CardLine & { x: number; y: number };
type Box = { x: number; y: number; width: number; height: number };
export type Card = {
  lines: PlacedLine[];
  /** Between the name and the rest; null where one of them is missing. */
  rule: Box | null;
  /** Of the emblem, square. */
  emblem: Box | null;
  box: Box;
};

/** In the name's capital heights. */
const LEADING = 1.5;
const TO_RULE = 0.62;
const RULE = 0.07;
const RULE_WIDTH = 2.6;
const BESIDE = 1.1;
const EMBLEM_ABOVE = 3.4;
const LEAST_EMBLEM = 3.2;
/** Leading of dates and role, in their own capital heights. */
const SMALL_LEADING = 1.75;

export const cardOf = (p: FigureParameters, lines: readonly CardLine[], hasEmblem: boolean): Card => {
  const column = columnOf(p, lines);
  const { width, height } = column;
  const side = !hasEmblem || p.layout === 'words' ? 0 : sideOf(p, height);
  const gap = side > 0 ? BESIDE * p.size : 0;
  const isAbove = p.layout === 'above';
  const whole = isAbove
    ? { width: Math.max(width, side), height: height + gap + side }
    : { width: width + gap + side, height: Math.max(height, side) };
  const left = -{ left: 0, centre: 0.5, right: 1 }[p.align] * whole.width;
  const top = whole.height / 2;
  // Beside the emblem words begin at one line; alone or below it they follow the alignment.
  const align = side > 0 && !isAbove ? 0 : { left: 0, centre: 0.5, right: 1 }[p.align];
  const x = isAbove || side === 0 ? left : left + side + gap;
  const room = isAbove || side === 0 ? whole.width : width;
  const y = isAbove ? top - side - gap : height / 2;
  const placed = column.lines.map((line) => ({
    ...line,
    x: x + align * (room - line.width),
    y: y - line.down,
  }));
  const ruleWidth = RULE_WIDTH * p.size;
  const rule =
    column.rule === null
      ? null
      : { x: x + align * (room - ruleWidth), y: y - column.rule, width: ruleWidth, height: RULE * p.size };
  const emblemLeft = isAbove
    ? left + { left: 0, centre: 0.5, right: 1 }[p.align] * (whole.width - side)
    : left;
  return {
    lines: placed,
    rule,
    emblem:
      side > 0 ? { x: emblemLeft, y: isAbove ? top - side : -side / 2, width: side, height: side } : null,
    box: { x: left, y: -top, ...whole },
  };
};

const sideOf = (p: FigureParameters, height: number): number =>
  p.layout === 'above' ? EMBLEM_ABOVE * p.size : Math.max(height * 1.12, LEAST_EMBLEM * p.size);

/** Lines from the top; `down`: of the baseline, `rule`: of the rule's lower edge, below the column's top. */
const columnOf = (p: FigureParameters, lines: readonly CardLine[]) => {
  let down = 0;
  let rule: number | null = null;
  let before: CardLine | null = null;
  const placed = lines.map((line) => {
    if (before === null) down = line.size;
    else if (before.part === 'name' && line.part !== 'name') {
      rule = down + TO_RULE * p.size + RULE * p.size;
      down = rule + TO_RULE * p.size + line.size;
    } else down += line.size * (line.part === 'name' ? LEADING : SMALL_LEADING);
    before = line;
    return { ...line, down };
  });
  return { lines: placed, rule, width: Math.max(0, ...lines.map(({ width }) => width)), height: down };
};

/**
 * Words on as few lines as fit, at most `most`, and then as evenly as they go: no last line of one short word.
 * `measure` in the unit of `room`; Infinity: one line.
 */
export const balanced = (
  text: string,
  room: number,
  most: number,
  measure: (text: string) => number,
): string[] => {
  const given = text.split('\n').slice(0, most);
  if (given.length > 1 || measure(text) <= room || most < 2) return given;
  // Only ordinary spaces break: French puts a no-break space before ! ? : ;
  const words = text.split(' ');
  const halves = words
    .slice(1)
    .map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  const widthOf = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  return halves.reduce<string[]>((best, next) => (widthOf(next) < widthOf(best) ? next : best), given);
};
