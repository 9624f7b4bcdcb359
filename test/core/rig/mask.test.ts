import { describe, expect, test } from 'vitest';
import { maskProblems } from '../../../core/rig/mask.check.ts';
import { elementShapes, maskAreas, outlineOf } from '../../../core/rig/mask-outline.ts';
import { maskSchema } from '../../../core/rig/light.schema.ts';
import { rigSchema } from '../../../core/rig/rig.schema.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import { buildVenue, PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { shareAt } from '../../../core/rig/share.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import { makeOutput } from './builders.ts';
import { box, makeFacade } from './facade-builder.ts';

const makeRig = (masks: unknown[], outputMasks: unknown[] = []): CompiledRig => ({
  id: 'rig:a',
  rig: rigSchema.parse({ title: '', facade: { width: 28, height: 9 }, density: 20, masks }),
  outputs: [{ ...makeOutput({ masks: outputMasks }), key: 'a' }],
  model: null,
});
const facade = makeFacade({
  left: { outline: box(2, 2, 2, 4) },
  right: { outline: box(10, 2, 2, 4) },
  ring: { outline: `${box(5, 2, 3, 4)} ${box(6, 3, 1, 2)}`, kind: 'frame' },
});
/** Light of the one output at a height of 4 m. */
const lightOf = (rig: CompiledRig, known = true) => {
  const venue = buildVenue(rig, known ? facade : null);
  const wall = buildWall(rig.outputs, venue);
  return (u: number) => shareAt(wall, wall.outputs[0]!, u, 4);
};

describe('outlines', () => {
  const circle = (radius: number) => {
    const k = 0.5522847498 * radius;
    return maskSchema.parse({
      space: 'output',
      points: [[radius, 0], [0, radius], [-radius, 0], [0, -radius]], // prettier-ignore
      handles: [[0, -k, 0, k], [k, 0, -k, 0], [0, k, 0, -k], [-k, 0, k, 0]], // prettier-ignore
    });
  };
  test('a Bézier circle is flattened to a tenth of a pixel, with more points where it is larger', () => {
    for (const radius of [5, 100, 800]) {
      const points = outlineOf(circle(radius));
      points.forEach((a, i) => {
        const b = points[(i + 1) % points.length]!;
        const middle = Math.hypot((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
        expect(Math.abs(middle - radius)).toBeLessThan(0.1 + radius * 3e-4); // the curve itself is no circle
      });
      expect(points.length).toBeLessThan(300);
    }
    expect(outlineOf(circle(800)).length).toBeGreaterThan(2 * outlineOf(circle(5)).length);
  });
  test('elements follow the wall mesh, long lines in pieces', () => {
    const wall = { isPlain: false, toWall: ([x, y]: readonly [number, number]) => [x, y + x * x] as const };
    const [shape] = elementShapes(facade, wall)('left')!;
    expect(shape![0]).toContainEqual([3, 11]);
    expect(shape![0]!.length).toBeGreaterThan(12);
  });
});

describe('masks', () => {
  const dark = (light: number[]) => light.map((value) => value < 0.01);
  test('of a façade element, a kind, both, and everything but these', () => {
    const places = [3, 6.5, 5.5, 11, 14];
    const seen = (mask: object) => dark(places.map(lightOf(makeRig([{ space: 'canvas', ...mask }]))));
    expect(seen({ elements: ['left'] })).toEqual([true, false, false, false, false]);
    expect(seen({ elements: ['window'] })).toEqual([true, false, false, true, false]);
    expect(seen({ elements: ['window', 'frame'] })).toEqual([true, false, true, true, false]);
    expect(seen({ elements: ['window'], inverted: true })).toEqual([false, true, true, false, true]);
    const points = [[13, 0], [15, 0], [15, 9], [13, 9]]; // prettier-ignore
    expect(seen({ elements: ['left'], points })).toEqual([true, false, false, false, true]);
  });
  test('of one output work as those of the rig do', () => {
    const mask = { space: 'canvas', elements: ['window'] };
    const light = lightOf(makeRig([], [mask]));
    expect(dark([light(3), light(6.5), light(11)])).toEqual([true, false, true]);
  });
  test('disabled, with an unknown name, or before the façade has come they do nothing', () => {
    const seen = (mask: object, known = true) => lightOf(makeRig([{ space: 'canvas', ...mask }]), known)(3);
    expect(seen({ elements: ['left'], enabled: false })).toBe(1);
    expect(seen({ elements: ['leftt'], inverted: true })).toBe(1);
    expect(seen({ elements: ['left'], inverted: true }, false)).toBe(1);
    expect(seen({ elements: ['left', 'leftt'] })).toBe(0);
  });
  test('feather in metres lies on the lit side', () => {
    const light = lightOf(makeRig([{ space: 'canvas', elements: ['left'], feather: 1 }]));
    expect([light(3.99), light(4.5), light(5.01)]).toEqual([0, expect.closeTo(0.5, 6), 1]);
  });
  test('of the rig leave the blend as it is', () => {
    const pair = [
      makeOutput({ blend: { kind: 'auto' } }),
      makeOutput({ id: 'output:b', blend: { kind: 'auto' }, region: { x: 12, y: 0, width: 16, height: 9 } }),
    ];
    const rig = makeRig([{ space: 'canvas', points: [[13, 3], [14, 3], [14, 6], [13, 6]] }]); // prettier-ignore
    const [plain, masked] = [PLAIN_VENUE, buildVenue(rig, null)].map((venue) => buildWall(pair, venue));
    for (const u of [12.3, 12.8, 14.2, 15.5])
      expect(shareAt(masked!, masked!.outputs[1]!, u, 4)).toBe(shareAt(plain!, plain!.outputs[1]!, u, 4));
    expect(masked!.outputs.map((own) => shareAt(masked!, own, 13.5, 4))).toEqual([0, 0]);
  });
  test('an outline of five hundred points is taken whole', () => {
    const points = Array.from({ length: 500 }, (_, i) => {
      const turn = (i / 500) * 2 * Math.PI;
      return [8 + 4 * Math.cos(turn), 4.5 + 4 * Math.sin(turn)] as [number, number];
    });
    const [area] = maskAreas([maskSchema.parse({ space: 'canvas', points })], () => null);
    expect(area!.shapes[0]![0]).toHaveLength(500);
    const light = lightOf(makeRig([], [{ space: 'canvas', points }]));
    expect([light(8), light(4.1), light(3.8)]).toEqual([0, 0, 1]);
  });
});

describe('what is wrong with masks', () => {
  const codes = (rig: CompiledRig, known = true) =>
    maskProblems(rig, known ? facade : null).map(({ code, path, message }) => [code, path, message]);
  test('names that the façade lacks, of the rig and of an output, with the name', () => {
    const mask = { space: 'canvas', elements: ['left', 'dome'] };
    const rig = makeRig([mask], [mask]);
    expect(codes(rig)).toEqual([
      ['rig-mask-element', 'rig:a.masks.0.elements.1', expect.stringContaining('"dome"')],
      ['rig-mask-element', 'output:a.masks.0.elements.1', expect.stringContaining('"dome"')],
    ]);
    expect(codes(rig, false)).toEqual([]);
  });
  test('a mask of the rig in output pixels', () => {
    const rig = makeRig([{ space: 'output', points: [[0, 0], [9, 0], [0, 9]] }]); // prettier-ignore
    expect(codes(rig)).toEqual([['rig-mask-space', 'rig:a.masks.0.space', expect.any(String)]]);
    expect(lightOf(rig)(0.2)).toBe(1);
  });
});
