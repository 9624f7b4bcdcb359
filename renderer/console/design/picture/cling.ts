import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';
import type { ElementShape } from './elements.ts';
import type { Guides } from './guides.ts';
import { safeBoxes } from './safe-areas.ts';
import type { Box } from './sight.ts';

/** Lines of the canvas to which a dragged handle clings, metres. What nobody sees does not hold a hand. Pure. */
export type ClingLines = { x: readonly number[]; y: readonly number[] };
export const NO_LINES: ClingLines = { x: [], y: [] };

type Shown = {
  canvas: { width: number; height: number };
  guides: Guides | null;
  /** Of the wireframe; none while it is not shown. */
  shapes: readonly ElementShape[];
  isSafeShown: boolean;
};
const sidesOf = ({ x, y, width, height }: Box): ClingLines => ({
  x: [x, x + width / 2, x + width],
  y: [y, y + height / 2, y + height],
});

/** Edges and middle of the canvas always; guides, safe areas and elements where they are shown. */
export const clingLines = ({ canvas, guides, shapes, isSafeShown }: Shown): ClingLines => {
  const boxes = [
    { x: 0, y: 0, ...canvas },
    ...(isSafeShown ? safeBoxes(canvas) : []),
    ...shapes.map(({ box }) => box),
  ].map(sidesOf);
  return {
    x: [...boxes.flatMap(({ x }) => x), ...(guides?.x ?? [])],
    y: [...boxes.flatMap(({ y }) => y), ...(guides?.y ?? [])],
  };
};

/** How far the hand is put right, and the lines that it clings to; null: none in that direction. */
export type Clung = { by: Point; x: number | null; y: number | null };

/** `points`: places of what is dragged, any of which may cling. `tolerance`: metres; 0: nothing holds it. */
export const clung = (points: readonly Point[], lines: ClingLines, tolerance: number): Clung => {
  const x = nearest(
    points.map((point) => point.x),
    lines.x,
    tolerance,
  );
  const y = nearest(
    points.map((point) => point.y),
    lines.y,
    tolerance,
  );
  return { by: { x: x?.by ?? 0, y: y?.by ?? 0 }, x: x?.line ?? null, y: y?.line ?? null };
};

const nearest = (
  places: readonly number[],
  lines: readonly number[],
  tolerance: number,
): { by: number; line: number } | null => {
  let found: { by: number; line: number } | null = null;
  for (const line of lines)
    for (const place of places) {
      const by = line - place;
      if (Math.abs(by) <= tolerance && (found === null || Math.abs(by) < Math.abs(found.by)))
        found = { by, line };
    }
  return tolerance > 0 ? found : null;
};
