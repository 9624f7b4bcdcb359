import { SVGLoader } from 'three/addons/loaders/SVGLoader.js';
import type { Polyline } from '../../core/facade/path.ts';

/**
 * An SVG file's paths as polylines, y up, in the file's own units; each path's lines together, in the file's order. Only
 * geometry is read: scripts, links, styles from elsewhere and pictures in it are never run, fetched or shown.
 */
const LARGEST = 4_000_000;
const MOST_POINTS = 200_000;
/** Pieces of a curve. */
const PIECES = 16;

export type SvgPath = { lines: Polyline[]; isFilled: boolean };
/** Throws with what is wrong and what to do where it is no SVG, or too large. */
export const svgLines = (text: string): SvgPath[] => {
  if (text.length > LARGEST) throw new Error('the SVG is larger than 4 MB: simplify it');
  const root = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (root.querySelector('parsererror') || root.documentElement.nodeName !== 'svg')
    throw new Error('the file is no SVG, or its XML is broken: export it again');
  const paths = new SVGLoader().parse(text).paths.map((path): SvgPath => {
    const lines = path.subPaths.map((sub) => lineOf(sub.getPoints(PIECES).map(({ x, y }) => [x, -y])));
    return { lines: lines.filter(({ points }) => points.length > 1), isFilled: isFilled(path.userData) };
  });
  const drawn = paths.filter(({ lines }) => lines.length > 0);
  if (drawn.length === 0) throw new Error('the SVG has no path, line or form: convert its texts to paths');
  const points = drawn.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.points.length, 0);
  if (points > MOST_POINTS) throw new Error('the SVG has more than 200,000 points: simplify it');
  return drawn;
};

/** Pieces that are nothing beside the whole line would turn its corners inside out. */
const lineOf = (given: [number, number][]): Polyline => {
  const size = given.reduce(
    (most, [x, y]) => Math.max(most, Math.hypot(x - given[0]![0], y - given[0]![1])),
    0,
  );
  const least = size * 1e-4;
  const points = given.filter(
    ([x, y], i) => i === 0 || Math.hypot(x - given[i - 1]![0], y - given[i - 1]![1]) > least,
  );
  const [first, last] = [points[0], points.at(-1)];
  const isClosed =
    points.length > 2 && !!first && !!last && Math.hypot(first[0] - last[0], first[1] - last[1]) <= least;
  return isClosed ? { points: points.slice(0, -1), closed: true } : { points, closed: false };
};
const isFilled = (data: unknown): boolean => {
  const style: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'style') : null;
  const fill: unknown = typeof style === 'object' && style !== null ? Reflect.get(style, 'fill') : null;
  return fill !== 'none' && fill !== 'transparent';
};
