import type { FacadeModel } from '../facade/model.ts';
import { elementShapes, maskAreas } from './mask-outline.ts';
import type { ElementShapes, MaskArea } from './mask-outline.ts';
import type { CompiledRig } from './rig.document.ts';
import { buildingOf } from './building.ts';
import type { Solid } from './solid.ts';
import { PLAIN_WALL } from './wall-map.ts';
import type { WallMap } from './wall-map.ts';
import { buildWallMap } from './wall-mesh.ts';

/** The building as all outputs of a rig share it. Made once a revision; cheap to make for a rig that uses none of it. */
export type Venue = {
  wall: WallMap;
  /** What casts shadows, and what a model warp draws on; null while no output is calibrated. */
  solid: Solid | null;
  /** For every output, in wall metres, outlines of façade elements included; those that do nothing are left out. */
  masks: readonly MaskArea[];
  /** Outlines of façade elements on the wall, for the masks of outputs; null where the façade lacks the word. */
  elements: ElementShapes;
  /** What it was made from: a worker makes its own from the same, since functions do not travel. */
  source: VenueSource | null;
};
/** Plain data but for the façade's `select`. */
type VenueSource = { rig: CompiledRig; facade: FacadeModel | null };
export const PLAIN_VENUE: Venue = {
  wall: PLAIN_WALL,
  solid: null,
  masks: [],
  elements: () => null,
  source: null,
};

/** `facade` null: not known (yet), so its elements make neither masks nor a solid. */
export const buildVenue = (rig: CompiledRig, facade: FacadeModel | null): Venue => {
  const wall = buildWallMap(rig.rig.wall, rig.rig.facade);
  const elements = facade ? elementShapes(facade, wall) : PLAIN_VENUE.elements;
  let masks: readonly MaskArea[] | null = null;
  const findMasks = (): readonly MaskArea[] =>
    maskAreas(
      rig.rig.masks.filter(({ space }) => space === 'canvas'),
      elements,
    );
  const isCalibrated = rig.outputs.some(({ warp }) => warp.kind === 'model');
  const solid = isCalibrated ? buildingOf(rig, facade, wall) : null;
  return {
    wall,
    solid,
    // When asked for: a page that draws makes a venue a frame while something is dragged, and its worker the masks.
    get masks() {
      return (masks ??= findMasks());
    },
    elements,
    source: { rig, facade },
  };
};
