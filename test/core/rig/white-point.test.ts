import { describe, expect, test } from 'vitest';
import { BT709, D65, whiteOfKelvin, whitePointGains } from '../../../core/rig/white-point.ts';
import type { Chromaticity } from '../../../core/rig/white-point.ts';

/** Mixes red, green, blue by amounts, each as bright as the measured white has it. */
const mixed = (measured: Chromaticity, gains: readonly number[]): Chromaticity => {
  const xyz = ([x, y]: Chromaticity) => [x / y, 1, (1 - x - y) / y];
  const [r, g, b] = BT709.map(xyz);
  const white = xyz(measured);
  // Cramer's rule for the amounts that make the measured white.
  const det = (p: number[], q: number[], s: number[]): number =>
    p[0]! * (q[1]! * s[2]! - q[2]! * s[1]!) - q[0]! * (p[1]! * s[2]! - p[2]! * s[1]!) + s[0]! * (p[1]! * q[2]! - p[2]! * q[1]!); // prettier-ignore
  const all = det(r!, g!, b!);
  const amounts = [det(white, g!, b!) / all, det(r!, white, b!) / all, det(r!, g!, white) / all];
  const sum = [0, 1, 2].map((axis) =>
    [r!, g!, b!].reduce((light, primary, k) => light + primary[axis]! * amounts[k]! * gains[k]!, 0),
  );
  const total = sum[0]! + sum[1]! + sum[2]!;
  return [sum[0]! / total, sum[1]! / total];
};

describe('white point', () => {
  test('a projector that is D65 already needs nothing', () => {
    const gains = whitePointGains(D65);
    expect(gains.ok && gains.value).toEqual([1, 1, 1].map((value) => expect.closeTo(value, 9)));
  });
  test.each([
    [[0.345, 0.3585], D65],
    [[0.29, 0.3], D65],
    [
      [0.3127, 0.329],
      [0.3457, 0.3585],
    ],
  ] as [Chromaticity, Chromaticity][])('brings %j to %j', (measured, target) => {
    const gains = whitePointGains(measured, target);
    if (!gains.ok) throw new Error(gains.message);
    expect(Math.max(...gains.value)).toBe(1);
    mixed(measured, gains.value).forEach((value, i) => expect(value).toBeCloseTo(target[i]!, 9));
  });
  test('a yellow lamp loses red and green, never blue', () => {
    const gains = whitePointGains([0.345, 0.3585]);
    expect(gains.ok && gains.value[2]).toBe(1);
    expect(gains.ok && gains.value[0]).toBeLessThan(0.9);
  });
  test('known whites of daylight and of a black body', () => {
    const near = (kelvin: number, [x, y]: Chromaticity): void => {
      const white = whiteOfKelvin(kelvin);
      if (!white.ok) throw new Error(white.message);
      expect(Math.hypot(white.value[0] - x, white.value[1] - y)).toBeLessThan(0.001);
    };
    near(6504, D65);
    near(5003, [0.3457, 0.3585]); // D50
    near(9305, [0.2831, 0.297]); // D93
    near(2856, [0.4476, 0.4074]); // illuminant A
  });
  test('what is no colour, or lies outside what the projector can mix, is refused', () => {
    for (const measured of [
      [0, 0],
      [0.8, 0.3],
      [NaN, 0.3],
      [0.7, 0.29],
    ] as Chromaticity[])
      // prettier-ignore
      expect(whitePointGains(measured)).toMatchObject({ ok: false, code: 'rig-white-point' });
    for (const kelvin of [0, 1000, 1e6, NaN])
      expect(whiteOfKelvin(kelvin)).toMatchObject({ ok: false, code: 'rig-white-point' });
  });
});
