import { idOf } from '../../../../core/ids.ts';
import { isSameInput } from '../../../../core/layers/live.ts';
import type { Camera } from '../../../../core/station/camera.read.ts';
import type { CameraStation } from '../../../../core/station/camera.schema.ts';
import type { StationDocument } from '../../../../core/station/station.schema.ts';
import { freeName, nameFrom } from '../station/kinds.ts';

/** What the show asks for, then what this machine has mapped besides. */
export type CameraRow = { input: string; isInShow: boolean; camera: Camera | null };
export const rowsOf = (asked: readonly string[], cameras: readonly Camera[]): CameraRow[] => [
  ...asked.map((input) => ({
    input,
    isInShow: true,
    camera: cameras.find((camera) => isSameInput(camera.input, input)) ?? null,
  })),
  ...cameras
    .filter(({ input }) => !asked.some((each) => isSameInput(each, input)))
    .map((camera) => ({ input: camera.input, isInShow: false, camera })),
];

/** A new record for an input. It has no device yet: that there is one lets the console list them. */
export const newCamera = (document: StationDocument, input: string): Record<string, CameraStation> => {
  const name = nameFrom(input).replace(/-$/, '') || 'camera';
  const id = idOf('camera', freeName(document, 'camera', name));
  return { [id]: { input: input.trim(), device: '', ...ANY_SIZE } };
};

type Size = Pick<CameraStation, 'width' | 'height' | 'rate'>;
const ANY_SIZE: Size = { width: 0, height: 0, rate: 0 };
const size = (width: number, height: number, rate: number): Size => ({ width, height, rate });
/** What cameras and grabbers give. */
export const SIZES: readonly Size[] = [
  ANY_SIZE,
  size(3840, 2160, 30),
  size(1920, 1080, 60),
  size(1920, 1080, 50),
  size(1920, 1080, 30),
  size(1920, 1080, 25),
  size(1280, 720, 60),
  size(1280, 720, 50),
  size(1280, 720, 30),
  size(640, 480, 30),
];
export const isAny = ({ width, height, rate }: Size): boolean => width === 0 && height === 0 && rate === 0;
export const sizeKey = ({ width, height, rate }: Size): string => `${width}x${height}@${rate}`;
/** The usual ones, and the record's own where it is none of them. */
export const sizesFor = (own: Size): readonly Size[] =>
  SIZES.some((each) => sizeKey(each) === sizeKey(own)) ? SIZES : [...SIZES, own];
