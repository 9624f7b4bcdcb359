import { signedDistanceToPolygon } from './geometry.ts';
import type { Point } from './geometry.ts';
import type { MaskRecord } from './light.schema.ts';

/**
 * A mask keeps light off what it covers: there it is wholly dark, so the feather lies on the lit side. Points are
 * upright output pixels or canvas metres, as `mask.space` says.
 */

/** Distance from a point to the mask's edge in the mask's unit: positive where light may fall. */
export const maskDepth = (mask: MaskRecord, p: Point): number =>
  signedDistanceToPolygon(p, mask.points) * (mask.inverted ? -1 : 1);

/** Light that a mask lets through at a depth, 0–1. `pixel`: size of an output pixel in the mask's unit: an edge
 * without feather is as soft as one pixel. */
export const maskLight = (mask: MaskRecord, depth: number, pixel: number): number => {
  if (mask.feather <= pixel) return Math.min(1, Math.max(0, depth / pixel + 0.5));
  const x = Math.min(1, Math.max(0, depth / mask.feather));
  return x * x * (3 - 2 * x);
};

/** Light that all masks let through at one place. `metres`: length of an output pixel on the canvas there. */
export const masksLight = (
  masks: readonly MaskRecord[],
  upright: Point,
  canvas: Point,
  metres: number,
): number =>
  masks.reduce((light, mask) => {
    if (light === 0) return 0;
    const inOutput = mask.space === 'output';
    return light * maskLight(mask, maskDepth(mask, inOutput ? upright : canvas), inOutput ? 1 : metres);
  }, 1);

/** Depth below all masks in metres: positive where every one lets light through. Infinity without masks. */
export const masksDepth = (
  masks: readonly MaskRecord[],
  upright: Point,
  canvas: Point,
  metres: number,
): number =>
  masks.reduce(
    (depth, mask) =>
      Math.min(depth, mask.space === 'output' ? maskDepth(mask, upright) * metres : maskDepth(mask, canvas)),
    Infinity,
  );
