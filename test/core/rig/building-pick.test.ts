import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { buildingCorners, pickAt, suggestPicks } from '../../../core/rig/building-pick.ts';
import { PLAIN_WALL } from '../../../core/rig/wall-map.ts';
import { parseDocument } from '../../../core/show/parse.ts';
import { box, COLUMN, makeFacade, solidFor } from './building.builders.ts';

const cornersFor = (facade: ReturnType<typeof makeFacade>) =>
  buildingCorners(solidFor(facade), { model: null, facade }, PLAIN_WALL);
const solid = solidFor(COLUMN);

describe('corners of the building', () => {
  test('stand at their plane’s depth, and those that are covered are none', () => {
    expect(cornersFor(COLUMN).sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(
      [[0, 0, -4], [0, 10, -4], [9, 0, 0], [9, 10, 0], [10, 0, 0], [10, 10, 0], [20, 0, -4], [20, 10, -4]], // prettier-ignore
    );
    const hidden = makeFacade([[box(3, 3, 2, 2), 5], [box(2, 2, 6, 6), 1]]); // prettier-ignore
    expect(cornersFor(hidden).map(([, , z]) => z)).toEqual([-1, -1, -1, -1]);
  });
  test('curves have none; a hole has those of its edge, at its own depth', () => {
    const arch = 'M 4 0 V 5 C 4 7 5 8 7 8 C 9 8 10 7 10 5 V 0 Z';
    const found = cornersFor(makeFacade([[box(0, 0, 20, 10), 0], [arch, 3]])); // prettier-ignore
    expect(found.filter(([x]) => x > 1 && x < 19)).toEqual([[4, 0, -3], [10, 0, -3]]); // prettier-ignore
  });
  test('a reflex corner and a wall mesh', () => {
    const facade = makeFacade([['M 2 2 H 8 V 8 H 5 V 5 H 2 Z', 1]]);
    const shifted = { toWall: ([x, y]: readonly [number, number]) => [x + 1, y] as const, toCanvas: ([x, y]: readonly [number, number]) => [x - 1, y] as const, isPlain: false }; // prettier-ignore
    expect(cornersFor(facade)).toContainEqual([5, 5, -1]);
    const body = solidFor(makeFacade([['M 3 2 H 9 V 8 H 6 V 5 H 3 Z', 1]]));
    expect(buildingCorners(body, { model: null, facade }, shifted)).toContainEqual([6, 5, -1]);
  });
  test('of a model: its front vertices', () => {
    const model = { name: 'm', vertices: [[0, 0, -4], [20, 10, -4], [9, 10, 0], [9, 10, -4]] as [number, number, number][], triangles: [] }; // prettier-ignore
    expect(buildingCorners(solid, { model, facade: null }, PLAIN_WALL)).toEqual(model.vertices.slice(0, 3));
  });
});

describe('a click', () => {
  const corners = cornersFor(COLUMN);
  test('near a corner is that corner, elsewhere the front there, beside the building nothing', () => {
    expect(pickAt(solid, corners, [9.1, 9.8], 0.5)).toEqual({ world: [9, 10, 0], isCorner: true });
    expect(pickAt(solid, corners, [5, 5], 0.5)).toEqual({ world: [5, 5, -4], isCorner: false });
    expect(pickAt(solid, corners, [9.4, 5], 0.5)?.world[2]).toBeCloseTo(0, 9);
    expect(pickAt(solid, corners, [-3, 5], 0.5)).toBeNull();
  });
});

describe('suggestions on the bundled façade', () => {
  const parsed = parseDocument(
    readFileSync(new URL('../../../shows/usine-extraordinaire/facade.json', import.meta.url), 'utf8'),
    'frise-facade',
  );
  if (!parsed.ok) throw new Error(parsed.message);
  const corners = cornersFor(modelOf(parsed.value));
  const region = { x: 60, y: 0, width: 60, height: 28 };
  const picks = suggestPicks(corners, region, [], 8);
  const spread = (axis: 0 | 1 | 2) => {
    const values = picks.map((pick) => pick[axis]);
    return Math.max(...values) - Math.min(...values);
  };

  test('are spread over the region and its depths', () => {
    expect(picks).toHaveLength(8);
    expect(spread(0)).toBeGreaterThan(45);
    expect(spread(1)).toBeGreaterThan(20);
    expect(spread(2)).toBeGreaterThan(6);
    expect(new Set(picks.map(String)).size).toBe(8);
  });
  test('leave out what is taken, and end where there is nothing', () => {
    const next = suggestPicks(corners, region, picks, 3);
    expect(next).toHaveLength(3);
    next.forEach((pick) => expect(picks).not.toContainEqual(pick));
    expect(suggestPicks(corners, { ...region, x: 500 }, [], 8)).toEqual([]);
    expect(suggestPicks([[80, 10, 0]], region, [[80, 10, 0]], 3)).toEqual([]);
  });
});
