import { describe, expect, it } from 'vitest';
import { graphOf, type Point, strewn } from '../../../core/layers/network-graph.ts';

const row: Point[] = [0, 1, 2, 3].map((x) => [x, 0]);

describe('a graph', () => {
  it('grows from the node nearest to its root, along its links', () => {
    const { at, links, longest } = graphOf(row, 1, 0, [0.2, 0]);
    expect(at).toEqual([0, 1, 2, 3]);
    expect(links).toEqual([
      { from: 0, to: 1, starts: 0, ends: 1 },
      { from: 1, to: 2, starts: 1, ends: 2 },
      { from: 2, to: 3, starts: 2, ends: 3 },
    ]);
    expect(longest).toBe(3);
  });
  it('parts that nothing ties are tied to the nearest, so that all of it grows', () => {
    const islands: Point[] = [...row, [20, 0], [21, 0]];
    const { at, links } = graphOf(islands, 1, 0, [0, 0]);
    expect(at.every(Number.isFinite)).toBe(true);
    expect(links).toContainEqual({ from: 3, to: 4, starts: 3, ends: 20 });
  });
  it('no link is longer than it may be, and what is out of reach is left out', () => {
    const { at, links } = graphOf([...row, [20, 0]], 2, 5, [0, 0]);
    expect(Math.max(...links.map(({ starts, ends }) => ends - starts))).toBeLessThanOrEqual(5);
    expect(at[4]).toBe(Infinity);
  });
  it('one node, or none, has no links', () => {
    expect(graphOf(row.slice(0, 1), 3, 0, [9, 9])).toMatchObject({ at: [0], links: [], longest: 0 });
    expect(graphOf([], 3, 0, [9, 9])).toMatchObject({ at: [], links: [], longest: 0 });
  });
});

describe('strewn points', () => {
  const box = { x: 10, y: 5, width: 20, height: 8 };
  it('lie in their rectangle, apart from one another, the same for the same seed', () => {
    const points = strewn(60, box, 3);
    expect(points.every(([x, y]) => x >= 10 && x <= 30 && y >= 5 && y <= 13)).toBe(true);
    const gaps = points.map((a, i) =>
      Math.min(...points.filter((_, k) => k !== i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(0.4);
    expect(strewn(60, box, 3)).toEqual(points);
    expect(strewn(60, box, 4)).not.toEqual(points);
  });
});
