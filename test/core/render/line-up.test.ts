import { describe, expect, it } from 'vitest';
import { squaresOf } from '../../../core/render/numbers.ts';
import { ownLight } from '../../../core/render/overlap.ts';

describe('the squares of the wall', () => {
  it.each([
    [235, 62, 10],
    [58, 18, 2.5],
    [16, 9, 1],
    [3, 2, 0.5],
    [2000, 30, 2000 / 26],
  ])('cover %d × %d m in squares of %d m, A1 below on the left', (width, height, side) => {
    const squares = squaresOf({ width, height });
    expect(squares[0]).toMatchObject({ label: 'A1', x: 0, y: 0, width: side });
    expect(squares.every(({ label }) => /^[A-Z]\d{1,2}$/.test(label))).toBe(true);
    expect(new Set(squares.map(({ label }) => label)).size).toBe(squares.length);
    const area = squares.reduce((sum, square) => sum + square.width * square.height, 0);
    expect(area).toBeCloseTo(width * height, 6);
  });
});

describe('an output’s own light in the overlaps', () => {
  const at = (key: string, x: number, y = 0) => ({ key, region: { x, y, width: 10, height: 10 } });
  const canvas = { width: 40, height: 20 };
  const colours = (outputs: ReturnType<typeof at>[]) =>
    outputs.map(({ key }) => ownLight(outputs, key, canvas).colour.join(''));
  it('neighbours in a row are complementary, however many', () => {
    const row = Array.from({ length: 8 }, (_, i) => at(`o${i}`, i * 8));
    expect(colours(row)).toEqual(['100', '011', '100', '011', '100', '011', '100', '011']);
  });
  it('four that meet have four colours', () => {
    expect(new Set(colours([at('a', 0), at('b', 8), at('c', 0, 8), at('d', 8, 8)])).size).toBe(4);
  });
  it('marks what it shares, and nothing where it shares nothing', () => {
    const pair = [at('a', 0), at('b', 8), at('far', 30)];
    expect(ownLight(pair, 'a', canvas).edges).toHaveLength(4);
    expect(ownLight(pair, 'far', canvas)).toMatchObject({ edges: [], scale: [] });
    expect(ownLight([], 'gone', canvas)).toMatchObject({ colour: [1, 1, 1], edges: [] });
  });
});
