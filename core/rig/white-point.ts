import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { invertHomography } from './homography.ts';
import type { Homography } from './homography.ts';

/**
 * From a measured white to the gains that bring it to another. A projector's primaries with its white give its matrix
 * from linear RGB to XYZ (SMPTE RP 177, Derivation of Basic Television Color Equations, 1993); the target's XYZ through
 * the inverse are the amounts of red, green and blue that make it.
 */
/** CIE 1931 x, y. */
export type Chromaticity = readonly [number, number];
export type Primaries = readonly [red: Chromaticity, green: Chromaticity, blue: Chromaticity];
export const D65: Chromaticity = [0.3127, 0.329];
/** ITU-R BT.709: near enough for most projectors when their own are not known. */
export const BT709: Primaries = [
  [0.64, 0.33],
  [0.3, 0.6],
  [0.15, 0.06],
];
type Xyz = readonly [number, number, number];

const times = (m: Homography, [x, y, z]: Xyz): Xyz => [
  m[0] * x + m[1] * y + m[2] * z,
  m[3] * x + m[4] * y + m[5] * z,
  m[6] * x + m[7] * y + m[8] * z,
];
const xyzOf = ([x, y]: Chromaticity): Xyz => [x / y, 1, (1 - x - y) / y];
const isColour = ([x, y]: Chromaticity): boolean => x > 0 && y > 0 && x + y < 1;

/**
 * Gains for red, green, blue (linear light, the greatest is 1) that turn the projector's measured white into `target`.
 * Code: `rig-white-point` for what is no colour or what the projector cannot mix.
 */
export const whitePointGains = (
  measured: Chromaticity,
  target: Chromaticity = D65,
  primaries: Primaries = BT709,
): Result<[number, number, number]> => {
  const refused = fail('rig-white-point', 'This white cannot be mixed. Check the measured x and y.', 'gain');
  if (![measured, target, ...primaries].every(isColour)) return refused;
  const [r, g, b] = [xyzOf(primaries[0]), xyzOf(primaries[1]), xyzOf(primaries[2])];
  const inverse = invertHomography([r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]]);
  const own = times(inverse, xyzOf(measured));
  const wanted = times(inverse, xyzOf(target));
  const gains = [wanted[0] / own[0], wanted[1] / own[1], wanted[2] / own[2]] as const;
  const greatest = Math.max(...gains);
  if (!gains.every((gain) => gain > 0 && gain < Infinity) || !own.every((part) => part > 0)) return refused;
  return ok([gains[0] / greatest, gains[1] / greatest, gains[2] / greatest]);
};

/**
 * Chromaticity of a white of so many kelvin, 1667–25 000. From 4000 K on daylight (CIE 15:2004, §3.1), below a black
 * body (B. Kim et al., Design of Advanced Color Temperature Control System for HDTV Applications, 2002). Code:
 * `rig-white-point`.
 */
export const whiteOfKelvin = (kelvin: number): Result<Chromaticity> => {
  if (!(kelvin >= 1667 && kelvin <= 25_000))
    return fail('rig-white-point', 'A white has 1667 to 25 000 K. Check the measured value.', 'gain');
  const x = kelvin >= 4000 ? daylightX(kelvin) : blackBodyX(kelvin);
  return ok([x, kelvin >= 4000 ? -3 * x * x + 2.87 * x - 0.275 : blackBodyY(x, kelvin)]);
};
const daylightX = (t: number): number =>
  t <= 7000
    ? -4.607e9 / t ** 3 + 2.9678e6 / t ** 2 + 0.09911e3 / t + 0.244063
    : -2.0064e9 / t ** 3 + 1.9018e6 / t ** 2 + 0.24748e3 / t + 0.23704;
const blackBodyX = (t: number): number =>
  -0.2661239e9 / t ** 3 - 0.2343589e6 / t ** 2 + 0.8776956e3 / t + 0.17991;
const blackBodyY = (x: number, t: number): number =>
  t <= 2222
    ? -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683
    : -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867;
