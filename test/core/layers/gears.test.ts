import { describe, expect, it } from 'vitest';
import { gearOutline, type GearPlace, trainOf } from '../../../core/layers/gear-form.ts';
import { gearsSchema } from '../../../core/layers/gears.ts';

type Point = readonly [number, number];
const placed = (wheel: GearPlace, module: number): Point[] =>
  gearOutline(wheel.teeth, module).points.map(([x, y]) => {
    const [cos, sin] = [Math.cos(wheel.angle), Math.sin(wheel.angle)];
    return [wheel.x + x * cos - y * sin, wheel.y + x * sin + y * cos];
  });
const isInside = ([x, y]: Point, ring: readonly Point[]): boolean =>
  ring.reduce((odd, a, i) => {
    const b = ring[(i + ring.length - 1) % ring.length]!;
    const crosses = a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
    return crosses ? !odd : odd;
  }, false);
/** Farthest that a point of one wheel lies inside the other, in modules. */
const bite = (a: GearPlace, b: GearPlace, module: number): number => {
  const [ringA, ringB] = [placed(a, module), placed(b, module)];
  const depth = (point: Point, ring: readonly Point[]): number =>
    isInside(point, ring) ? Math.min(...ring.map(([x, y]) => Math.hypot(x - point[0], y - point[1]))) : 0;
  return Math.max(...ringB.map((p) => depth(p, ringA)), ...ringA.map((p) => depth(p, ringB))) / module;
};
const phases = Array.from({ length: 12 }, (_, i) => (i * 2 * Math.PI) / 24 / 12);

describe('wheels mesh', () => {
  it.each([
    [24, 36],
    [18, 60],
    [40, 17],
  ])('%i and %i teeth never bite into each other, whatever the angle', (one, other) => {
    const p = gearsSchema.parse({ teeth: [one, other], angles: [33], module: 0.5 });
    const bites = phases.map((angle) => {
      const [a, b] = trainOf(p, angle);
      return bite(a!, b!, 0.5);
    });
    expect(Math.max(...bites)).toBeLessThan(0.03);
  });
  it('half a tooth out they do', () => {
    const [a, b] = trainOf(gearsSchema.parse({ teeth: [24, 36], angles: [33] }), 0);
    expect(bite(a!, { ...b!, angle: b!.angle + Math.PI / 36 }, 0.5)).toBeGreaterThan(0.2);
  });
  it('turn against each other by the ratio of their teeth; on one shaft as one', () => {
    const p = gearsSchema.parse({ teeth: [20, 40, 10, 30], angles: [0], shafts: [false, true, false] });
    const [before, after] = [trainOf(p, 0), trainOf(p, 1)];
    expect(after.map(({ angle }, i) => Number((angle - before[i]!.angle).toFixed(6)))).toEqual([
      1,
      -0.5,
      -0.5,
      Number((0.5 / 3).toFixed(6)),
    ]);
    expect(after[2]).toMatchObject({ x: after[1]!.x, y: after[1]!.y });
  });
  it('a wheel of seven teeth is refused', () => {
    expect(gearsSchema.safeParse({ teeth: [7] }).success).toBe(false);
  });
});
