import { cameraOf, pixelOf } from '../../../core/rig/pose.ts';
import { crossOf, unit, vectorOf } from '../../../core/rig/rotation.ts';
import { apply, scaled } from '../../../core/rig/rotation.ts';
import type { Vector } from '../../../core/rig/rotation.ts';
import { calibrationSchema } from '../../../core/rig/warp.schema.ts';
import type { CalibrationRecord, PairRecord, PoseRecord } from '../../../core/rig/warp.schema.ts';

/** Projectors before a façade, and what a technician picks with them; all from a seed. */
export const SIZE = { width: 1920, height: 1080 };
export const OUTPUT = { ...SIZE, rotation: 0, mirror: 'none' } as const;

/** Mulberry32: 0 ≤ x < 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A projector at `position` that looks at `target`, rolled by `roll` radians. */
export const lookAt = (
  position: Vector,
  target: Vector,
  {
    throwRatio = 1.5,
    shift = [0, 0],
    roll = 0,
  }: { throwRatio?: number; shift?: [number, number]; roll?: number },
): PoseRecord => {
  const forward = unit([target[0] - position[0], target[1] - position[1], target[2] - position[2]]);
  const right = unit(crossOf(forward, [Math.sin(roll), Math.cos(roll), 0]));
  const down = crossOf(forward, right);
  const rotation = [right, down, forward].map((row) => [...row]);
  const focal = throwRatio * SIZE.width;
  return {
    focal: [focal, focal],
    centre: [(0.5 + shift[0]) * SIZE.width, (0.5 + shift[1]) * SIZE.height],
    rotation: [...vectorOf(rotation)],
    translation: [...scaled(apply(rotation, position), -1)],
  };
};

/** Throw 0.8–4, up to 35° off axis, tilted and rolled, lens shift up to half a picture. */
export const randomPose = (random: () => number): PoseRecord => {
  const between = (low: number, high: number): number => low + (high - low) * random();
  const throwRatio = between(0.8, 4);
  const distance = between(20, 70);
  const yaw = between(-0.6, 0.6);
  const target: Vector = [between(20, 60), between(6, 14), -3];
  const position: Vector = [
    target[0] + distance * Math.sin(yaw),
    between(1, 12),
    target[2] + distance * Math.cos(yaw),
  ];
  const shift: [number, number] = [between(-0.15, 0.15), between(-0.5, 0.5)];
  return lookAt(position, target, { throwRatio, shift, roll: between(-0.08, 0.08) });
};

/** Pairs all over the picture at depths of 0 to `relief` metres; `noise`: px, one standard deviation an axis. */
export const pairsOf = (
  pose: PoseRecord,
  random: () => number,
  { count = 12, relief = 7, noise = 0.5 }: { count?: number; relief?: number; noise?: number } = {},
): PairRecord[] => {
  const camera = cameraOf(pose);
  const pairs: PairRecord[] = [];
  while (pairs.length < count) {
    const cell = pairs.length;
    const aim: [number, number] = [
      ((cell % 4) + 0.1 + 0.8 * random()) * (SIZE.width / 4),
      ((Math.floor(cell / 4) % 3) + 0.1 + 0.8 * random()) * (SIZE.height / 3),
    ];
    const world = onPlane(pose, aim, -relief * random());
    const [x, y] = pixelOf(camera, world)!;
    pairs.push({
      world: [...world],
      pixel: [x + noise * gaussian(random), y + noise * gaussian(random)],
      enabled: true,
    });
  }
  return pairs;
};

/** Where the ray of a pixel meets the plane z. */
export const onPlane = (pose: PoseRecord, [x, y]: readonly [number, number], z: number): Vector => {
  const { position, matrix: m } = cameraOf(pose);
  const rows = [0, 1].map((i) => [0, 1, 2].map((k) => m[i * 4 + k]! - (i === 0 ? x : y) * m[8 + k]!));
  const way = crossOf([rows[0]![0]!, rows[0]![1]!, rows[0]![2]!], [rows[1]![0]!, rows[1]![1]!, rows[1]![2]!]);
  const t = (z - position[2]) / way[2];
  return [position[0] + t * way[0], position[1] + t * way[1], z];
};

export const makeCalibration = (
  pairs: readonly PairRecord[],
  locks: Partial<Omit<CalibrationRecord, 'pairs'>> = {},
): CalibrationRecord => ({ ...calibrationSchema.parse({}), lensShift: null, ...locks, pairs: [...pairs] });
export const shiftOf = ({ centre }: PoseRecord): [number, number] => [
  centre[0] / SIZE.width - 0.5,
  centre[1] / SIZE.height - 0.5,
];
