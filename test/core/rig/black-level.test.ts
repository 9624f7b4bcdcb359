import { describe, expect, test } from 'vitest';
import { liftAt, shareAt } from '../../../core/rig/share.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { makeOutput } from './builders.ts';

/** Two projectors, 16 m each, that overlap from 12 to 16 m: there black is 0.02, beside it 0.01 and the lift. */
const wallWith = (blackFeather: number) => {
  const colour = { black: 0.01, blackFeather };
  const blend = { kind: 'auto' };
  return buildWall(
    [
      makeOutput({ blend, colour }),
      makeOutput({ id: 'output:b', blend, colour, region: { x: 12, y: 0, width: 16, height: 9 } }),
    ],
    PLAIN_VENUE,
  );
};
const liftOf = (blackFeather: number) => {
  const wall = wallWith(blackFeather);
  return (u: number): number => {
    const own = wall.outputs[0]!;
    return liftAt(wall, own, u, 4.5, shareAt(wall, own, u, 4.5));
  };
};

describe('black level', () => {
  test('without feather the lift is whole up to the other’s edge', () => {
    const lift = liftOf(0);
    expect(lift(11.8)).toBeCloseTo(0.01, 6);
    expect(lift(12)).toBeCloseTo(0.005, 3);
    expect(lift(12.2)).toBe(0);
  });
  test('with feather it begins at nothing there and is whole after so many metres', () => {
    const lift = liftOf(2);
    expect(lift(12)).toBeLessThan(1e-4);
    expect(lift(11)).toBeCloseTo(0.005, 3);
    expect(lift(10)).toBeCloseTo(0.01, 4);
    expect(lift(5)).toBeCloseTo(0.01, 6);
  });
  test('fades without a step', () => {
    const lift = liftOf(2);
    for (let u = 9; u < 12.5; u += 0.02) expect(Math.abs(lift(u) - lift(u + 0.02))).toBeLessThan(0.0003);
  });
});
