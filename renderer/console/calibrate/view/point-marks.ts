import type { Point } from '../../../../core/rig/geometry.ts';

/** All handles as one path: a thousand elements would stall a tablet, one does not. `size`: half a side, units. */
export const squaresPath = (points: readonly Point[], size: number): string =>
  points.map(([x, y]) => `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`).join('');

export const ringsPath = (points: readonly Point[], radius: number): string =>
  points
    .map(
      ([x, y]) =>
        `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
    )
    .join('');
