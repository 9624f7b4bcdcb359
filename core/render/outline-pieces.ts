import type { FacadeElement, FacadeModel } from '../facade/model.ts';
import { flattenPath } from '../facade/path.ts';
import { distanceToSegment, isInside } from '../rig/geometry.ts';

/** Outlines as polygons, cut where other outlines meet them: along one piece nothing changes on either side. */
export type Contour = [x: number, y: number][];
export type Piece = readonly [Contour[number], Contour[number]];
export type Shape = { plane: string; contours: Contour[]; box: Box };
type Box = { left: number; bottom: number; right: number; top: number };
type Point = readonly [number, number];

/** Metres from the true curve. */
const TOLERANCE = 0.01;
/** Metres within which an end lies on a line, and below which a piece is none. */
const TOUCH = 1e-4;

/** Back to front, as the façade's order. */
export const shapesOf = (facade: FacadeModel): Shape[] =>
  facade.elements.flatMap((element) => {
    const contours = contoursOf(element);
    return contours.length > 0 ? [{ plane: element.plane, contours, box: boxOf(contours.flat()) }] : [];
  });

const contoursOf = ({ outline }: FacadeElement): Contour[] => {
  const lines = flattenPath(outline, TOLERANCE);
  return lines.ok ? lines.value.map(({ points }) => points).filter((points) => points.length > 2) : [];
};

const boxOf = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(([x]) => x)),
  bottom: Math.min(...points.map(([, y]) => y)),
  right: Math.max(...points.map(([x]) => x)),
  top: Math.max(...points.map(([, y]) => y)),
});
const isApart = (a: Box, b: Box): boolean =>
  a.left > b.right + TOUCH ||
  b.left > a.right + TOUCH ||
  a.bottom > b.top + TOUCH ||
  b.bottom > a.top + TOUCH;

/** The nearest element at a point; null: none. */
export const topAt = (point: Point, shapes: readonly Shape[]): Shape | null =>
  shapes.findLast(({ box, contours }) => {
    const [x, y] = point;
    if (x < box.left || x > box.right || y < box.bottom || y > box.top) return false;
    return contours.some((contour) => isInside(point, contour));
  }) ?? null;

/** In the contour's own order. */
export const piecesOf = (contour: Contour, own: Shape, shapes: readonly Shape[]): Piece[] => {
  const others = shapes.filter((shape) => shape !== own && !isApart(shape.box, own.box));
  return sidesOf(contour).flatMap((side) => {
    const cuts = others.flatMap((other) => cutsBy(other, side));
    const stops = [0, ...cuts.toSorted((a, b) => a - b), 1];
    return between(side, stops);
  });
};

const sidesOf = (contour: Contour): Piece[] =>
  contour.map((from, index): Piece => [from, contour[index + 1] ?? contour[0] ?? from]);

const cutsBy = (other: Shape, side: Piece): number[] => {
  const box = boxOf(side);
  if (isApart(box, other.box)) return [];
  return other.contours.flatMap((contour) =>
    sidesOf(contour).flatMap((each) => (isApart(box, boxOf(each)) ? [] : crossings(side, each))),
  );
};

/** Shares of the side, 0–1, at which the other side crosses it or, along it, begins or ends. */
const crossings = ([a, b]: Piece, [c, d]: Piece): number[] => {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const square = ux * ux + uy * uy;
  const ends = [c, d]
    .filter((end) => distanceToSegment(end, a, b) < TOUCH)
    .map((end) => ((end[0] - a[0]) * ux + (end[1] - a[1]) * uy) / square);
  const turn = ux * vy - uy * vx;
  if (turn === 0) return ends;
  const share = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / turn;
  const along = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / turn;
  return along >= 0 && along <= 1 && share > 0 && share < 1 ? [...ends, share] : ends;
};

const between = ([a, b]: Piece, stops: readonly number[]): Piece[] => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const pieces: Piece[] = [];
  let from = a;
  let at = 0;
  stops.forEach((stop, index) => {
    const isLast = index === stops.length - 1;
    if ((stop - at) * length < TOUCH && !(isLast && at > 0)) return;
    // The last stop too near to the one before: its piece is stretched, so that the contour stays whole.
    const to: Contour[number] = isLast ? b : [a[0] + (b[0] - a[0]) * stop, a[1] + (b[1] - a[1]) * stop];
    if ((stop - at) * length < TOUCH) pieces.splice(-1, 1, [pieces.at(-1)?.[0] ?? a, to]);
    else pieces.push([from, to]);
    from = to;
    at = stop;
  });
  return pieces;
};
