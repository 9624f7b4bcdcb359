import type { OutputRecord } from './rig.schema.ts';
import { wallMemory } from './wall-map.ts';
import type { WallMap } from './wall-map.ts';

const SAMPLES = 32;
const TOLERANCE_PX = 0.05;
/** Few steps: while a corner is dragged the lattice must not change, or every place is computed again. */
const STEPS = [8, 16, 32, 64, 96, 128, 192, 256];

/**
 * Lattice cells along each side of a region, so that a picture’s place, straight between vertices, is right to a tenth
 * of an output pixel: the error of a straight line is an eighth of the second difference. `density`: pixels per metre.
 */
export const wallCells = (map: WallMap, region: OutputRecord['region'], density: number): number => {
  const key = `${region.x} ${region.y} ${region.width} ${region.height}`;
  const error = errors(map, key, () => straightError(map, region)) * density;
  const cells = SAMPLES * Math.sqrt(error / TOLERANCE_PX);
  return STEPS.find((step) => step >= cells) ?? STEPS.at(-1)!;
};

const errors = wallMemory<number>();

/** Metres by which a place is off that was taken straight between SAMPLES vertices a side. */
const straightError = (map: WallMap, region: OutputRecord['region']): number => {
  const side = SAMPLES + 1;
  const places = Array.from({ length: side * side }, (_, i) =>
    map.toCanvas([
      region.x + ((i % side) / SAMPLES) * region.width,
      region.y + (Math.floor(i / side) / SAMPLES) * region.height,
    ]),
  );
  let greatest = 0;
  for (let j = 1; j < SAMPLES; j++)
    for (let i = 1; i < SAMPLES; i++)
      for (const axis of [0, 1] as const) {
        const at = (right: number, up: number): number => places[(j + up) * side + i + right]![axis];
        const along = Math.abs(at(-1, 0) - 2 * at(0, 0) + at(1, 0));
        const across = Math.abs(at(0, -1) - 2 * at(0, 0) + at(0, 1));
        const twist = Math.abs(at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / 4;
        greatest = Math.max(greatest, (along + across + 2 * twist) / 8);
      }
  return greatest;
};
