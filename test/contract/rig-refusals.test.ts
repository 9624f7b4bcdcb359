import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** A picture that folds over itself is never saved: the edit is refused, and the point that folds is named. */
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());

const recordOf = (id: string): object => Object(host.host.hub.get('rig').document.records[id]);
const put = (id: string, fields: object) =>
  host.verb('document/edit', {
    document: 'rig',
    label: 'move',
    put: { [id]: { ...recordOf(id), ...fields } },
  });
const grid = (moved: Record<number, [number, number]>, more: object = {}) => ({
  warp: {
    kind: 'grid',
    columns: 4,
    rows: 3,
    points: Array.from({ length: 12 }, (_, i) => moved[i] ?? [(i % 4) * 213, Math.floor(i / 4) * 180]),
    ...more,
  },
});
const wall = (pulls: [number, number, number, number][]) => ({
  wall: {
    kind: 'points',
    pairs: pulls.map(([x, y, dx, dy]) => ({ canvas: [x, y], wall: [x + dx, y + dy] })),
  },
});

it('takes a sound warp and a sound wall mesh', async () => {
  expect((await put('output:left', grid({ 5: [230, 190] }))).status).toBe(200);
  expect((await put('rig:two', wall([[4, 4, 0.2, 0]]))).status).toBe(200);
});

it.each<[string, string, object, string, string, RegExp]>([
  [
    'a corner pin that crosses itself',
    'output:left',
    {
      warp: {
        kind: 'corners',
        corners: [
          [0, 0],
          [640, 0],
          [100, 100],
          [0, 360],
        ],
      },
    },
    'warp-fold',
    'output:left.warp.corners.2',
    /lower right/,
  ],
  [
    'two corners on one place',
    'output:right',
    {
      warp: {
        kind: 'corners',
        corners: [
          [0, 0],
          [0, 0],
          [640, 360],
          [0, 360],
        ],
      },
    },
    'warp-degenerate',
    'output:right.warp.corners.0',
    /upper left/,
  ],
  [
    'a grid point across its neighbour',
    'output:left',
    grid({ 6: [180, 180] }),
    'warp-fold',
    'output:left.warp.points.6',
    /column 3, row 2/,
  ],
  [
    'a grid point on its neighbour',
    'output:left',
    grid({ 6: [213, 180] }),
    'warp-degenerate',
    'output:left.warp.points.6',
    /column 3, row 2/,
  ],
  [
    'a coordinate out of reach',
    'output:left',
    grid({ 6: [1e9, 180] }),
    'warp-far',
    'output:left.warp.points.6',
    /column 3, row 2/,
  ],
  [
    'lines that do not rise',
    'output:left',
    grid({}, { columnsAt: [0, 0.7, 0.5, 1] }),
    'rig-grid',
    'output:left.warp.columnsAt',
    /rise/,
  ],
  [
    'a wall mesh that folds',
    'rig:two',
    wall([
      [0, 0, 0, 0],
      [16, 9, 0, 0],
      [7, 4, 2, 0],
      [8, 4, -2, 0],
    ]),
    'wall-fold',
    'rig:two.wall.pairs.',
    /Point [34]/,
  ],
  [
    'two wall points on one place',
    'rig:two',
    wall([
      [4, 4, 0.2, 0],
      [9, 9, 0, 0],
      [4, 4, 0.3, 0],
    ]),
    'wall-degenerate',
    'rig:two.wall.pairs.2',
    /Point 3/,
  ],
])('refuses %s', async (_what, id, fields, code, path, words) => {
  const before = recordOf(id);
  const reply = await put(id, fields);
  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({ ok: false, code, path: expect.stringContaining(path) as string });
  expect(reply.text).toMatch(words);
  expect(recordOf(id)).toEqual(before);
});
