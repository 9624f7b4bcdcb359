import { distanceTransform } from './distance.ts';

/**
 * Depth in texels below the edge of the places that an output does not see, negative in them. The edge lies a texel
 * outside the hidden texels: a place counts as lit only where it surely is, so that others take over in time.
 */
export const shadowDepth = (hidden: Uint8Array, width: number, height: number): Float64Array => {
  const outside = distanceTransform(hidden, width, height).distance;
  const inside = distanceTransform(
    hidden.map((value) => (value ? 0 : 1)),
    width,
    height,
  ).distance;
  return outside.map((distance, i) => (hidden[i] ? -inside[i]! : distance - 1));
};
