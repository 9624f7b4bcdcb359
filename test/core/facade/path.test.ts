import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { flattenPath } from '../../../core/facade/path.ts';
import type { Polyline } from '../../../core/facade/path.ts';

const flat = (data: string, tolerance = 0.001): Polyline[] => {
  const result = flattenPath(data, tolerance);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const round = (lines: Polyline[]) =>
  lines.map(({ points }) => points.map((point) => point.map((value) => Number(value.toFixed(6)) + 0)));

describe('lines', () => {
  it.each([
    [
      'M 1 2 L 3 4',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      'M1,2 3,4 5,6',
      [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ],
    ],
    [
      'm1 2 3 4 5 6',
      [
        [
          [1, 2],
          [4, 6],
          [9, 12],
        ],
      ],
    ],
    [
      'M 0 0 H 2 V 3 h -1 v -1',
      [
        [
          [0, 0],
          [2, 0],
          [2, 3],
          [1, 3],
          [1, 2],
        ],
      ],
    ],
    [
      'M0 0l1 1l1-1',
      [
        [
          [0, 0],
          [1, 1],
          [2, 0],
        ],
      ],
    ],
    [
      'M.5.5L-1e1-.5',
      [
        [
          [0.5, 0.5],
          [-10, -0.5],
        ],
      ],
    ],
    [
      'M0 0 1 1M5 5 6 6',
      [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [5, 5],
          [6, 6],
        ],
      ],
    ],
    [
      'M0 0 L0 0 L1 1 L1 1',
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    ],
    ['M 4 4', [[[4, 4]]]],
  ])('%s', (data, expected) => {
    expect(round(flat(data))).toEqual(expected);
  });

  it('closes: the first point is not repeated, and a line goes on from there', () => {
    expect(flat('M 0 0 L 1 0 L 1 1 L 0 0 Z')).toEqual([
      {
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        closed: true,
      },
    ]);
    expect(flat('M 2 2 h 1 v 1 z l -1 -1')).toEqual([
      {
        points: [
          [2, 2],
          [3, 2],
          [3, 3],
        ],
        closed: true,
      },
      {
        points: [
          [2, 2],
          [1, 1],
        ],
        closed: false,
      },
    ]);
    expect(flat('M 2 2 h 1 v 1 z m 1 1 h 1')[1]?.points).toEqual([
      [3, 3],
      [4, 3],
    ]);
  });
});

describe('curves', () => {
  it('S and T reflect the control point of a curve of their kind, and of no other', () => {
    expect(round(flat('M0 0C0 1 1 1 1 0S2-1 2 0', 0.01))).toEqual(
      round(flat('M0 0C0 1 1 1 1 0C1-1 2-1 2 0', 0.01)),
    );
    expect(round(flat('M0 0Q1 1 2 0T4 0', 0.01))).toEqual(round(flat('M0 0Q1 1 2 0Q3-1 4 0', 0.01)));
    expect(round(flat('M0 0L1 0S2 1 2 0', 0.01))).toEqual(round(flat('M0 0L1 0C1 0 2 1 2 0', 0.01)));
    expect(round(flat('M0 0C0 1 1 1 1 0T2 1', 0.01))).toEqual(round(flat('M0 0C0 1 1 1 1 0Q1 0 2 1', 0.01)));
  });

  it('relative curves count from the pen', () => {
    expect(round(flat('M5 5c0 1 1 1 1 0s1-1 1 0q1 1 2 0t2 0'))).toEqual(
      round(flat('M5 5C5 6 6 6 6 5C6 4 7 4 7 5Q8 6 9 5Q10 4 11 5')),
    );
  });

  it('an arc lies on its circle, both ways round, within the tolerance', () => {
    for (const [flags, length] of [
      ['0 0', Math.PI / 2],
      ['0 1', Math.PI / 2],
      ['1 0', 1.5 * Math.PI],
      ['1 1', 1.5 * Math.PI],
    ] as const) {
      const [line] = flat(`M 10 0 A 10 10 0 ${flags} 0 10`, 0.001);
      const points = line?.points ?? [];
      const isNear = flags === '0 1' || flags === '1 0';
      const centre = isNear ? [0, 0] : [10, 10];
      for (const [x, y] of points)
        expect(Math.hypot(x - (centre[0] ?? 0), y - (centre[1] ?? 0))).toBeCloseTo(10, 9);
      const run = points
        .slice(1)
        .reduce(
          (sum, [x, y], i) => sum + Math.hypot(x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)),
          0,
        );
      expect(run / 10).toBeCloseTo(length, 2);
      expect(points.at(-1)).toEqual([0, 10]);
    }
  });

  it('an arc too small for its ends grows, a radius of 0 is a line, equal ends draw nothing', () => {
    const grown = flat('M0 0A1 1 0 0 1 10 0')[0]?.points ?? [];
    expect(Math.min(...grown.map(([, y]) => y))).toBeCloseTo(-5, 2);
    expect(round(flat('M0 0A0 5 0 0 1 10 0'))).toEqual([
      [
        [0, 0],
        [10, 0],
      ],
    ]);
    expect(round(flat('M1 1A5 5 0 1 1 1 1L2 2'))).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
    ]);
  });

  it('reads flags without separators, as design programs write them', () => {
    expect(flat('M0 0a1 1 0 01 2 0')).toEqual(flat('M0 0a1 1 0 0 1 2 0'));
    expect(flat('M0 0a1 1 0 012 0')).toEqual(flat('M0 0a1 1 0 0 1 2 0'));
  });

  it('turns an ellipse', () => {
    const tall = flat('M0 0A2 1 90 0 1 2 0', 0.0005)[0]?.points ?? [];
    expect(Math.min(...tall.map(([, y]) => y))).toBeCloseTo(-2, 2);
  });

  const length = fc.double({ min: -50, max: 50, noNaN: true });
  test.prop([
    fc.tuple(length, length, length, length, length, length, length, length),
    fc.double({ min: 0.002, max: 1, noNaN: true }),
  ])(
    'no point of a cubic is farther from the polyline than the tolerance',
    ([x0, y0, x1, y1, x2, y2, x3, y3], tolerance) => {
      const points = flat(`M${x0} ${y0}C${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`, tolerance)[0]?.points ?? [];
      for (let t = 0; t <= 1; t += 1 / 64) {
        const u = 1 - t;
        const x = u ** 3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t ** 3 * x3;
        const y = u ** 3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t ** 3 * y3;
        expect(distance([x, y], points)).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    },
  );
});

/** What path data is made of, so that most texts get past the first sign. */
const SIGNS = 'MmLlHhVvCcSsQqTtAaZz0123456789.-+e, '.split('');

const distance = ([x, y]: [number, number], points: [number, number][]): number => {
  let least = Infinity;
  for (const [index, [bx, by]] of points.entries()) {
    const [ax, ay] = points[Math.max(0, index - 1)] ?? [bx, by];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
};

describe('what is no path', () => {
  it.each([
    ['', 'Path data is empty'],
    ['   ', 'Path data is empty'],
    ['L 1 1', 'a path starts with M'],
    ['M 1', 'number expected, path ends at character 4'],
    ['M 1 1 L 2 x', 'number expected at character 11'],
    ['M 1 1 B 2 2', 'command letter expected at character 7'],
    ['M 1 1 A 1 1 0 2 1 3 3', 'arc flag 0 or 1 expected at character 15'],
    ['M 1 1 L 1e999 1', 'finite number at character'],
    ['M 1 1 L 2 2 3', 'number expected, path ends'],
  ])('%j: %s', (data, message) => {
    expect(flattenPath(data, 0.01)).toMatchObject({
      ok: false,
      code: 'path-data',
      message: expect.stringContaining(message),
    });
  });

  it.each([0, -1, Number.NaN])('tolerance %s', (tolerance) => {
    expect(flattenPath('M 0 0 L 1 1', tolerance)).toMatchObject({ ok: false, code: 'path-tolerance' });
  });

  it('a tolerance far too fine stays bounded', () => {
    expect(flat('M0 0C0 100 100 100 100 0', 1e-300)[0]?.points.length).toBeLessThan(3000);
    expect(flat('M0 0A50 50 0 1 1 10 0', 1e-300)[0]?.points.length).toBeLessThan(3000);
  });

  test.prop([fc.string({ unit: fc.constantFrom(...SIGNS) })])(
    'any text: a result, finite numbers, no exception',
    (data) => {
      const result = flattenPath(data, 0.05);
      const numbers = result.ok ? result.value.flatMap(({ points }) => points.flat()) : [];
      expect(numbers.every(Number.isFinite)).toBe(true);
    },
  );
});
