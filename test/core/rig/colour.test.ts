import { fc, test as prop } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { decodeSignal, ditherAt, encodeLight } from '../../../core/rig/colour.ts';
import { fromHalf, toHalf } from '../../../core/rig/half-float.ts';

const gamma = fc.double({ min: 1.6, max: 3, noNaN: true });

prop.prop([fc.double({ min: 0, max: 1, noNaN: true }), gamma])('encode undoes decode', (signal, power) => {
  expect(encodeLight(decodeSignal(signal, power), power)).toBeCloseTo(signal, 10);
});

test('dither over any 5 × 5 pixels is even: a level of 0.3 codes reads as 0.3 within 0.11', () => {
  for (let y = 0; y < 40; y++)
    for (let x = 0; x < 40; x++) {
      let sum = 0;
      for (let k = 0; k < 25; k++)
        sum += Math.round(100.3 + ditherAt(x + (k % 5), y + Math.floor(k / 5), 0, 0) * 255);
      expect(Math.abs(sum / 25 - 100.3)).toBeLessThan(0.11);
    }
});

test('dither stays within half a step and depends on the frame alone', () => {
  expect(Math.abs(ditherAt(1919, 1079, 2, 12_345) * 255)).toBeLessThanOrEqual(0.5);
  expect(ditherAt(7, 3, 1, 4)).toBe(ditherAt(7, 3, 1, 4));
  expect(ditherAt(7, 3, 1, 4)).not.toBe(ditherAt(7, 3, 1, 5));
});

prop.prop([fc.double({ min: -65_000, max: 65_000, noNaN: true })])('half floats keep 11 bits', (value) => {
  const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) - 10));
  expect(Math.abs(fromHalf(toHalf(value)) - value)).toBeLessThanOrEqual(step / 2 + 1e-12);
});

test('every half float survives', () => {
  const finite = Array.from({ length: 0x7c00 }, (_, half) => half);
  expect(finite.filter((half) => toHalf(fromHalf(half)) !== half)).toEqual([]);
  expect([toHalf(1), toHalf(-2), toHalf(1e9), toHalf(65_504)]).toEqual([0x3c00, 0xc000, 0x7c00, 0x7bff]);
});
