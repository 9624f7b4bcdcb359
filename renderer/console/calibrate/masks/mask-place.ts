import type { FacadeModel } from '../../../../core/facade/model.ts';
import { isInside, type Point } from '../../../../core/rig/geometry.ts';
import { applyHomography, invertHomography } from '../../../../core/rig/homography.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import { outlineOf } from '../../../../core/rig/mask-outline.ts';
import type { Venue } from '../../../../core/rig/venue.ts';
import { outputLookup } from '../../../../core/rig/warp-lookup.ts';
import type { WarpMesh } from '../../../../core/rig/warp-mesh.ts';
import { wallToUpright } from '../view/picture-geometry.ts';

/** Between a mask's own space (upright pixels, or wall metres) and the picture of the output that is looked at. */
export interface MaskPlace {
  /** null: not in this picture. */
  toPicture(space: MaskRecord['space'], point: Point): Point | null;
  fromPicture(space: MaskRecord['space'], point: Point): Point | null;
}

export const maskPlace = (mesh: WarpMesh): MaskPlace => {
  const toRaster = invertHomography(mesh.rasterToUpright);
  let lookup: ReturnType<typeof outputLookup> | null = null;
  return {
    toPicture: (space, point) => (space === 'output' ? point : wallToUpright(mesh, point[0], point[1])),
    fromPicture(space, point) {
      if (space === 'output') return point;
      lookup ??= outputLookup(mesh);
      const [x, y] = applyHomography(toRaster, point);
      return lookup(x, y);
    },
  };
};

/** Closed outlines in the picture: the mask's own, and those of its elements. */
export const maskOutlines = (mask: MaskRecord, place: MaskPlace, venue: Venue): (Point | null)[][] => {
  const own = mask.points.length >= 3 ? [outlineOf(mask)] : [];
  const elements = mask.elements.flatMap((word) => (venue.elements(word) ?? []).flat());
  return [...own, ...elements].map((outline) => outline.map((point) => place.toPicture(mask.space, point)));
};

/** The front-most element at a place of the wall; its name part. */
export const elementAt = (facade: FacadeModel, venue: Venue, wall: Point): string | null =>
  facade.elements.findLast(({ key }) =>
    (venue.elements(key) ?? []).some((shape) => shape.some((outline) => isInside(wall, outline))),
  )?.key ?? null;
