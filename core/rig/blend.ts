import { uprightSize } from './raster.ts';
import type { EdgeRecord } from './light.schema.ts';
import type { OutputRecord } from './rig.schema.ts';

/**
 * Soft edge, a factor in linear light. P. Bourke, Edge blending using commodity projectors (2004):
 * f(x) = a·(2x)^p below the middle of the overlap, 1 − (1 − a)·(2(1 − x))^p above; x is 0 at the outer edge and 1 at
 * the inner. With a = 0.5, f(x) + f(1 − x) = 1 for every p.
 */
export const softEdge = (x: number, power: number, centre: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < 0.5 ? centre * (2 * x) ** power : 1 - (1 - centre) * (2 * (1 - x)) ** power;
};

type EdgeBlend = Extract<OutputRecord['blend'], { kind: 'edges' }>;

/**
 * Factor of the four soft edges at (s, t) of the region, 0–1 from the left and from the top. An edge runs along the
 * region, not along the warped picture: its width in pixels is that of the unwarped picture, so the ramps of two
 * outputs mirror each other on the wall however each of them is warped. A ramp begins `offset` pixels inside the side.
 */
export const edgesFactor = (
  blend: EdgeBlend,
  output: Pick<OutputRecord, 'width' | 'height' | 'rotation' | 'mirror'>,
  s: number,
  t: number,
): number => {
  const { width, height } = uprightSize(output);
  return (
    side(blend.left, s * width) *
    side(blend.right, (1 - s) * width) *
    side(blend.top, t * height) *
    side(blend.bottom, (1 - t) * height)
  );
};
const side = ({ width, power, centre, offset }: EdgeRecord, pixels: number): number => {
  if (width === 0) return pixels >= offset ? 1 : 0;
  return softEdge((pixels - offset) / width, power, centre);
};

/**
 * Black level that an output adds so that the leak of all projectors is as bright everywhere as where most of them
 * overlap: B·(N_max − N(x)) when all leak alike. `leak`: Σ black of the projectors that reach the place; `share`: this
 * output's part of the light there, so that the lifts of all add up to what is missing.
 */
export const blackLift = (leak: number, greatestLeak: number, share: number): number =>
  Math.max(0, greatestLeak - leak) * share;

/**
 * How much of a projector's leak counts at `depth` metres inside what its raster reaches. Physically it ends with the
 * raster, `pixel` metres soft; with a feather it fades beyond the edge, so that the lift, which fills up what is
 * missing, begins at nothing there and no line betrays projectors that have moved by a pixel.
 */
export const leakAt = (depth: number, feather: number, pixel: number): number => {
  if (feather <= pixel) return Math.min(1, Math.max(0, depth / pixel + 0.5));
  const x = Math.min(1, Math.max(0, 1 + depth / feather));
  return x * x * (3 - 2 * x);
};
