import type { FacadeModel } from '../facade/model.ts';
import { bezierPoints, flattenPath } from '../facade/path.ts';
import type { Shape } from './area.ts';
import type { Point } from './geometry.ts';
import type { MaskRecord } from './light.schema.ts';

/** Outlines of masks as polygons, no point of a curve farther than this from its line. */
const TOLERANCE = { output: 0.1, canvas: 0.001 } as const;
/** Wall metres between two points of an element's outline where the wall mesh bends straight lines. */
const BEND_STEP = 0.5;

/** The mask's own outline as a polygon; empty when it is made of elements alone. */
export const outlineOf = ({ points, handles, space }: Pick<MaskRecord, 'points' | 'handles' | 'space'>) => {
  if (handles === null || handles.length !== points.length) return points;
  return points.flatMap((to, i): Point[] => {
    const before = (i + points.length - 1) % points.length;
    const from = points[before]!;
    const leave: Point = [from[0] + handles[before]![2], from[1] + handles[before]![3]];
    const arrive: Point = [to[0] + handles[i]![0], to[1] + handles[i]![1]];
    return bezierPoints([from, leave, arrive, to], TOLERANCE[space]);
  });
};

/** Outlines of what a word names on the façade, wall metres; null: the façade has nothing of that name. */
export type ElementShapes = (word: string) => readonly Shape[] | null;
type ToWall = { toWall(canvas: Point): Point; isPlain: boolean };

/** Each word is looked up once. An outline that is no path makes no shape: the façade's own check names it. */
export const elementShapes = (facade: FacadeModel, wall: ToWall): ElementShapes => {
  const known = new Map<string, readonly Shape[] | null>();
  const find = (word: string): readonly Shape[] | null => {
    const elements = facade.select(word);
    if (elements.length === 0) return null;
    return elements.flatMap(({ outline }) => {
      const lines = flattenPath(outline, TOLERANCE.canvas);
      return lines.ok ? [lines.value.map(({ points }) => onWall(points, wall))] : [];
    });
  };
  return (word) => {
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word) ?? null;
  };
};

const onWall = (polygon: readonly Point[], { toWall, isPlain }: ToWall): Point[] => {
  if (isPlain) return polygon.map(([x, y]) => [x, y]);
  return polygon.flatMap((a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    const pieces = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / BEND_STEP));
    return Array.from({ length: pieces }, (_, k) =>
      toWall([a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces]),
    );
  });
};

/** A mask as the light sees it: dark inside the union of its shapes, or outside it. */
export type MaskArea = Pick<MaskRecord, 'space' | 'feather' | 'inverted'> & { shapes: readonly Shape[] };

/**
 * Masks that do something. One whose elements the façade lacks, or whose façade is not known, has no shape and is left
 * out: an inverted one would else turn the whole wall dark for a misspelt name.
 */
export const maskAreas = (masks: readonly MaskRecord[], elements: ElementShapes): MaskArea[] =>
  masks.flatMap((mask) => {
    if (!mask.enabled) return [];
    const own = mask.points.length >= 3 ? [[outlineOf(mask)]] : [];
    const shapes = [...own, ...mask.elements.flatMap((word) => elements(word) ?? [])];
    const { space, feather, inverted } = mask;
    return shapes.length === 0 ? [] : [{ space, feather, inverted, shapes }];
  });
