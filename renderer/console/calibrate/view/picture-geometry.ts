import type { FacadeModel } from '../../../../core/facade/model.ts';
import { outlineOf, type OutlineLine } from '../../../../core/render/outline.ts';
import type { Point } from '../../../../core/rig/geometry.ts';
import { applyHomography } from '../../../../core/rig/homography.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { Venue } from '../../../../core/rig/venue.ts';
import type { ControlGrid } from '../../../../core/rig/warp-grid.ts';
import { canvasToOutput } from '../../../../core/rig/warp-lookup.ts';
import { buildWarpMesh, controlGrid, type WarpMesh } from '../../../../core/rig/warp-mesh.ts';

/** What an output's picture is drawn from, upright pixels. */
export type PictureGeometry = { mesh: WarpMesh; grid: ControlGrid };

export const pictureGeometry = (output: CompiledOutput, venue: Venue): PictureGeometry => ({
  mesh: buildWarpMesh(output, output.id, venue),
  grid: controlGrid(output),
});

/** Wall metres → upright pixels; null outside the region. */
export const wallToUpright = (mesh: WarpMesh, u: number, v: number): Point | null => {
  const pixel = canvasToOutput(mesh, u, v);
  return pixel && applyHomography(mesh.rasterToUpright, pixel);
};

/** SVG path data: a line breaks where a place is null. */
export const pathOf = (places: readonly (Point | null)[], isClosed = false): string => {
  let isDown = false;
  const text = places
    .map((place) => {
      if (!place) {
        isDown = false;
        return '';
      }
      const command = isDown ? 'L' : 'M';
      isDown = true;
      return `${command}${place[0].toFixed(2)} ${place[1].toFixed(2)}`;
    })
    .join('');
  return isClosed && places.every((place) => place !== null) ? `${text}Z` : text;
};

const SAMPLES = 48;
/** Lines through the control points, curved as the picture is. */
export const gridPath = ({ mesh, grid }: PictureGeometry): string => {
  const { region } = mesh;
  const at = (s: number, t: number): Point | null =>
    wallToUpright(mesh, region.x + s * region.width, region.y + (1 - t) * region.height);
  const along = (place: (share: number) => Point | null): string =>
    pathOf(Array.from({ length: SAMPLES + 1 }, (_, i) => place(i / SAMPLES)));
  const columns = grid.columnsAt;
  const rows = grid.rowsAt;
  return [
    ...columns.map((s) => along((share) => at(s, share))),
    ...rows.map((t) => along((share) => at(share, t))),
  ].join('');
};

const outlines = new WeakMap<FacadeModel, OutlineLine[]>();
/** Worked out once a façade: a second on a slow tablet. */
export const outlineLines = (facade: FacadeModel): OutlineLine[] => {
  const known = outlines.get(facade);
  if (known) return known;
  const lines = outlineOf(facade);
  outlines.set(facade, lines);
  return lines;
};

/** The drawing, canvas metres, as the mesh puts it into the picture. */
export const facadePath = (lines: readonly OutlineLine[], mesh: WarpMesh, wall: Venue['wall']): string =>
  lines
    .map(({ line }) =>
      pathOf(
        line.points.map((place) => {
          const [u, v] = wall.toWall([place[0], place[1]]);
          return wallToUpright(mesh, u, v);
        }),
        line.closed,
      ),
    )
    .join('');

/** Where the picture of another output ends in this one: its region’s sides, walked along. */
export const neighbourPath = (mesh: WarpMesh, { region }: CompiledOutput): string => {
  const { x, y, width, height } = region;
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ] as const;
  return corners
    .slice(0, 4)
    .map((from, side) => {
      const to = corners[side + 1] ?? from;
      return pathOf(
        Array.from({ length: SAMPLES + 1 }, (_, i) => {
          const share = i / SAMPLES;
          return wallToUpright(
            mesh,
            from[0] + (to[0] - from[0]) * share,
            from[1] + (to[1] - from[1]) * share,
          );
        }),
      );
    })
    .join('');
};

/** Indices of control points that a problem names, `output:left.warp.points.5` or `….corners.2`. */
const CORNER_INDEX = [0, 1, 3, 2];
export const problemPoint = (path: string): number | null => {
  const found = /\.warp\.(points|corners)\.(\d+)$/.exec(path);
  if (!found) return null;
  const index = Number(found[2]);
  return found[1] === 'corners' ? (CORNER_INDEX[index] ?? null) : index;
};
