import type { Point } from './geometry.ts';

/** The drawing against the building, metres both. Inverse of each other to within a millimetre. */
export type WallMap = {
  toCanvas(wall: Point): Point;
  toWall(canvas: Point): Point;
  /** The drawing fits: both give back what they get. */
  isPlain: boolean;
};
export const PLAIN_WALL: WallMap = { toCanvas: (p) => p, toWall: (p) => p, isPlain: true };

const MOST_REMEMBERED = 64;

/** Remembers what was made of a wall map, by key: while a warp is dragged the wall stands still. */
export const wallMemory = <Made>(): ((map: WallMap, key: string, make: () => Made) => Made) => {
  const memories = new WeakMap<WallMap, Map<string, Made>>();
  return (map, key, make) => {
    const memory = memories.get(map) ?? new Map<string, Made>();
    memories.set(map, memory);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    memory.set(key, made);
    return made;
  };
};
