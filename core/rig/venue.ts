import type { FacadeModel } from '../facade/model.ts';
import type { Point } from './geometry.ts';
import type { MaskRecord } from './light.schema.ts';
import type { CompiledRig } from './rig.document.ts';

/** The building as all outputs of a rig share it. Made once a revision; cheap to make for a rig that uses none of it. */
export type Venue = {
  wall: WallMap;
  /** What casts shadows, and what a model warp draws on; null while no output is calibrated. */
  solid: Solid | null;
  /** For every output, in wall metres, outlines of façade elements included. */
  masks: readonly MaskRecord[];
};
/** The drawing against the building, metres both. Inverse of each other to within a millimetre. */
export type WallMap = {
  toCanvas(wall: Point): Point;
  toWall(canvas: Point): Point;
  /** The drawing fits: both give back what they get. */
  isPlain: boolean;
};
/** Triangles of the building in world metres (x, y on the wall, z towards the public), 3 numbers a vertex. */
export type Solid = { vertices: Float64Array; triangles: Uint32Array };

export const PLAIN_WALL: WallMap = { toCanvas: (p) => p, toWall: (p) => p, isPlain: true };
export const PLAIN_VENUE: Venue = { wall: PLAIN_WALL, solid: null, masks: [] };

/** `facade` null: not known (yet), so its elements make neither masks nor a solid. */
export const buildVenue = ({ rig }: CompiledRig, facade: FacadeModel | null): Venue => {
  void facade;
  return rig.masks.length === 0 ? PLAIN_VENUE : { ...PLAIN_VENUE, masks: rig.masks };
};
