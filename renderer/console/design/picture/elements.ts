import type { FacadeElement, FacadeModel } from '../../../../core/facade/model.ts';
import { flattenPath } from '../../../../core/facade/path.ts';
import { isInside } from '../../../../core/rig/geometry.ts';
import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';
import type { Box } from './sight.ts';

/** The façade's elements as a hand finds them on the picture, canvas metres. Back to front, as they are drawn. */
export type ElementShape = {
  element: FacadeElement;
  contours: readonly (readonly [x: number, y: number][])[];
  box: Box;
};
/** Metres from the true curve. */
const TOLERANCE = 0.02;

const known = new WeakMap<FacadeModel, ElementShape[]>();
/** Worked out once a façade; an outline that no path can be read of is left out, as its check names it. */
export const shapesOf = (facade: FacadeModel): readonly ElementShape[] => {
  const found = known.get(facade);
  if (found) return found;
  const shapes = facade.elements.flatMap((element) => {
    const lines = flattenPath(element.outline, TOLERANCE);
    if (!lines.ok) return [];
    const contours = lines.value.map(({ points }) => points).filter((points) => points.length > 2);
    return contours.length === 0 ? [] : [{ element, contours, box: boxOf(contours.flat()) }];
  });
  known.set(facade, shapes);
  return shapes;
};

const boxOf = (points: readonly (readonly [number, number])[]): Box => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};

/** What stands foremost at a place; null: nothing does. */
export const elementAt = (shapes: readonly ElementShape[], { x, y }: Point): FacadeElement | null =>
  shapes.findLast(
    ({ box, contours }) =>
      x >= box.x &&
      y >= box.y &&
      x <= box.x + box.width &&
      y <= box.y + box.height &&
      contours.some((contour) => isInside([x, y], contour)),
  )?.element ?? null;

/** What lies within a box as a whole. */
export const elementsWithin = (shapes: readonly ElementShape[], area: Box): FacadeElement[] =>
  shapes
    .filter(
      ({ box }) =>
        box.x >= area.x &&
        box.y >= area.y &&
        box.x + box.width <= area.x + area.width &&
        box.y + box.height <= area.y + area.height,
    )
    .map(({ element }) => element);

/** `column-3 · column, wing-left`: what clips can name it by. */
export const namesOf = ({ key, kind, groups }: FacadeElement): string =>
  `${key} · ${[...new Set([kind, ...groups])].join(', ')}`;
