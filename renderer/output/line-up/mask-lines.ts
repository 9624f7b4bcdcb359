import type { FacadeModel } from '../../../core/facade/model.ts';
import type { Point } from '../../../core/rig/geometry.ts';
import { applyHomography } from '../../../core/rig/homography.ts';
import { maskAreas, type MaskArea } from '../../../core/rig/mask-outline.ts';
import { uprightToRaster } from '../../../core/rig/raster.ts';
import type { CompiledOutput, CompiledRig } from '../../../core/rig/rig.document.ts';
import { buildVenue } from '../../../core/rig/venue.ts';
import { canvasToOutput } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { Outlines } from './marks.ts';

/** Outlines of all masks that act on an output, raster pixels; what lies outside its region is left out. */
export const maskLines = (rig: CompiledRig, output: CompiledOutput, facade: FacadeModel): Outlines => {
  const venue = buildVenue(rig, facade);
  const areas = [...maskAreas(output.masks, venue.elements), ...venue.masks];
  const toRaster = uprightToRaster(output);
  const polygons = areas.flatMap(({ space, shapes }) => shapes.flat().map((points) => ({ space, points })));
  const own = polygons.filter(({ space }) => space === 'output');
  const walls = polygons.filter(({ space }) => space === 'canvas');
  const lines = own.map(({ points }) => points.map((p) => applyHomography(toRaster, p)));
  if (walls.length === 0) return lines;
  const mesh = buildWarpMesh(output, output.id, venue);
  const step = Math.max(output.region.width, output.region.height) / PIECES;
  const onWall = walls.flatMap(({ points }) => cut(points, step, (p) => canvasToOutput(mesh, p[0], p[1])));
  return [...lines, ...onWall];
};
/** Pieces of an outline across a region: the warp may bend it. */
const PIECES = 60;

/** Runs of an outline that land in the raster, each there and back so that it stays open. */
const cut = (
  points: MaskArea['shapes'][number][number],
  step: number,
  place: (p: Point) => Point | null,
): Point[][] => {
  const runs: Point[][] = [[]];
  const fine = points.flatMap((a, index): Point[] => {
    const b = points[(index + 1) % points.length] ?? a;
    const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    return Array.from({ length: count }, (_, k) => [
      a[0] + ((b[0] - a[0]) * k) / count,
      a[1] + ((b[1] - a[1]) * k) / count,
    ]);
  });
  for (const p of [...fine, ...fine.slice(0, 1)]) {
    const at = place(p);
    if (at) runs.at(-1)?.push(at);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1).map((run) => [...run, ...run.slice(1, -1).toReversed()]);
};
