import type { Rectangle } from './composite.pass.ts';

/** A part of a target: whole pixels, origin at the lower left corner. Passes are confined to it by the scissor. */
export type Area = { x: number; y: number; width: number; height: number };
export type Size = { width: number; height: number };

export const isEmpty = (area: Area): boolean => area.width <= 0 || area.height <= 0;

/** The pixels of a target that a box in canvas metres may touch, with one to spare for soft edges; null: all. */
export const areaOf = (box: Rectangle | null, region: Rectangle, size: Size): Area => {
  if (!box) return { x: 0, y: 0, ...size };
  const [sx, sy] = [size.width / region.width, size.height / region.height];
  const low = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value) - 1));
  const high = (value: number, most: number): number => Math.min(most, Math.max(0, Math.ceil(value) + 1));
  const [x, y] = [low((box.x - region.x) * sx, size.width), low((box.y - region.y) * sy, size.height)];
  return {
    x,
    y,
    width: high((box.x + box.width - region.x) * sx, size.width) - x,
    height: high((box.y + box.height - region.y) * sy, size.height) - y,
  };
};

export const joined = (a: Area, b: Area): Area => {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

export const shared = (a: Area, b: Area): Area => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
};

export const grownArea = ({ x, y, width, height }: Area, by: number): Area => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
