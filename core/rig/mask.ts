import { compileArea } from './area.ts';
import type { AreaDistance } from './area.ts';
import type { Point } from './geometry.ts';
import type { MaskArea } from './mask-outline.ts';

/**
 * A mask keeps light off what it covers: there it is wholly dark, so the feather lies on the lit side. Places are
 * upright output pixels or wall metres, as `space` says.
 */
export type CompiledMask = {
  space: MaskArea['space'];
  feather: number;
  /** Distance to the mask's edge in its unit, positive where light may fall; exact near the edge and in the feather. */
  depth: AreaDistance;
};

/** `margin`: units beyond the feather within which depths must be exact, at least 2 output pixels. */
export const compileMasks = (areas: readonly MaskArea[], margin: Record<MaskArea['space'], number>) =>
  areas.map(({ space, feather, inverted, shapes }): CompiledMask => {
    const distance = compileArea(shapes, feather + margin[space]);
    return { space, feather, depth: inverted ? (x, y) => -distance(x, y) : distance };
  });

/** Light that a mask lets through at a depth, 0–1. `pixel`: size of an output pixel in the mask's unit: an edge
 * without feather is as soft as one pixel. */
const maskLight = (feather: number, depth: number, pixel: number): number => {
  if (feather <= pixel) return Math.min(1, Math.max(0, depth / pixel + 0.5));
  const x = Math.min(1, Math.max(0, depth / feather));
  return x * x * (3 - 2 * x);
};

/** Light that all masks let through at one place. `metres`: length of an output pixel on the wall there. */
export const masksLight = (
  masks: readonly CompiledMask[],
  upright: Point,
  wall: Point,
  metres: number,
): number => {
  let light = 1;
  for (const { space, feather, depth } of masks) {
    if (light === 0) return 0;
    const [x, y] = space === 'output' ? upright : wall;
    light *= maskLight(feather, depth(x, y), space === 'output' ? 1 : metres);
  }
  return light;
};

/** Depth below all masks in metres: positive where every one lets light through. Infinity without masks. */
export const masksDepth = (
  masks: readonly CompiledMask[],
  upright: Point,
  wall: Point,
  metres: number,
): number => {
  let least = Infinity;
  for (const { space, depth } of masks)
    least = Math.min(
      least,
      space === 'output' ? depth(upright[0], upright[1]) * metres : depth(wall[0], wall[1]),
    );
  return least;
};
