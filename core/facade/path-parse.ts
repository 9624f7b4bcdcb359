import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { createScanner } from './path-scan.ts';
import type { Scanner } from './path-scan.ts';

/**
 * SVG path data → absolute commands of four kinds (SVG 2, §9.3). H, V become lines, S and Q, T become cubic and
 * quadratic curves with their reflected control points written out, so that what follows knows no relative state.
 */
export type Point = readonly [x: number, y: number];
export type PathSegment =
  | { kind: 'line'; to: Point }
  | { kind: 'quadratic'; control: Point; to: Point }
  | { kind: 'cubic'; control1: Point; control2: Point; to: Point }
  | {
      kind: 'arc';
      rx: number;
      ry: number;
      /** Radians. */
      rotation: number;
      large: boolean;
      sweep: boolean;
      to: Point;
    };
export type Subpath = { start: Point; segments: PathSegment[]; closed: boolean };

type Pen = {
  at: Point;
  start: Point;
  /** Last control point of a curve of that kind, for S and T; null after anything else. */
  cubic: Point | null;
  quadratic: Point | null;
  subpaths: Subpath[];
  open: Subpath | null;
};

const reflect = (control: Point | null, at: Point): Point =>
  control ? [2 * at[0] - control[0], 2 * at[1] - control[1]] : at;

/** Adds a segment; after a Z without an M the next subpath starts where the last one did. */
const draw = (pen: Pen, segment: PathSegment): void => {
  if (!pen.open) {
    pen.open = { start: pen.at, segments: [], closed: false };
    pen.start = pen.at;
    pen.subpaths.push(pen.open);
  }
  pen.open.segments.push(segment);
  pen.at = segment.to;
  pen.cubic = segment.kind === 'cubic' ? segment.control2 : null;
  pen.quadratic = segment.kind === 'quadratic' ? segment.control : null;
};

const moveTo = (pen: Pen, to: Point): void => {
  pen.at = to;
  pen.start = to;
  pen.open = { start: to, segments: [], closed: false };
  pen.subpaths.push(pen.open);
  pen.cubic = pen.quadratic = null;
};

const close = (pen: Pen): void => {
  if (pen.open) pen.open.closed = true;
  pen.open = null;
  pen.at = pen.start;
  pen.cubic = pen.quadratic = null;
};

type Reader = { point: () => Point; x: () => number; y: () => number; scan: Scanner };

const reader = (scan: Scanner, pen: Pen, relative: boolean): Reader => {
  const x = (): number => scan.number() + (relative ? pen.at[0] : 0);
  const y = (): number => scan.number() + (relative ? pen.at[1] : 0);
  return { x, y, point: () => [x(), y()], scan };
};

const arc = ({ scan, point }: Reader): PathSegment => ({
  kind: 'arc',
  rx: Math.abs(scan.number()),
  ry: Math.abs(scan.number()),
  rotation: (scan.number() * Math.PI) / 180,
  large: scan.flag(),
  sweep: scan.flag(),
  to: point(),
});

/** One command's segment; property order in each literal is the order in which the numbers stand. */
const segmentOf = (letter: string, read: Reader, pen: Pen): PathSegment => {
  switch (letter) {
    case 'H':
      return { kind: 'line', to: [read.x(), pen.at[1]] };
    case 'V':
      return { kind: 'line', to: [pen.at[0], read.y()] };
    case 'C':
      return { kind: 'cubic', control1: read.point(), control2: read.point(), to: read.point() };
    case 'S':
      return {
        kind: 'cubic',
        control1: reflect(pen.cubic, pen.at),
        control2: read.point(),
        to: read.point(),
      };
    case 'Q':
      return { kind: 'quadratic', control: read.point(), to: read.point() };
    case 'T':
      return { kind: 'quadratic', control: reflect(pen.quadratic, pen.at), to: read.point() };
    case 'A':
      return arc(read);
    default:
      return { kind: 'line', to: read.point() };
  }
};

/** A command with all its repeats: "L 1 1 2 2" is two lines, "M 1 1 2 2" a move and a line. */
const runCommand = (letter: string, scan: Scanner, pen: Pen): void => {
  const upper = letter.toUpperCase();
  const read = reader(scan, pen, letter !== upper);
  if (upper === 'Z') return close(pen);
  if (upper === 'M') {
    moveTo(pen, read.point());
    while (scan.atNumber()) draw(pen, segmentOf('L', read, pen));
    return;
  }
  do draw(pen, segmentOf(upper, read, pen));
  while (scan.atNumber());
};

/**
 * All subpaths of `data`, in its own units. Refuses with `path-data` and the character's place what is no path:
 * unlike a browser it draws nothing of a broken path, since half an outline on a wall is worse than a message.
 */
export const parsePath = (data: string): Result<Subpath[]> => {
  const found = known.get(data) ?? parse(data);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(data, found);
  return found;
};

/** A façade's outlines are asked for again and again: by every check, every mask and every layer. */
const known = new Map<string, Result<Subpath[]>>();
const MOST_KNOWN = 4096;

const parse = (data: string): Result<Subpath[]> => {
  const scan = createScanner(data);
  const origin: Point = [0, 0];
  const pen: Pen = { at: origin, start: origin, cubic: null, quadratic: null, subpaths: [], open: null };
  while (!scan.atEnd()) {
    const letter = scan.command();
    if (pen.subpaths.length === 0 && letter.toUpperCase() !== 'M') scan.refuse('a path starts with M');
    if (scan.error() === null) runCommand(letter, scan, pen);
    const error = scan.error();
    if (error)
      return fail('path-data', `Path data: ${error.what} at character ${error.at + 1}. Correct the path.`);
  }
  if (pen.subpaths.length === 0) return fail('path-data', 'Path data is empty. Give at least "M x y L x y".');
  return ok(pen.subpaths);
};
