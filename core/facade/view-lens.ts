import type { Gaze, World } from './viewpoint.ts';

/**
 * A camera for a gaze, as one photographs architecture: the lens is shifted rather than the camera tilted, so that
 * columns stay upright, up to a steep look (from a crane, a drone), which tilts as usual. Between the two it does some
 * of both, so that an orbit has no jump.
 */
export type Lens = {
  eye: World;
  /** Radians: to the right, away from a look along −z; then upwards. */
  yaw: number;
  tilt: number;
  /** Edges of the picture on a plane one metre before the eye. */
  left: number;
  right: number;
  bottom: number;
  top: number;
};
/** Radians of pitch up to which the camera stays level, and from which it tilts in full. */
const LEVEL = 0.42;
const STEEP = 0.9;
/** Half the width of a full frame, millimetres. */
const HALF_FRAME = 18;

/** `aspect`: width : height of the picture. */
export const lensOf = ({ eye, target, lens }: Gaze, aspect: number): Lens => {
  const [dx, dy, dz] = [target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]];
  const ahead = Math.max(1e-6, Math.hypot(dx, dz));
  const pitch = Math.atan2(dy, ahead);
  const tilt = pitch * smooth((Math.abs(pitch) - LEVEL) / (STEEP - LEVEL));
  const shift = Math.tan(pitch - tilt);
  const half = HALF_FRAME / lens;
  return {
    eye,
    yaw: Math.atan2(dx, -dz),
    tilt,
    left: -half,
    right: half,
    bottom: shift - half / aspect,
    top: shift + half / aspect,
  };
};
const smooth = (share: number): number => {
  const s = Math.min(1, Math.max(0, share));
  return s * s * (3 - 2 * s);
};

/** Radians around the target and above the horizon; the eye stays before the façade and above the ground. */
export const orbited = ({ eye, target, lens }: Gaze, turn: number, rise: number): Gaze => {
  const [dx, dy, dz] = [eye[0] - target[0], eye[1] - target[1], eye[2] - target[2]];
  const distance = Math.hypot(dx, dy, dz);
  const angle = clamp(Math.atan2(dx, dz) + turn, -MOST_TURN, MOST_TURN);
  const lowest = Math.asin(clamp((LOWEST - target[1]) / distance, -1, 1));
  const height = clamp(Math.asin(clamp(dy / distance, -1, 1)) + rise, lowest, MOST_RISE);
  const flat = distance * Math.cos(height);
  return {
    eye: [
      target[0] + flat * Math.sin(angle),
      target[1] + distance * Math.sin(height),
      target[2] + flat * Math.cos(angle),
    ],
    target,
    lens,
  };
};
const MOST_TURN = 1.4;
const MOST_RISE = 1.3;
/** Metres above the ground. */
const LOWEST = 0.5;

/** `by` above 1 comes nearer; through the longer lens only, the eye stays where a person stands. */
export const zoomed = ({ eye, target, lens }: Gaze, by: number): Gaze => ({
  eye,
  target,
  lens: clamp(lens * by, 8, 200),
});

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
