import type { FacadeModel } from '../../../core/facade/model.ts';
import { outlineOf, type OutlineWeight } from '../../../core/render/outline.ts';
import type { PatternPart } from './drawing.ts';
import { createLines } from './lines.ts';

/** Metres, and pixels at least. */
const WIDTHS: Record<OutlineWeight, readonly [metres: number, pixels: number]> = {
  element: [0.06, 1],
  surface: [0.12, 1.5],
  silhouette: [0.25, 3],
};

/** The façade's own edges, to line a projector up with the stone. */
export const outlineParts = (facade: FacadeModel): PatternPart[] => {
  const outline = outlineOf(facade);
  return (['element', 'surface', 'silhouette'] as const).map((weight) => {
    const lines = outline.filter((each) => each.weight === weight).map(({ line }) => line);
    return createLines(lines, ...WIDTHS[weight]);
  });
};
