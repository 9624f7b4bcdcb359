import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { blackLift, edgesFactor, softEdge } from '../../../core/rig/blend.ts';
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
