import { outlineCorners } from '../facade/corners.ts';
import type { FacadeModel } from '../facade/model.ts';
import type { Vector } from './rotation.ts';
import type { Point } from './geometry.ts';
import type { OutputRecord } from './rig.schema.ts';
import { frontAt } from './solid.ts';
import type { Solid } from './solid.ts';
import type { WallMap } from './wall-map.ts';
import type { ModelRecord } from './warp.schema.ts';

/** Points of the building that a technician may pick for 3-D calibration, in world metres. */

/** Metres between a corner and the front of the building that still show it. */
const SHOWN = 0.01;
/** Corners nearer than this are one. */
const ONE = 0.05;

/**
 * Corners that can be seen from the front: of the façade's outlines at their planes' depth, moved by the wall mesh, or
 * of the rig's model. `solid`: what `buildingOf` made of the same. Costs a few milliseconds; keep it.
 */
export const buildingCorners = (
  solid: Solid,
  source: { model: ModelRecord | null; facade: FacadeModel | null },
  wall: WallMap,
): Vector[] => {
  const { model, facade } = source;
  return distinct(model ? modelCorners(solid, model) : facade ? facadeCorners(solid, facade, wall) : []);
};

const facadeCorners = (solid: Solid, facade: FacadeModel, wall: WallMap): Vector[] =>
  facade.elements
    .filter(({ surface }) => surface !== 'sky')
    .flatMap((element) =>
      outlineCorners(element).flatMap(({ at, inside }): Vector[] => {
        const front = frontAt(solid, ...wall.toWall(inside));
        const isShown = front !== null && Math.abs(front.z + element.depth) < SHOWN;
        const [x, y] = wall.toWall(at);
        return isShown ? [[x, y, 0 - element.depth]] : [];
      }),
    );

const modelCorners = (solid: Solid, { vertices }: ModelRecord): Vector[] =>
  vertices.filter(([x, y, z]) => {
    const front = frontAt(solid, x, y);
    return front !== null && Math.abs(front.z - z) < SHOWN;
  });

const distinct = (corners: readonly Vector[]): Vector[] => {
  const known = new Map<string, Vector>();
  for (const corner of corners) {
    const key = corner.map((value) => Math.round(value / ONE)).join(' ');
    if (!known.has(key)) known.set(key, corner);
  }
  return [...known.values()];
};

export type Pick = { world: Vector; isCorner: boolean };
/**
 * What a click at a place of the wall means: the nearest corner within `reach` metres, else the front of the building
 * there; null beside it.
 */
export const pickAt = (
  solid: Solid,
  corners: readonly Vector[],
  [x, y]: Point,
  reach: number,
): Pick | null => {
  const nearest = corners.reduce<{ corner: Vector | null; distance: number }>(
    (best, corner) => {
      const distance = Math.hypot(corner[0] - x, corner[1] - y);
      const isNearer = distance < best.distance || (distance === best.distance && corner[2] > (best.corner?.[2] ?? Infinity)); // prettier-ignore
      return isNearer ? { corner, distance } : best;
    },
    { corner: null, distance: reach },
  );
  if (nearest.corner) return { world: nearest.corner, isCorner: true };
  const front = frontAt(solid, x, y);
  return front && { world: [x, y, front.z], isCorner: false };
};

/** How much a difference of depth counts against one along the region. */
const RELIEF = 0.7;
/** Part of the region along its edge where nothing is suggested: it may lie beside the picture. */
const INSET = 0.04;

/**
 * Good points to pick next: spread over the region and over the depths, away from those that are `taken`. The first is
 * the best; up to `count`.
 */
export const suggestPicks = (
  corners: readonly Vector[],
  region: OutputRecord['region'],
  taken: readonly Vector[],
  count: number,
): Vector[] => {
  const inside = corners.filter(
    ([x, y]) =>
      Math.abs(x - region.x - region.width / 2) <= (0.5 - INSET) * region.width &&
      Math.abs(y - region.y - region.height / 2) <= (0.5 - INSET) * region.height,
  );
  const depths = inside.map(([, , z]) => z);
  const relief = Math.max(...depths) - Math.min(...depths) || 1;
  const apart = (a: Vector, b: Vector): number =>
    Math.hypot(
      (a[0] - b[0]) / region.width,
      (a[1] - b[1]) / region.height,
      (RELIEF * (a[2] - b[2])) / relief,
    );
  const corner: Vector = [region.x, region.y + region.height, Math.max(...depths)];
  const picked: Vector[] = [];
  const room = inside.map((one) =>
    taken.length > 0 ? Math.min(...taken.map((other) => apart(one, other))) : 10 - apart(one, corner),
  );
  while (picked.length < Math.min(count, inside.length)) {
    const best = room.indexOf(Math.max(...room));
    if (best < 0 || room[best]! <= 0) break;
    const next = inside[best]!;
    picked.push(next);
    inside.forEach((one, i) => (room[i] = Math.min(room[i]!, apart(one, next))));
  }
  return picked;
};
