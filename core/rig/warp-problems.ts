import type { Problem } from '../result.ts';
import { PLAIN_VENUE } from './venue.ts';
import { farPoints, pointName } from './warp-check.ts';
import { buildWarpMesh, controlGrid } from './warp-mesh.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import type { WarpRecord } from './warp.schema.ts';

const known = new WeakMap<WarpRecord, { path: string; problems: Problem[] }>();

/**
 * What is wrong with an output’s warp, each point named: what a page paints red, and what an edit is refused for. Codes:
 * `warp-fold`, `warp-degenerate`, `warp-far`. Remembered by the warp’s identity, since while one output is dragged the
 * other fifteen stay as they are. `path`: where the output stands (`output:left`).
 */
export const warpProblems = (output: WarpedOutput, path: string): Problem[] => {
  const before = known.get(output.warp);
  if (before?.path === path) return before.problems;
  const problems = findProblems(output, path);
  known.set(output.warp, { path, problems });
  return problems;
};

const findProblems = (output: WarpedOutput, path: string): Problem[] => {
  const { warp } = output;
  switch (warp.kind) {
    case 'model':
      return [];
    case 'corners':
    case 'grid': {
      const far = farProblems(output, path);
      return far.length > 0 ? far : buildWarpMesh(output, path, PLAIN_VENUE).problems;
    }
    default:
      return warp satisfies never;
  }
};

const farProblems = (output: WarpedOutput, path: string): Problem[] => {
  const { warp } = output;
  const grid = controlGrid(output);
  const points = warp.kind === 'corners' ? (warp.corners ?? []) : grid.points;
  return farPoints(points).map((index) => ({
    code: 'warp-far',
    message:
      warp.kind === 'corners'
        ? `Corner ${index + 1} lies far beside every picture. Type it again.`
        : `${pointName(grid, index)} lies far beside every picture. Type it again.`,
    path: `${path}.warp.${warp.kind === 'corners' ? 'corners' : 'points'}.${index}`,
  }));
};
