import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { Point } from '../../../core/rig/geometry.ts';
import { withMirrors } from '../../../core/rig/grid-move.ts';
import type { Symmetry } from '../../../core/rig/grid-move.ts';
import type { Quad } from '../../../core/rig/homography.ts';
import type { Result } from '../../../core/result.ts';
import { outputSchema } from '../../../core/rig/rig.schema.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { copiedWarp, resetWarp } from '../../../core/rig/warp-edit.ts';
import { cornerPin, interpolated, resizedGrid, withLine, withoutLine } from '../../../core/rig/warp-lines.ts';
import { extendedToOutput } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh, controlGrid } from '../../../core/rig/warp-mesh.ts';
import { movedWarp, pinnedWarp, typedPoint } from '../../../core/rig/warp-move.ts';
import { resetPoints } from '../../../core/rig/warp-reset.ts';
import type { WarpRecord } from '../../../core/rig/warp.schema.ts';
import { makeOutput } from './builders.ts';

const SIZE = { width: 1920, height: 1080 };
const PIN: Quad = [
  [80, 40],
  [1820, -20],
  [1900, 1010],
  [20, 1060],
];
const made = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
};
const outputOf = (warp: unknown, more: Record<string, unknown> = {}): LitOutput =>
  makeOutput({ ...SIZE, region: { x: 0, y: 0, width: 32, height: 18 }, warp, ...more });
const wearing = (output: LitOutput, warp: WarpRecord): LitOutput => ({ ...output, warp });
const pointsOf = (output: LitOutput): readonly Point[] => controlGrid(output).points;
const gridOf = (
  columns: number,
  rows: number,
  move: (s: number, t: number) => Point = () => [0, 0],
  more: Record<string, unknown> = {},
): LitOutput =>
  outputOf({
    kind: 'grid',
    columns,
    rows,
    points: Array.from({ length: columns * rows }, (_, i) => {
      const [s, t] = [(i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)];
      const [dx, dy] = move(s, t);
      return [SIZE.width * s + dx, SIZE.height * t + dy];
    }),
    ...more,
  });
const even = gridOf(5, 5);

/** The farthest that the picture of two outputs lies apart, by the meshes that are drawn. */
const farthest = (a: LitOutput, b: LitOutput): number => {
  const [before, after] = [a, b].map((output) => buildWarpMesh(output, output.id, PLAIN_VENUE));
  let most = 0;
  for (let v = 0.25; v < 18; v += 0.71)
    for (let u = 0.25; u < 32; u += 0.83) {
      const [p, q] = [extendedToOutput(before!, u, v)!, extendedToOutput(after!, u, v)!];
      most = Math.max(most, Math.hypot(p[0] - q[0], p[1] - q[1]));
    }
  return most;
};
const pull = fc.double({ min: -90, max: 90, noNaN: true });
/** A grid with each point up to 90 px (5 %) off, over a pin or over the whole picture. */
const randomGrid = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 2, max: most }),
      fc.integer({ min: 2, max: most }),
      fc.constantFrom('linear', 'bezier'),
      fc.array(pull, { minLength: 2 * most * most, maxLength: 2 * most * most }),
    )
    .map(([columns, rows, interpolation, moves]) => {
      let i = 0;
      return gridOf(columns, rows, () => [moves[i++]!, moves[i++]!], { interpolation });
    });
const line = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const way = fc.constantFrom<'column' | 'row'>('column', 'row');

describe('the picture stays', () => {
  prop.prop([randomGrid(7), fc.integer({ min: 2, max: 33 }), fc.integer({ min: 2, max: 33 })], {
    numRuns: 60,
  })('with as many columns and rows, or more', (output, columns, rows) => {
    const grid = controlGrid(output);
    const [wide, high] = [Math.max(columns, grid.columns), Math.max(rows, grid.rows)];
    const { warp, movedPx } = made(resizedGrid(output, wide, high));
    expect(warp).toMatchObject({ kind: 'grid', columns: wide, rows: high });
    expect(movedPx).toBeLessThan(0.1);
    expect(outputSchema.shape.warp.parse(warp)).toEqual(warp);
  });
  prop.prop([randomGrid(7), line, way], { numRuns: 60 })(
    'with a line put in anywhere',
    (output, at, which) => {
      const placed = withLine(output, which, at);
      if (placed.ok) expect(placed.value.movedPx).toBeLessThan(0.1);
      else expect(placed.code).toBe('warp-line');
    },
  );
  prop.prop([randomGrid(6), line, way], { numRuns: 60 })(
    'when a line goes that was just put in',
    (output, at, which) => {
      const placed = withLine(output, which, at);
      if (!placed.ok) return;
      const wider = wearing(output, placed.value.warp);
      const { columnsAt, rowsAt } = controlGrid(wider);
      const lines = which === 'column' ? columnsAt : rowsAt;
      const index = lines.findIndex((each) => Math.abs(each - at) <= 1 / 256);
      const back = made(withoutLine(wider, which, index));
      expect(back.movedPx).toBeLessThan(0.1);
      expect(pointsOf(wearing(output, back.warp)).length).toBe(pointsOf(output).length);
    },
  );
  test.each([
    [2, 2],
    [3, 3],
    [7, 4],
    [33, 33],
  ])('when a corner pin becomes a grid of %i × %i, and back', (columns, rows) => {
    const pin = outputOf({ kind: 'corners', corners: PIN });
    const { warp, movedPx } = made(resizedGrid(pin, columns, rows));
    expect(movedPx).toBeLessThan(0.05);
    expect(warp).toMatchObject({ kind: 'grid', columns, rows, columnsAt: null, rowsAt: null });
    expect(farthest(pin, wearing(pin, warp))).toBeLessThan(0.1);
    const back = made(cornerPin(wearing(pin, warp)));
    expect(back.warp).toEqual({ kind: 'corners', corners: PIN });
    expect(back.movedPx).toBeLessThan(0.05);
  });
  test('on the mesh itself, for a doubled grid and for an added row', () => {
    const bulge = gridOf(5, 5, (s, t) => [60 * Math.sin(5 * t), 70 * Math.sin(4 * s)]);
    expect(farthest(bulge, wearing(bulge, made(resizedGrid(bulge, 9, 9)).warp))).toBeLessThan(0.1);
    for (const at of [0.125, 0.3, 0.77])
      for (const which of ['row', 'column'] as const)
        expect(farthest(bulge, wearing(bulge, made(withLine(bulge, which, at)).warp))).toBeLessThan(0.1);
  });
  test('what was subdivided is thinned to what it was', () => {
    const bulge = gridOf(4, 3, (s, t) => [60 * Math.sin(5 * t), 70 * Math.sin(4 * s)]);
    const fine = wearing(bulge, made(resizedGrid(bulge, 7, 9)).warp);
    const back = made(resizedGrid(fine, 4, 3));
    expect(back.movedPx).toBeLessThan(0.1);
    expect(wearing(bulge, back.warp).warp).toMatchObject({ columns: 4, rows: 3, columnsAt: null });
  });
});

describe('the picture moves, and it is said how far', () => {
  test('when lines go that shape it', () => {
    const bulge = gridOf(5, 5, (s, t) => [0, 80 * Math.sin(Math.PI * s) * Math.sin(Math.PI * t)]);
    expect(made(resizedGrid(bulge, 2, 2)).movedPx).toBeCloseTo(80, 0);
    expect(made(cornerPin(bulge)).movedPx).toBeCloseTo(80, 0);
  });
  test('between linear and Bézier, whose points stay', () => {
    const bulge = gridOf(5, 5, (s) => [0, 80 * Math.sin(Math.PI * s)]);
    const straight = made(interpolated(bulge, 'linear'));
    expect(straight.movedPx).toBeGreaterThan(1);
    expect(pointsOf(wearing(bulge, straight.warp))).toEqual(pointsOf(bulge));
    expect(made(interpolated(wearing(bulge, straight.warp), 'bezier')).warp).toEqual(bulge.warp);
  });
});

describe('moving', () => {
  const by: Point = [10, -4];
  const none = { radius: null, symmetry: 'none' as const };
  /** By how much each point that moved did, by its index. */
  const moves = (before: LitOutput, warp: WarpRecord): Record<number, [number, number]> =>
    Object.fromEntries(
      pointsOf(wearing(before, warp)).flatMap((p, i) => {
        const q = pointsOf(before)[i]!;
        const [dx, dy] = [p[0] - q[0], p[1] - q[1]];
        return dx === 0 && dy === 0 ? [] : [[i, [Math.round(dx * 100) / 100, Math.round(dy * 100) / 100]]];
      }),
    );

  test('moves what is chosen and nothing else', () => {
    const warp = made(movedWarp(even, [6, 7, 7], { by, ...none }));
    expect(moves(even, warp)).toEqual({ 6: by, 7: by });
  });
  test('moves a corner of a pin', () => {
    const pin = outputOf({ kind: 'corners', corners: null });
    expect(made(movedWarp(pin, [3], { by, ...none }))).toEqual({
      kind: 'corners',
      corners: [
        [0, 0],
        [1920, 0],
        [1930, 1076],
        [0, 1080],
      ],
    });
  });
  test('rounds to a hundredth of a pixel', () => {
    const warp = made(movedWarp(even, [6], { by: [0.123456, -0.1], ...none }));
    expect(pointsOf(wearing(even, warp))[6]).toEqual([480.12, 269.9]);
  });
  test('takes others along within the radius, less with distance', () => {
    const warp = made(movedWarp(even, [12], { by: [0, 20], radius: 700, symmetry: 'none' }));
    const found = moves(even, warp);
    expect(found[12]).toEqual([0, 20]);
    expect(found[7]![1]).toBeGreaterThan(found[11]![1]);
    expect(found[11]![1]).toBeGreaterThan(0);
    expect(found[0]).toBeUndefined();
  });
  test.each<[Symmetry, Record<number, Point>]>([
    ['left-right', { 6: [10, -4], 8: [-10, -4] }],
    ['top-bottom', { 6: [10, -4], 16: [10, 4] }],
    ['both', { 6: [10, -4], 8: [-10, -4], 16: [10, 4], 18: [-10, 4] }],
  ])('moves the mirror image too: %s', (symmetry, expected) => {
    expect(moves(even, made(movedWarp(even, [6], { by, radius: null, symmetry })))).toEqual(expected);
    expect(withMirrors({ columns: 5, rows: 5 }, [6], symmetry)).toEqual(Object.keys(expected).map(Number));
  });
  test('a point on the axis stays on it', () => {
    expect(moves(even, made(movedWarp(even, [7], { by, radius: null, symmetry: 'left-right' })))).toEqual({
      7: [0, -4],
    });
  });
  prop.prop([fc.integer({ min: 0, max: 24 }), pull, pull, fc.constantFrom(null, 300, 2000)])(
    'left and right stay mirror images of each other',
    (index, dx, dy, radius) => {
      const warp = made(movedWarp(even, [index], { by: [dx, dy], radius, symmetry: 'left-right' }));
      const after = pointsOf(wearing(even, warp));
      after.forEach(([x, y], i) => {
        const [mx, my] = after[Math.floor(i / 5) * 5 + 4 - (i % 5)]!;
        expect(Math.abs(x + mx - 1920)).toBeLessThan(0.021);
        expect(Math.abs(y - my)).toBeLessThan(0.011);
      });
    },
  );
  test('typed coordinates', () => {
    expect(pointsOf(wearing(even, made(typedPoint(even, 24, [1900.5, 1000]))))[24]).toEqual([1900.5, 1000]);
  });
});

describe('the corner pin under a grid', () => {
  test('carries all points: a grid over a pin is what a pin of it would be', () => {
    const grid = wearing(even, made(pinnedWarp(even, PIN)));
    const pin = outputOf({ kind: 'corners', corners: PIN });
    expect(farthest(grid, pin)).toBeLessThan(0.1);
  });
  test('there and back is where it was', () => {
    const bulge = gridOf(5, 4, (s, t) => [30 * Math.sin(5 * t), 40 * Math.sin(4 * s)]);
    const [a, b, c, d] = [0, 4, 19, 15].map((i) => pointsOf(bulge)[i]!);
    const there = wearing(bulge, made(pinnedWarp(bulge, PIN)));
    const back = wearing(bulge, made(pinnedWarp(there, [a!, b!, c!, d!])));
    pointsOf(back).forEach((p, i) => {
      const [x, y] = pointsOf(bulge)[i]!;
      expect(Math.hypot(p[0] - x, p[1] - y)).toBeLessThan(0.03);
    });
  });
  test('refuses four corners that are no quad, and points thrown behind the horizon', () => {
    expect(pinnedWarp(even, [PIN[0], PIN[2], PIN[1], PIN[3]])).toMatchObject({
      code: 'homography-not-convex',
    });
    const wide = gridOf(3, 3, (s, t) => (t === 0.5 && s === 0.5 ? [0, 9000] : [0, 0]));
    expect(
      pinnedWarp(wide, [
        [800, 400],
        [1100, 400],
        [1920, 1080],
        [0, 1080],
      ]),
    ).toMatchObject({
      code: 'warp-horizon',
      path: 'warp.points.4',
    });
  });
});

describe('reset of a part', () => {
  const bulge = (s: number, t: number): Point => [40 * t * t, 60 * s * (1 - s) + 10 * s * t];
  test.each([[[12]], [[6, 7, 8]], [[0]], [[4, 9]]])(
    '%j lies on the surface of the others again',
    (chosen) => {
      const sound = gridOf(5, 5, bulge);
      const broken = wearing(
        sound,
        made(movedWarp(sound, chosen, { by: [55, 70], radius: null, symmetry: 'none' })),
      );
      const after = pointsOf(wearing(sound, made(resetPoints(broken, chosen, 'others'))));
      after.forEach(([x, y], i) => {
        const [ox, oy] = pointsOf(sound)[i]!;
        expect(Math.hypot(x - ox, y - oy)).toBeLessThan(chosen.includes(i) ? 9 : 0.01);
      });
    },
  );
  test('a point of a straight grid comes back exactly, over a pin too', () => {
    for (const sound of [even, wearing(even, made(pinnedWarp(even, PIN)))])
      for (const index of [0, 2, 12, 24]) {
        const broken = wearing(
          sound,
          made(movedWarp(sound, [index], { by: [25, 30], radius: null, symmetry: 'none' })),
        );
        const [x, y] = pointsOf(wearing(sound, made(resetPoints(broken, [index], 'others'))))[index]!;
        const [ox, oy] = pointsOf(sound)[index]!;
        expect(Math.hypot(x - ox, y - oy)).toBeLessThan(0.3);
      }
  });
  test('onto the pin: everything between the corners', () => {
    const all = Array.from({ length: 25 }, (_, i) => i);
    const warped = wearing(even, made(pinnedWarp(gridOf(5, 5, bulge), PIN)));
    const flat = wearing(even, made(resetPoints(warped, all, 'pin')));
    expect(farthest(flat, outputOf({ kind: 'corners', corners: PIN }))).toBeLessThan(0.1);
  });
  test('a corner of a pin goes to the picture’s own', () => {
    const pin = outputOf({ kind: 'corners', corners: PIN });
    expect(pointsOf(wearing(pin, made(resetPoints(pin, [3], 'pin'))))).toEqual([
      PIN[0],
      PIN[1],
      PIN[3],
      [1920, 1080],
    ]);
    expect(resetWarp()).toEqual({ kind: 'corners', corners: null });
  });
});

describe('copy', () => {
  test('to another size, and to a projector on its side', () => {
    const from = outputOf({ kind: 'corners', corners: PIN });
    const to = outputOf({ kind: 'corners', corners: null }, { width: 1080, height: 3840, rotation: 90 });
    expect(made(copiedWarp(from, to))).toEqual({
      kind: 'corners',
      corners: [
        [160, 40],
        [3640, -20],
        [3800, 1010],
        [40, 1060],
      ],
    });
    expect(made(copiedWarp(even, outputOf({ kind: 'corners', corners: null })))).toEqual(even.warp);
    expect(made(copiedWarp(outputOf({ kind: 'corners', corners: null }), to))).toEqual(resetWarp());
  });
});

describe('what makes no sense is refused with words', () => {
  const options = { by: [1, 1] as Point, radius: null, symmetry: 'none' as const };
  const model = outputOf({
    kind: 'model',
    pose: { focal: [2000, 2000], centre: [960, 540], rotation: [0, 0, 0], translation: [0, 0, 30] },
  });
  const broken = { ...even, warp: { ...even.warp, points: [] } } as LitOutput;
  test.each<[string, Result<unknown>, string]>([
    ['a point that is not there', movedWarp(even, [25], options), 'warp-point'],
    ['half a point', movedWarp(even, [1.5], options), 'warp-point'],
    ['a movement that is no number', movedWarp(even, [1], { ...options, by: [NaN, 0] }), 'warp-value'],
    ['a movement out of reach', movedWarp(even, [1], { ...options, by: [1e300, 0] }), 'warp-value'],
    ['a radius of nothing', movedWarp(even, [1], { ...options, radius: 0 }), 'warp-value'],
    ['typed rubbish', typedPoint(even, 3, [Infinity, 2]), 'warp-value'],
    ['typed for nobody', typedPoint(even, -1, [2, 2]), 'warp-point'],
    ['34 columns', resizedGrid(even, 34, 5), 'warp-size'],
    ['one row', resizedGrid(even, 5, 1), 'warp-size'],
    ['2.5 rows', resizedGrid(even, 5, 2.5), 'warp-size'],
    ['a line on a line', withLine(even, 'row', 0.25), 'warp-line'],
    ['a line at the end', withLine(even, 'row', 1), 'warp-line'],
    ['a line nowhere', withLine(even, 'column', NaN), 'warp-line'],
    ['a 34th line', withLine(gridOf(33, 2), 'column', 0.51), 'warp-size'],
    ['no outer line', withoutLine(even, 'row', 0), 'warp-line'],
    ['a line that is not there', withoutLine(even, 'row', 4), 'warp-line'],
    ['a reset of nobody', resetPoints(even, [99], 'others'), 'warp-point'],
    ['corners that are no numbers', pinnedWarp(even, [[NaN, 0], PIN[1], PIN[2], PIN[3]]), 'warp-value'],
    ['a calibrated output', movedWarp(model, [0], options), 'warp-model'],
    ['a copy of a calibrated output', copiedWarp(model, even), 'warp-model'],
    ['a grid whose points are missing', movedWarp(broken, [0], options), 'rig-grid'],
  ])('%s', (_name, result, code) => {
    expect(result).toMatchObject({ ok: false, code, message: expect.stringMatching(/.{20}/) as string });
  });
});
