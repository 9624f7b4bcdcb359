import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { CanvasRegion } from './correction.pass.ts';

/** How large the stage's picture and the light map of one output are. */
/** Texels beyond the region, so that filtering at its edge finds a picture. */
const OVERSCAN = 2;
const MAP_SIDE = 1024;
/** Texels that the stage draws at most, as a multiple of the raster's pixels: a steep keystone has few dense ones. */
const TEXEL_BUDGET = 4;

export type PictureSize = { columns: number; rows: number; density: number; region: CanvasRegion };
/** Whole texels over the region as the drawing has it, then the overscan, so that an unwarped output is drawn pixel for pixel. */
export const pictureSize = (mesh: WarpMesh, pixelRatio: number, cap: number, limit: number): PictureSize => {
  const region = mesh.pictureRegion;
  const budget = TEXEL_BUDGET * mesh.width * mesh.height * pixelRatio ** 2;
  const density = Math.min(
    mesh.density * pixelRatio,
    cap,
    (limit - 2 * OVERSCAN) / Math.max(region.width, region.height),
    Math.sqrt(budget / (region.width * region.height)),
  );
  const columns = Math.max(1, Math.round(region.width * density - 1e-6));
  const rows = Math.max(1, Math.round(region.height * density - 1e-6));
  const dx = (OVERSCAN * region.width) / columns;
  const dy = (OVERSCAN * region.height) / rows;
  return {
    columns: columns + 2 * OVERSCAN,
    rows: rows + 2 * OVERSCAN,
    density,
    region: {
      x: region.x - dx,
      y: region.y - dy,
      width: region.width + 2 * dx,
      height: region.height + 2 * dy,
    },
  };
};

/** Texels of the light map: no more than MAP_SIDE a side, half as many while something is dragged. */
export const mapSize = (
  mesh: WarpMesh,
  pixelRatio: number,
  coarse: boolean,
): { width: number; height: number } => {
  const side = coarse ? MAP_SIDE / 2 : MAP_SIDE;
  const scale = Math.min(pixelRatio, side / Math.max(mesh.width, mesh.height));
  return {
    width: Math.max(2, Math.round(mesh.width * scale)),
    height: Math.max(2, Math.round(mesh.height * scale)),
  };
};
