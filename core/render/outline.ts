import type { FacadeModel } from '../facade/model.ts';
import type { Polyline } from '../facade/path.ts';
import { piecesOf, shapesOf, topAt, type Contour, type Piece, type Shape } from './outline-pieces.ts';

/**
 * The façade as an elevation is drawn, to line a projector up with the stone: only what is seen from the front, and
 * the heavier the line, the farther the wall falls back beside it. An edge that a nearer element covers would light
 * stone where there is no edge, so it is left out.
 */
export type OutlineWeight = 'silhouette' | 'surface' | 'element';
export type OutlineLine = { line: Polyline; weight: OutlineWeight };

/** Metres beside an edge at which is asked what lies there; less than any element's width. */
const BESIDE = 0.01;

/**
 * Lines in canvas metres. `silhouette`: nothing of the building lies beyond; `surface`: an element of another plane;
 * `element`: one of the same plane. Elements that no path can be read of are left out (the façade check names them).
 */
export const outlineOf = (facade: FacadeModel): OutlineLine[] => {
  const shapes = shapesOf(facade);
  return shapes.flatMap((shape) =>
    shape.contours.flatMap((contour) =>
      joined(piecesOf(contour, shape, shapes).map((piece) => weighed(piece, shape, shapes))),
    ),
  );
};

type Weighed = { piece: Piece; weight: OutlineWeight | null };

const weighed = (piece: Piece, shape: Shape, shapes: readonly Shape[]): Weighed => {
  const [[ax, ay], [bx, by]] = piece;
  const length = Math.hypot(bx - ax, by - ay);
  const [nx, ny] = [(-(by - ay) / length) * BESIDE, ((bx - ax) / length) * BESIDE];
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const tops = [topAt([mx + nx, my + ny], shapes), topAt([mx - nx, my - ny], shapes)];
  // Where a nearer element's edge is the same, that element draws it.
  if (!tops.includes(shape)) return { piece, weight: null };
  return { piece, weight: weightBeside(shape, tops.find((top) => top !== shape) ?? null, tops) };
};

const weightBeside = (shape: Shape, beyond: Shape | null, tops: (Shape | null)[]): OutlineWeight => {
  if (tops.includes(null)) return 'silhouette';
  return beyond && beyond.plane !== shape.plane ? 'surface' : 'element';
};

const isSame = (a: Contour[number] | undefined, b: Contour[number] | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Neighbouring pieces of one weight as one line, so that its corners are mitred. */
const joined = (pieces: readonly Weighed[]): OutlineLine[] => {
  const runs: OutlineLine[] = [];
  for (const { piece, weight } of pieces) {
    if (weight === null) continue;
    const last = runs.at(-1);
    if (last?.weight === weight && isSame(last.line.points.at(-1), piece[0])) last.line.points.push(piece[1]);
    else runs.push({ weight, line: { points: [piece[0], piece[1]], closed: false } });
  }
  return closed(runs);
};

/** A contour may begin in the middle of a run: its end goes before its beginning. */
const closed = (runs: OutlineLine[]): OutlineLine[] => {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last || first.weight !== last.weight) return runs;
  if (!isSame(last.line.points.at(-1), first.line.points[0])) return runs;
  if (first === last) return [{ ...first, line: { points: first.line.points.slice(0, -1), closed: true } }];
  const points = [...last.line.points, ...first.line.points.slice(1)];
  return [{ ...first, line: { points, closed: false } }, ...runs.slice(1, -1)];
};
