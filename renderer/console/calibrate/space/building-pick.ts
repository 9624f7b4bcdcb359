import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { Venue } from '../../../../core/rig/venue.ts';
import { nearestPoint } from '../../../../core/rig/warp-select.ts';
import type { ModelRecord } from '../../../../core/rig/warp.schema.ts';
import { elementAt } from '../masks/mask-place.ts';
import { outlineLines } from '../view/picture-geometry.ts';
import type { World } from './pair-task.ts';

/**
 * What a finger on the elevation means: a corner of the drawing or of the model when there is one within reach (those
 * are found again on the wall), else the very place, at the depth of what stands there.
 */
export const pickOf = (
  at: Point,
  reach: number,
  facade: FacadeModel | null,
  venue: Venue,
  model: ModelRecord | null,
): World => {
  if (model) {
    const corner = nearestPoint(
      model.vertices.map(([x, y]): Point => [x, y]),
      at,
      reach,
    );
    const vertex = corner === null ? null : model.vertices[corner];
    if (vertex) return [vertex[0], vertex[1], vertex[2]];
  }
  const corners = facade ? cornersOf(facade, venue) : [];
  const found = nearestPoint(corners, at, reach);
  const [x, y] = (found === null ? null : corners[found]) ?? at;
  return [round(x), round(y), model ? 0 : -depthAt(facade, venue, [x, y])];
};
const round = (value: number): number => Math.round(value * 1000) / 1000;

const cornersOf = (facade: FacadeModel, { wall }: Venue): Point[] =>
  outlineLines(facade).flatMap(({ line }) => line.points.map(([x, y]) => wall.toWall([x, y])));

/** Metres behind the front plane; of what stands just beside when the place lies on an edge. */
const depthAt = (facade: FacadeModel | null, venue: Venue, at: Point): number => {
  if (!facade) return 0;
  const beside: Point[] = [
    at,
    ...[-1, 1].flatMap((x) => [-1, 1].map((y): Point => [at[0] + x * 0.02, at[1] + y * 0.02])),
  ];
  const depths = beside.flatMap((place) => {
    const key = elementAt(facade, venue, place);
    const element = facade.elements.find((each) => each.key === key);
    return element ? [element.depth] : [];
  });
  // The corner belongs to the nearest of what meets there.
  return depths.length === 0 ? 0 : Math.min(...depths);
};
