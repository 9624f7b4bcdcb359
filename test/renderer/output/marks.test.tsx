import { describe, expect, it } from 'vitest';
import { markSchema } from '../../../core/control/line-up.ts';
import { strokesOf } from '../../../renderer/output/line-up/marks.ts';
import { makeOutput } from '../../core/rig/builders.ts';

const grid = (columns: number, rows: number, interpolation = 'bezier') => ({
  kind: 'grid',
  columns,
  rows,
  interpolation,
  points: Array.from({ length: columns * rows }, (_, i) => [
    ((i % columns) / (columns - 1)) * 160,
    (Math.floor(i / columns) / (rows - 1)) * 90,
  ]),
});
const strokes = (over: Record<string, unknown>, mark: object, paths: string[] = []) =>
  strokesOf(
    markSchema.parse(mark),
    makeOutput(over),
    paths.map((path) => ({ code: 'warp-fold', message: '', path })),
    [],
  );
const isRed = ({ colour: [r, g] }: { colour: readonly number[] }) => r === 1 && g! < 0.3;

describe('marks', () => {
  it('nothing is marked where nothing is asked for', () => expect(strokes({}, {})).toEqual([]));
  it('a straight grid is its lines and points', () => {
    expect(strokes({ warp: grid(3, 4, 'linear') }, { mesh: true })).toHaveLength(4 * 2 + 3 * 3 + 12);
  });
  it('the finest curved grid stays cheap: a line of two thousand pieces, not of seventy thousand', () => {
    expect(strokes({ warp: grid(33, 33) }, { mesh: true })).toHaveLength(2 * 33 * 32 + 1089);
  });
  it('lies where the projector’s raster has it, turned and mirrored', () => {
    const at = (over: Record<string, unknown>) => strokes(over, { cross: [10, 20] }).at(-1)?.from;
    expect(at({})).toEqual([10, 20]);
    expect(at({ rotation: 180 })).toEqual([150, 70]);
    expect(at({ mirror: 'horizontal' })).toEqual([150, 20]);
    expect(at({ rotation: 90 })).toEqual([140, 10]);
  });
  it('a selected point beyond the raster is marked at its edge', () => {
    const warp = { kind: 'corners', corners: [[-20, 50], [160, 0], [160, 90], [0, 120]] }; // prettier-ignore
    const ends = strokes({ warp }, { selected: [0, 2, 77] }).filter(({ radius }) => radius > 0);
    expect(ends.map(({ from }) => from)).toEqual([[0, 50], [0, 90]]); // prettier-ignore
  });
  it('a folded mesh is red, and the points that are named are marked; corners are named clockwise', () => {
    const named = (path: string, warp: object) =>
      strokes({ warp }, { mesh: true }, [path])
        .filter((each) => each.radius > 0)
        .map(({ from }) => from);
    expect(strokes({ warp: grid(3, 3) }, { mesh: true }, ['output:a.warp.points.4']).every(isRed)).toBe(true);
    expect(named('output:a.warp.points.4', grid(3, 3))).toEqual([[80, 45]]);
    expect(named('output:a.warp.corners.2', { kind: 'corners', corners: null })).toEqual([[160, 90]]);
  });
  it('a calibrated output has no grid to move', () => {
    const pose = { focal: [100, 100], centre: [80, 45], rotation: [0, 0, 0], translation: [0, 0, 10] };
    expect(strokes({ warp: { kind: 'model', pose } }, { mesh: true, cross: [1, 1] })).toHaveLength(3);
  });
});
