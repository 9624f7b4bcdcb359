import { flattenPath, type Polyline } from '../../../core/facade/path.ts';
import type { FacadeElement, FacadeModel } from '../../../core/facade/model.ts';
import type { FacadeLightParameters } from '../../../core/layers/facade-light.ts';

/** Which lines of the façade a light runs along. */
const TOLERANCE = 0.01;
/** Longest piece of a line, metres: an order is worked out at each of its points. */
const PIECE = 0.5;

export const chosen = (facade: FacadeModel, words: readonly string[]): FacadeElement[] => {
  if (words.length === 0) return facade.elements;
  return [...new Set(words.flatMap((word) => facade.select(word)))];
};

export const pathLines = (data: string): Polyline[] => {
  const lines = flattenPath(data, TOLERANCE);
  return lines.ok ? lines.value : [];
};

export const linesOf = (element: FacadeElement, lines: FacadeLightParameters['lines']): Polyline[] => {
  const axis: Polyline[] = element.axis.length > 1 ? [{ points: element.axis, closed: false }] : [];
  const outline = () => pathLines(element.outline);
  switch (lines) {
    case 'outline':
      return outline();
    case 'axis':
      return axis.length > 0 ? axis : outline();
    case 'details':
      return element.details.flatMap(pathLines);
    case 'all':
      return [...outline(), ...axis, ...element.details.flatMap(pathLines)];
    default:
      return lines satisfies never;
  }
};

/** The same line with no piece longer than PIECE. */
export const subdivided = (line: Polyline): Polyline => {
  const ends = line.closed ? [...line.points.slice(1), line.points[0]!] : line.points.slice(1);
  const points: [number, number][] = line.points.slice(0, 1);
  ends.forEach((to, i) => {
    const from = line.points[i]!;
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / PIECE));
    const until = line.closed && i === ends.length - 1 ? pieces - 1 : pieces;
    for (let k = 1; k <= until; k += 1)
      points.push([from[0] + ((to[0] - from[0]) * k) / pieces, from[1] + ((to[1] - from[1]) * k) / pieces]);
  });
  return { points, closed: line.closed };
};
