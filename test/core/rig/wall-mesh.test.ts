import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../core/rig/geometry.ts';
import { rigSchema } from '../../../core/rig/rig.schema.ts';
import { wallProblems } from '../../../core/rig/wall-mesh-check.ts';
import { buildWallMap } from '../../../core/rig/wall-mesh.ts';
import type { WallMap } from '../../../core/rig/wall-map.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import type { WallMeshRecord } from '../../../core/rig/warp.schema.ts';
import { outputLookup } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import { makeOutput } from './builders.ts';

const FACADE = { width: 60, height: 20 };
type Pull = readonly [Point, Point];
const points = (...pulls: Pull[]): WallMeshRecord => ({
  kind: 'points',
  pairs: pulls.map(([[x, y], [dx, dy]]) => ({ canvas: [x, y], wall: [x + dx, y + dy] })),
});
const grid = (columns: number, rows: number, pull: (x: number, y: number) => Point): WallMeshRecord => ({
  kind: 'grid',
  columns,
  rows,
  points: Array.from({ length: columns * rows }, (_, i) => {
    const x = ((i % columns) / (columns - 1)) * FACADE.width;
    const y = (1 - Math.floor(i / columns) / (rows - 1)) * FACADE.height;
    const [dx, dy] = pull(x, y);
    return [x + dx, y + dy];
  }),
});
const build = (wall: WallMeshRecord): WallMap => buildWallMap(wall, FACADE);
const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const problemsOf = (wall: unknown): [string, string][] =>
  wallProblems(rigSchema.parse({ title: 'R', facade: FACADE, density: 30, wall }), 'rig:r').map(
    ({ code, path }) => [code, path],
  );

const metres = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const place = fc.tuple(
  fc.double({ min: -15, max: 75, noNaN: true }),
  fc.double({ min: -10, max: 30, noNaN: true }),
);
/** Windows that sit up to 40 cm off, one in each bay of 6 × 5 m, so that nothing folds. */
const windows = fc
  .array(fc.tuple(fc.boolean(), fc.double({ min: 0.2, max: 0.8, noNaN: true }), metres(0.3), metres(0.3)), {
    minLength: 40,
    maxLength: 40,
  })
  .map((bays) =>
    points(
      ...bays.flatMap(([isThere, at, dx, dy], i): Pull[] =>
        isThere
          ? [
              [
                [((i % 10) + at) * 6, (Math.floor(i / 10) + at) * 5],
                [dx, dy],
              ],
            ]
          : [],
      ),
    ),
  );
const grids = fc
  .tuple(
    fc.integer({ min: 2, max: 9 }),
    fc.integer({ min: 2, max: 6 }),
    fc.array(metres(0.35), { minLength: 108, maxLength: 108 }),
  )
  .map(([columns, rows, moves]) => {
    let i = 0;
    return grid(columns, rows, () => [moves[i++]!, moves[i++]!]);
  });

describe('both ways', () => {
  prop.prop([windows, place])('free points come back within 1 mm, also beyond the façade', (wall, p) => {
    const map = build(wall);
    expect(apart(map.toWall(map.toCanvas(p)), p)).toBeLessThan(1e-3);
    expect(apart(map.toCanvas(map.toWall(p)), p)).toBeLessThan(1e-3);
  });
  prop.prop([grids, place])('a grid comes back within 1 mm, also beyond the façade', (wall, p) => {
    const map = build(wall);
    expect(apart(map.toWall(map.toCanvas(p)), p)).toBeLessThan(1e-3);
    expect(apart(map.toCanvas(map.toWall(p)), p)).toBeLessThan(1e-3);
  });
  prop.prop([windows])('free points are met', (wall) => {
    if (wall.kind !== 'points') return;
    const map = build(wall);
    for (const pair of wall.pairs) {
      expect(apart(map.toCanvas(pair.wall), pair.canvas)).toBeLessThan(1e-6);
      expect(apart(map.toWall(pair.canvas), pair.wall)).toBeLessThan(1e-3);
    }
  });
  prop.prop([grids])('grid points are met', (wall) => {
    if (wall.kind !== 'grid') return;
    const map = build(wall);
    wall.points.forEach((p, i) => {
      const x = ((i % wall.columns) / (wall.columns - 1)) * FACADE.width;
      const y = (1 - Math.floor(i / wall.columns) / (wall.rows - 1)) * FACADE.height;
      expect(apart(map.toWall([x, y]), p)).toBeLessThan(1e-9);
    });
  });
});

describe('free points', () => {
  test('none, or none that moves: the drawing fits', () => {
    expect(build(points()).isPlain).toBe(true);
    expect(
      build(
        points(
          [
            [3, 4],
            [0, 0],
          ],
          [
            [30, 4],
            [0, 0],
          ],
        ),
      ).isPlain,
    ).toBe(true);
    expect(build({ kind: 'none' }).isPlain).toBe(true);
    expect(build(grid(3, 3, () => [0, 0])).isPlain).toBe(true);
  });
  test('one is a shift of everything', () => {
    const map = build(
      points([
        [12, 8],
        [0.2, -0.1],
      ]),
    );
    expect(apart(map.toWall([50, 1]), [50.2, 0.9])).toBeLessThan(1e-9);
  });
  test('two far apart turn the drawing', () => {
    const map = build(
      points(
        [
          [0, 0],
          [0, 0],
        ],
        [
          [60, 0],
          [0, 0.6],
        ],
      ),
    );
    expect(apart(map.toWall([0, 20]), [-0.2, 20])).toBeLessThan(0.03);
    expect(apart(map.toWall([30, 0]), [30, 0.3])).toBeLessThan(0.01);
  });
  test('two beside each other do not tear the far end away', () => {
    const map = build(
      points(
        [
          [3, 8],
          [0, 0],
        ],
        [
          [3.5, 8],
          [0.05, 0.05],
        ],
      ),
    );
    expect(apart(map.toWall([60, 8]), [60, 8])).toBeLessThan(1.5);
  });
  test('points along the cornice leave what is below it alone', () => {
    const cornice = [0, 12, 24, 36, 48, 60].map((x, i): Pull => [
      [x, 18 + 0.02 * (i % 2)],
      [0, i % 2 ? 0.1 : -0.1],
    ]);
    const map = build(points(...cornice));
    for (const x of [0, 20, 45, 60]) expect(apart(map.toWall([x, 0]), [x, 0])).toBeLessThan(0.5);
  });
  test('a window that sits 20 cm off is pulled, and its far neighbours are not', () => {
    const pins = [0, 20, 40, 60].flatMap((x) =>
      [0, 20].map((y): Pull => [
        [x, y],
        [0, 0],
      ]),
    );
    const map = build(
      points(...pins, [
        [30, 10],
        [0.2, 0],
      ]),
    );
    expect(apart(map.toWall([30, 10]), [30.2, 10])).toBeLessThan(1e-3);
    expect(apart(map.toWall([58, 10]), [58, 10])).toBeLessThan(0.02);
  });
  test('pairs on one place are one in their middle', () => {
    const map = build(
      points(
        [
          [10, 10],
          [0.2, 0],
        ],
        [
          [10, 10],
          [0.2, 0],
        ],
      ),
    );
    expect(apart(map.toWall([10, 10]), [10.2, 10])).toBeLessThan(1e-6);
  });
});

describe('grid', () => {
  test('is smooth: a straight line is bent, not broken', () => {
    const map = build(grid(5, 3, (x) => [0, 0.2 * Math.sin((x / 60) * Math.PI)]));
    const slope = (x: number) => (map.toWall([x + 0.01, 10])[1] - map.toWall([x, 10])[1]) / 0.01;
    for (const x of [15, 30, 45]) expect(Math.abs(slope(x + 0.02) - slope(x - 0.04))).toBeLessThan(1e-3);
  });
  test('beyond the drawing the edge’s pull goes on', () => {
    const map = build(grid(3, 3, () => [0.2, 0.1]));
    expect(apart(map.toWall([-30, 40]), [-29.8, 40.1])).toBeLessThan(1e-9);
  });
});

describe('what is refused', () => {
  test('nothing in a sound one', () => {
    expect(problemsOf(grid(9, 5, (x, y) => [0.2 * Math.sin(y), 0.3 * Math.cos(x)]))).toEqual([]);
    expect(
      problemsOf(
        points(
          [
            [10, 4],
            [0.2, 0],
          ],
          [
            [40, 14],
            [0, 0.3],
          ],
          [
            [50, 2],
            [0.1, 0],
          ],
        ),
      ),
    ).toEqual([]);
    expect(problemsOf(points())).toEqual([]);
  });
  test('a grid point across its neighbour', () => {
    const wall = grid(5, 3, (x, y) => (x === 30 && y === 10 ? [18, 0] : [0, 0]));
    expect(problemsOf(wall)).toContainEqual(['wall-fold', 'rig:r.wall.points.7']);
  });
  test('a grid point on another', () => {
    const wall = grid(3, 3, (x, y) => (x === 30 && y === 10 ? [30, 0] : [0, 0]));
    expect(problemsOf(wall)).toContainEqual(['wall-degenerate', 'rig:r.wall.points.4']);
  });
  test('a grid with points missing', () => {
    expect(problemsOf({ kind: 'grid', columns: 3, rows: 3, points: [[0, 0]] })).toEqual([
      ['rig-grid', 'rig:r.wall.points'],
    ]);
    expect(build({ kind: 'grid', columns: 3, rows: 3, points: [[0, 0]] }).isPlain).toBe(true);
  });
  test('free points that change places', () => {
    const found = problemsOf(
      points(
        [
          [0, 0],
          [0, 0],
        ],
        [
          [60, 20],
          [0, 0],
        ],
        [
          [28, 10],
          [4, 0],
        ],
        [
          [32, 10],
          [-4, 0],
        ],
      ),
    );
    expect(found.map(([code]) => code)).toContain('wall-fold');
    expect(found.every(([, path]) => /wall\.pairs\.[23]$/.test(path))).toBe(true);
  });
  test('a free point twice names the second', () => {
    expect(
      problemsOf(
        points(
          [
            [9, 9],
            [0.1, 0],
          ],
          [
            [30, 2],
            [0, 0],
          ],
          [
            [9, 9],
            [0.2, 0],
          ],
        ),
      ),
    ).toContainEqual(['wall-degenerate', 'rig:r.wall.pairs.2']);
  });
  test('a slip of the unit', () => {
    expect(
      problemsOf(
        points([
          [9, 9],
          [20_000, 0],
        ]),
      ),
    ).toEqual([['wall-far', 'rig:r.wall.pairs.0']]);
  });
});

describe('what an output shows', () => {
  const PIN = [
    [40, 30],
    [1880, -20],
    [1900, 1060],
    [10, 1100],
  ];
  const bulge = (s: number, t: number) => [
    1920 * s + 40 * Math.sin(Math.PI * t),
    1080 * t + 60 * Math.sin(Math.PI * s),
  ];
  const warps = {
    'an unwarped one': { kind: 'corners', corners: null },
    'a corner pin': { kind: 'corners', corners: PIN },
    'a Bézier grid': {
      kind: 'grid',
      columns: 5,
      rows: 5,
      points: Array.from({ length: 25 }, (_, i) => bulge((i % 5) / 4, Math.floor(i / 5) / 4)),
    },
  };
  const walls = {
    'one window 20 cm off': points(
      ...[0, 20, 40, 60].flatMap((x) =>
        [0, 20].map((y): Pull => [
          [x, y],
          [0, 0],
        ]),
      ),
      [
        [30, 10],
        [0.2, 0.1],
      ],
    ),
    'a grid of 17 × 9': grid(17, 9, (x, y) => [0.1 * Math.sin(x * 3), 0.1 * Math.cos(y * 5 + x)]),
  };
  const meshOf = (warp: unknown, wall: WallMeshRecord): WarpMesh =>
    buildWarpMesh(
      makeOutput({ width: 1920, height: 1080, region: { x: 12, y: 0.5, width: 32, height: 18 }, warp }),
      'output:a',
      { ...PLAIN_VENUE, wall: build(wall) },
    );
  /** What the graphics card looks up at a pixel: canvas metres, straight within a triangle. */
  const pictureAt = (mesh: WarpMesh) => outputLookup({ ...mesh, wall: mesh.canvas });

  test.each(
    Object.entries(warps).flatMap(([name, warp]) =>
      Object.entries(walls).map(([kind, wall]) => [name, kind, warp, wall] as const),
    ),
  )('%s under %s: the place of the picture is right to 0.1 px', (_name, _kind, warp, wall) => {
    const mesh = meshOf(warp, wall);
    const map = build(wall);
    const [onWall, inPicture] = [outputLookup(mesh), pictureAt(mesh)];
    let seen = 0;
    for (let y = 13.5; y < 1080; y += 41)
      for (let x = 7.5; x < 1920; x += 37) {
        const [at, found] = [onWall(x, y), inPicture(x, y)];
        if (!at || !found) continue;
        seen++;
        expect(apart(found, map.toCanvas(at)) * mesh.density).toBeLessThan(0.1);
        expect(found[0]).toBeGreaterThanOrEqual(mesh.pictureRegion.x - 1e-9);
        expect(found[0]).toBeLessThanOrEqual(mesh.pictureRegion.x + mesh.pictureRegion.width + 1e-9);
        expect(found[1]).toBeGreaterThanOrEqual(mesh.pictureRegion.y - 1e-9);
        expect(found[1]).toBeLessThanOrEqual(mesh.pictureRegion.y + mesh.pictureRegion.height + 1e-9);
      }
    expect(seen).toBeGreaterThan(1000);
  });
  test('a drawing 1 m to the left of its building is looked up 1 m further left', () => {
    const mesh = meshOf(
      warps['an unwarped one'],
      points([
        [10, 10],
        [1, 0],
      ]),
    );
    expect(mesh.pictureRegion).toMatchObject({ x: expect.closeTo(11, 6), width: expect.closeTo(32, 6) });
    expect(mesh.region.x).toBe(12);
    expect(mesh.density).toBeCloseTo(60, 6);
  });
  test('a drawing that is stretched onto its building needs more pixels a metre of it', () => {
    const mesh = meshOf(
      warps['an unwarped one'],
      grid(2, 2, (x) => [x * 0.1, 0]),
    );
    expect(mesh.density).toBeCloseTo(66, 6);
  });
});
