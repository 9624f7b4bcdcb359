import { describe, expect, it } from 'vitest';
import { createFlashMeter, fieldCells, type Grid } from '../../../core/safety/flash.ts';

/** A wall of 60 × 30 m in cells of a metre, the nearest spectator at 60 m: a field of 10° is 10.5 m, 10 cells. */
const grid: Grid = { columns: 60, rows: 30, cell: 1, distance: 60 };
const FPS = 25;
type Rgb = readonly [number, number, number];
type Scene = (at: number, x: number, y: number) => Rgb;
const measured = (scene: Scene, seconds = 3, fps = FPS) => {
  const meter = createFlashMeter(grid);
  const rgb = new Float32Array(grid.columns * grid.rows * 3);
  for (let frame = 0; frame < seconds * fps; frame += 1) {
    for (let y = 0; y < grid.rows; y += 1)
      for (let x = 0; x < grid.columns; x += 1) rgb.set(scene(frame / fps, x, y), (y * grid.columns + x) * 3);
    meter.push(frame / fps, rgb);
  }
  return meter.report();
};
const grey = (level: number): Rgb => [level, level, level];
/** On for the first half of each period. */
const blinks = (at: number, hertz: number): boolean => (at * hertz) % 1 < 0.5 - 1e-9;

it('a field of 10° at 60 m is 10.5 m', () => {
  expect([fieldCells(grid), fieldCells({ ...grid, cell: 0.5 }), fieldCells({ ...grid, distance: 1 })]).toEqual([
    10, 21, 1,
  ]); // prettier-ignore
});

describe('general flashes', () => {
  it.each([
    [1, 1],
    [3, 3],
    [4, 4],
    [8, 8],
  ])('the whole wall at %d Hz: %d a second', (hertz, flashes) => {
    const { general, red } = measured((at) => grey(blinks(at, hertz) ? 0.6 : 0));
    expect(general.flashes).toBeGreaterThanOrEqual(flashes);
    expect(general.flashes).toBeLessThanOrEqual(flashes + 0.5);
    expect(red.flashes).toBe(0);
  });
  it('a swing of less than a tenth is none, nor one above 0.8', () => {
    expect(measured((at) => grey(blinks(at, 6) ? 0.39 : 0.3)).general.flashes).toBe(0);
    expect(measured((at) => grey(blinks(at, 6) ? 1 : 0.82)).general.flashes).toBe(0);
    expect(measured((at) => grey(blinks(at, 6) ? 1 : 0.7)).general.flashes).toBeGreaterThan(3);
  });
  it('a slow wave counts once each way, however many frames it takes', () => {
    const { general } = measured((at) => grey(0.5 - 0.5 * Math.cos(2 * Math.PI * 2 * at)));
    expect(general.flashes).toBeGreaterThanOrEqual(2);
    expect(general.flashes).toBeLessThanOrEqual(2.5);
  });
  it('a stair of small steps up and down is one flash each way, not many', () => {
    const stair = (at: number) => Math.floor((at % 1 < 0.5 ? at % 0.5 : 0.5 - (at % 0.5)) * 20) / 20;
    expect(measured((at) => grey(stair(at))).general.flashes).toBeLessThanOrEqual(1.5);
  });
  it('a quarter of the field counts, less does not: a lamp may flicker', () => {
    const patch = (size: number) => (at: number, x: number, y: number) =>
      grey(x >= 20 && x < 20 + size && y >= 10 && y < 10 + size && blinks(at, 6) ? 0.9 : 0);
    expect(measured(patch(4)).general.flashes).toBe(0);
    expect(measured(patch(5)).general.flashes).toBeGreaterThan(5);
  });
  it('says when and where', () => {
    const { general } = measured((at, x, y) => grey(x >= 40 && x < 48 && y >= 5 && y < 13 && at > 1 && blinks(at, 5) ? 1 : 0)); // prettier-ignore
    expect(general.at).toBeGreaterThan(1.8);
    expect(Math.abs(general.x - 44)).toBeLessThan(6);
    expect(Math.abs(general.y - 9)).toBeLessThan(6);
  });
  it('cells that flash in turn are not one flash of all', () => {
    // Each cell once a second, eight groups of columns in turn.
    const { general } = measured((at, x) => grey(Math.floor(at * 8) % 8 === x % 8 ? 0.8 : 0));
    expect(general.flashes).toBeLessThanOrEqual(1.5);
  });
});

describe('red flashes', () => {
  it('saturated red that blinks counts as both', () => {
    const { red, general } = measured((at) => (blinks(at, 4) ? [1, 0, 0] : [0, 0, 0]));
    expect(red.flashes).toBeGreaterThanOrEqual(4);
    expect(general.flashes).toBeGreaterThanOrEqual(4);
  });
  it('red that is too dark for a general flash still counts', () => {
    const { red, general } = measured((at) => (blinks(at, 4) ? [0.3, 0, 0] : [0, 0, 0]));
    expect([red.flashes >= 4, general.flashes]).toEqual([true, 0]);
  });
  it('orange and pink are no saturated red', () => {
    expect(measured((at) => (blinks(at, 6) ? [1, 0.4, 0] : [0, 0, 0])).red.flashes).toBe(0);
    expect(measured((at) => (blinks(at, 6) ? [1, 0.5, 0.5] : [0, 0, 0])).red.flashes).toBe(0);
  });
});

it('a second is any second: two bursts of three within it are six', () => {
  // Three flashes in 0.4 s, twice, 0.5 s apart.
  const burst = (at: number) => at >= 0 && at < 0.36 && (at * 8.33) % 1 < 0.5;
  const { general } = measured((at) => grey(burst(at - 0.4) || burst(at - 0.84) ? 0.8 : 0));
  expect(general.flashes).toBeGreaterThanOrEqual(5);
});
