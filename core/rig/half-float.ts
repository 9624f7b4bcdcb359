/**
 * IEEE 754 binary16, for maps that go to a texture. Rounds to nearest, ties to even; overflow becomes infinity.
 */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Number → 16 bits. */
export const toHalf = (value: number): number => {
  float[0] = value;
  const raw = bits[0]!;
  const sign = (raw >>> 16) & 0x8000;
  const magnitude = raw & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | roundEven(Math.abs(float[0]) * 2 ** 24);
  const rebased = magnitude - 0x38000000;
  return sign | ((rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13);
};
const roundEven = (value: number): number => {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
};

/** 16 bits → number. */
export const fromHalf = (half: number): number => {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
};

export const packHalf = (values: Float32Array): Uint16Array<ArrayBuffer> => {
  const packed = new Uint16Array(values.length);
  for (let i = 0; i < packed.length; i++) packed[i] = toHalf(values[i]!); // from(values, toHalf) is thirty times slower
  return packed;
};
