import { composeHomography } from './homography.ts';
import type { Homography } from './homography.ts';
import type { OutputRecord } from './rig.schema.ts';

/**
 * A projector that hangs upside down, on its side or behind a screen. The warp, the masks and the soft edges are
 * stated in the *upright* picture, as the public sees it; `rotation` turns that picture clockwise and `mirror` flips
 * the turned one onto the *raster*, which is what leaves the page. Both have their origin at the upper left, y down.
 */
export type OutputSize = Pick<OutputRecord, 'width' | 'height' | 'rotation' | 'mirror'>;

/** Size of the upright picture, pixels: the raster's, sides swapped for a projector on its side. */
export const uprightSize = ({ width, height, rotation }: OutputSize): { width: number; height: number } =>
  rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };

const turn = (output: OutputSize): Homography => {
  const { width, height } = uprightSize(output);
  switch (output.rotation) {
    case 0:
      return [1, 0, 0, 0, 1, 0, 0, 0, 1];
    case 90:
      return [0, -1, height, 1, 0, 0, 0, 0, 1];
    case 180:
      return [-1, 0, width, 0, -1, height, 0, 0, 1];
    case 270:
      return [0, 1, 0, -1, 0, width, 0, 0, 1];
    default:
      return output.rotation satisfies never;
  }
};
const flip = ({ mirror, width, height }: OutputSize): Homography => {
  switch (mirror) {
    case 'none':
      return [1, 0, 0, 0, 1, 0, 0, 0, 1];
    case 'horizontal':
      return [-1, 0, width, 0, 1, 0, 0, 0, 1];
    case 'vertical':
      return [1, 0, 0, 0, -1, height, 0, 0, 1];
    default:
      return mirror satisfies never;
  }
};

/** Upright pixels → raster pixels. */
export const uprightToRaster = (output: OutputSize): Homography =>
  composeHomography(flip(output), turn(output));
/** Raster pixels → clip space (x right, y up, −1 … 1). */
export const rasterToClip = ({ width, height }: OutputSize): Homography => [
  2 / width,
  0,
  -1,
  0,
  -2 / height,
  1,
  0,
  0,
  1,
];
