import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { blackLift, edgesFactor, leakAt, softEdge } from '../../../core/rig/blend.ts';
import { outputSchema } from '../../../core/rig/rig.schema.ts';
import { makeEdges, makeOutput } from './builders.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('softEdge', () => {
  prop.prop([fc.integer({ min: 0, max: 4096 }), fc.double({ min: 0.2, max: 8, noNaN: true })])(
    'f(x) + f(1 − x) = 1',
    (step, power) => {
      const x = step / 4096; // 1 − x is exact
      expect(softEdge(x, power, 0.5) + softEdge(1 - x, power, 0.5)).toBeCloseTo(1, 12);
    },
  );
  prop.prop([unit, unit, fc.double({ min: 0.2, max: 8, noNaN: true }), unit])(
    'never falls',
    (x, y, power, centre) => {
      expect(softEdge(Math.max(x, y), power, centre)).toBeGreaterThanOrEqual(
        softEdge(Math.min(x, y), power, centre),
      );
    },
  );
  test('follows its formula', () => {
    expect(softEdge(0.25, 2, 0.5)).toBeCloseTo(0.125, 12);
    expect(softEdge(0.75, 2, 0.5)).toBeCloseTo(0.875, 12);
    expect(softEdge(0.25, 1, 0.4)).toBeCloseTo(0.2, 12);
    expect([softEdge(-1, 2, 0.5), softEdge(2, 2, 0.5)]).toEqual([0, 1]);
  });
});

test('edges are measured in pixels of the upright picture', () => {
  const output = makeOutput({
    width: 90,
    height: 160,
    rotation: 90,
    blend: makeEdges({ left: 40, top: 20 }, 1),
  });
  const blend = outputSchema.shape.blend.parse(output.blend);
  if (blend.kind !== 'edges') throw new Error('edges expected');
  expect(edgesFactor(blend, output, 0.125, 0.5)).toBeCloseTo(0.5, 12);
  expect(edgesFactor(blend, output, 0.5, 10 / 90)).toBeCloseTo(0.5, 12);
  expect(edgesFactor(blend, output, 0.99, 0.99)).toBe(1);
});

test('the lift fills up to the greatest leak', () => {
  expect(blackLift(0.001, 0.003, 1)).toBeCloseTo(0.002, 12);
  expect(blackLift(0.002, 0.003, 0.5) * 2 + 0.002).toBeCloseTo(0.003, 12);
  expect(blackLift(0.004, 0.003, 1)).toBe(0);
});

describe('offset of an edge', () => {
  const factor = (edge: Record<string, number>, pixels: number): number => {
    const blend = outputSchema.shape.blend.parse({ ...makeEdges({}), left: edge });
    if (blend.kind !== 'edges') throw new Error('edges expected');
    return edgesFactor(blend, makeOutput(), pixels / 160, 0.5);
  };
  test('the ramp lies so many pixels inside, or outside', () => {
    expect(factor({ width: 40, power: 1, offset: 10 }, 30)).toBeCloseTo(0.5, 12);
    expect(factor({ width: 40, power: 1, offset: 10 }, 9.9)).toBe(0);
    expect(factor({ width: 40, power: 1, offset: -10 }, 10)).toBeCloseTo(0.5, 12);
    expect(factor({ width: 40, power: 1, offset: -10 }, 0)).toBeCloseTo(0.25, 12);
  });
  test('without a ramp it cuts', () => {
    expect([factor({ width: 0, offset: 10 }, 9), factor({ width: 0, offset: 10 }, 11)]).toEqual([0, 1]);
    expect([factor({ width: 0, offset: 0 }, 0), factor({ width: 0, offset: -5 }, 0)]).toEqual([1, 1]);
  });
  test('every side has its own', () => {
    const edge = { width: 0, offset: 10 };
    const blend = outputSchema.shape.blend.parse({
      kind: 'edges',
      left: edge,
      right: edge,
      top: edge,
      bottom: edge,
    });
    if (blend.kind !== 'edges') throw new Error('edges expected');
    const at = (x: number, y: number) => edgesFactor(blend, makeOutput(), x / 160, y / 90);
    expect([at(9, 45), at(151, 45), at(80, 9), at(80, 81)]).toEqual([0, 0, 0, 0]);
    expect([at(11, 45), at(149, 45), at(80, 11), at(80, 79)]).toEqual([1, 1, 1, 1]);
  });
});

test('a leak ends with the raster, and fades beyond it with a feather', () => {
  expect([leakAt(0.2, 0, 0.1), leakAt(0, 0, 0.1), leakAt(-0.2, 0, 0.1)]).toEqual([1, 0.5, 0]);
  expect([leakAt(0, 2, 0.1), leakAt(-1, 2, 0.1), leakAt(-2, 2, 0.1)]).toEqual([1, 0.5, 0]);
});
