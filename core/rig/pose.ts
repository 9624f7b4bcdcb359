import type { Point } from './geometry.ts';
import { applyHomography } from './homography.ts';
import type { Homography } from './homography.ts';
import { uprightSize } from './raster.ts';
import type { OutputSize } from './raster.ts';
import { apply, rotationOf, scaled } from './rotation.ts';
import type { Vector } from './rotation.ts';
import { transpose } from './dense.ts';
import type { PoseRecord } from './warp.schema.ts';

/**
 * A projector as a camera in reverse: pixel = K·(R·X + t). A mirrored output (rear projection) shows its picture the
 * other way round, which no camera does: its pose is that of the picture *before* mirroring, and `unmirror` leads there.
 */
export type Camera = {
  /** K·[R | t], row by row: 12 numbers; the last row gives the depth in metres. */
  matrix: readonly number[];
  /** Where the projector’s lens is, metres. */
  position: Vector;
};

export const cameraOf = ({ focal, centre, rotation, translation }: PoseRecord): Camera => {
  const r = rotationOf(rotation);
  const rows = r.map((row, i) => [...row, translation[i]!]);
  const pixel = (axis: 0 | 1): number[] =>
    rows[axis]!.map((value, k) => focal[axis] * value + centre[axis] * rows[2]![k]!);
  return {
    matrix: [...pixel(0), ...pixel(1), ...rows[2]!],
    position: scaled(apply(transpose(r), translation), -1),
  };
};

/** (x·depth, y·depth, depth): homogeneous upright pixel. */
const project = ({ matrix: m }: Camera, [x, y, z]: Vector): [number, number, number] => [
  m[0]! * x + m[1]! * y + m[2]! * z + m[3]!,
  m[4]! * x + m[5]! * y + m[6]! * z + m[7]!,
  m[8]! * x + m[9]! * y + m[10]! * z + m[11]!,
];

/** Where a point of the building lies in the picture, upright pixels (beyond its edges too); null behind the lens. */
export const pixelOf = (camera: Camera, world: Vector): Point | null => {
  const [x, y, depth] = project(camera, world);
  return depth > 0 ? [x / depth, y / depth] : null;
};

/** Upright pixels ↔ the picture before mirroring; its own inverse. */
export const unmirror = (output: OutputSize): Homography => {
  const { width, height } = uprightSize(output);
  if (output.mirror === 'none') return [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const isTurned = output.rotation === 90 || output.rotation === 270;
  return (output.mirror === 'horizontal') === isTurned
    ? [1, 0, 0, 0, -1, height, 0, 0, 1]
    : [-1, 0, width, 0, 1, 0, 0, 0, 1];
};
export const unmirrored = (output: OutputSize, pixel: Point): Point =>
  applyHomography(unmirror(output), pixel);

/** Throw distance : picture width. The lens counts along the raster’s width, also of a projector on its side. */
export const throwRatioOf = ({ focal }: PoseRecord, output: OutputSize): number =>
  focal[output.rotation === 90 || output.rotation === 270 ? 1 : 0] / output.width;
/** Principal point as a fraction of the upright picture from its centre. */
export const lensShiftOf = ({ centre }: PoseRecord, output: OutputSize): [number, number] => {
  const { width, height } = uprightSize(output);
  return [centre[0] / width - 0.5, centre[1] / height - 0.5];
};
/** Where the lens is, world metres. */
export const positionOf = (pose: PoseRecord): Vector => cameraOf(pose).position;
