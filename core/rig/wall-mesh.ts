import { pulled, pulledFrom } from './wall-field.ts';
import type { Field } from './wall-field.ts';
import { PLAIN_WALL } from './wall-map.ts';
import type { WallMap } from './wall-map.ts';
import { gridField, restOf } from './wall-mesh-grid.ts';
import type { Size } from './wall-mesh-grid.ts';
import { pointsField } from './wall-mesh-points.ts';
import type { WallMeshRecord } from './warp.schema.ts';

/**
 * The correction between the façade’s drawing and the building, before all outputs. A grid pulls the drawing onto the
 * wall, free points lay the wall onto the drawing; the other way is found by Newton’s method. Beyond the drawing the
 * nearest edge’s pull goes on. `facade`: the canvas, metres.
 */
export const buildWallMap = (wall: WallMeshRecord, facade: Size): WallMap => {
  if (wall.kind === 'none') return PLAIN_WALL;
  const key = JSON.stringify([wall, facade.width, facade.height]);
  if (latest?.key !== key) latest = { key, map: makeWallMap(wall, facade) };
  return latest.map;
};
/** Every edit of a rig makes a new venue; the wall is hardly ever what was edited, and others remember by its map. */
let latest: { key: string; map: WallMap } | null = null;

const makeWallMap = (wall: WallMeshRecord, facade: Size): WallMap => {
  const made = wallField(wall, facade);
  if (!made) return PLAIN_WALL;
  const { field, from } = made;
  return from === 'canvas'
    ? { isPlain: false, toWall: (p) => pulled(field, p), toCanvas: (p) => pulledFrom(field, p) }
    : { isPlain: false, toCanvas: (p) => pulled(field, p), toWall: (p) => pulledFrom(field, p) };
};

/** Null for a drawing that fits, or a grid with a wrong number of points. `from`: where the field’s places lie. */
const wallField = (wall: WallMeshRecord, facade: Size): { field: Field; from: 'canvas' | 'wall' } | null => {
  switch (wall.kind) {
    case 'none':
      return null;
    case 'grid': {
      const isWhole = wall.points.length === wall.columns * wall.rows;
      const isMoved = wall.points.some((p, i) => !isAt(p, restOf(wall, i, facade)));
      return isWhole && isMoved ? { field: gridField(wall, facade), from: 'canvas' } : null;
    }
    case 'points':
      return wall.pairs.some((pair) => !isAt(pair.wall, pair.canvas))
        ? { field: pointsField(wall.pairs, facade), from: 'wall' }
        : null;
    default:
      return wall satisfies never;
  }
};
const isAt = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;
