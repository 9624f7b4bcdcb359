import { bezierSurface, linearSurface } from './warp-grid.ts';
import type { ControlGrid, Surface } from './warp-grid.ts';
import { surfaceOf } from './warp-mesh.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import { distance, linesOf, pixelAt, pointsOn, without, withLines } from './warp-relay.ts';
import type { Way } from './warp-relay.ts';

/** Which lines a grid keeps or gets when it is to have another number of them. */

/** New ones halve the widest gaps. */
export const halved = (lines: readonly number[], count: number): number[] => {
  const all = [...lines];
  while (all.length < count) {
    const gaps = all.slice(1).map((line, i) => line - all[i]!);
    const widest = gaps.findIndex((gap) => gap > Math.max(...gaps) - 1e-9);
    all.splice(widest + 1, 0, (all[widest]! + all[widest + 1]!) / 2);
  }
  return all;
};

/** Those go whose loss moves the picture least. */
export const thinned = (
  output: WarpedOutput,
  grid: ControlGrid,
  way: Way,
  count: number,
): readonly number[] => {
  const { at } = surfaceOf(output, grid);
  let lines = linesOf(grid, way);
  while (lines.length > count) {
    const losses = lines.slice(1, -1).map((_, i) => lossWithout(output, grid, at, way, lines, i + 1));
    lines = without(lines, losses.indexOf(Math.min(...losses)) + 1);
  }
  return lines;
};
/** How far the points of a line lie from the surface of the others. */
const lossWithout = (
  output: WarpedOutput,
  grid: ControlGrid,
  at: Surface,
  way: Way,
  lines: readonly number[],
  index: number,
): number => {
  const rest = pointsOn(at, withLines(grid, way, without(lines, index)));
  const isLinear = output.warp.kind === 'grid' && output.warp.interpolation === 'linear';
  const made = isLinear ? linearSurface(rest) : bezierSurface(rest);
  const line = lines[index]!;
  const across = linesOf(grid, way === 'column' ? 'row' : 'column');
  return Math.max(
    ...across.map((other) => {
      const [s, t] = way === 'column' ? [line, other] : [other, line];
      return distance(pixelAt(at, s, t), pixelAt(made, s, t));
    }),
  );
};
