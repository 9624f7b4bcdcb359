import type { CompiledLane } from '../show/compiled.ts';
import type { Ease, Value } from '../show/show.schema.ts';

/** Cubic Bézier with end points (0,0) and (1,1), as in CSS: y at x, by Newton's method with bisection as a net. */
const bezier = (x1: number, y1: number, x2: number, y2: number, x: number): number => {
  const sample = (a: number, b: number, t: number): number =>
    ((1 - 3 * b + 3 * a) * t + (3 * b - 6 * a)) * t * t + 3 * a * t;
  let low = 0;
  let high = 1;
  let t = x;
  for (let step = 0; step < 24; step += 1) {
    const error = sample(x1, x2, t) - x;
    if (Math.abs(error) < 1e-7) break;
    if (error > 0) high = t;
    else low = t;
    const slope = 3 * (1 - 3 * x2 + 3 * x1) * t * t + 2 * (3 * x2 - 6 * x1) * t + 3 * x1;
    const newton = t - error / slope;
    t = Math.abs(slope) > 1e-6 && newton > low && newton < high ? newton : (low + high) / 2;
  }
  return sample(y1, y2, t);
};

/** Progress 0–1 → eased progress. */
export const eased = (ease: Ease, x: number): number => {
  if (typeof ease !== 'string') return bezier(...ease, x);
  switch (ease) {
    case 'hold':
      return 0;
    case 'linear':
      return x;
    case 'in':
      return x * x;
    case 'out':
      return x * (2 - x);
    case 'in-out':
      return x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
    case 'smooth':
      return x * x * (3 - 2 * x);
    case 'heavy':
      return x * x * x;
  }
};

const HEX = /^#[0-9a-fA-F]{6}$/;
const channel = (hex: string, index: number): number =>
  Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16) / 255;
const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toEncoded = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** Colours mix in linear light, as lamps do. */
const mixColours = (a: string, b: string, x: number): string =>
  `#${[0, 1, 2]
    .map((index) => toEncoded(toLinear(channel(a, index)) * (1 - x) + toLinear(channel(b, index)) * x))
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, value)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

export const mixValues = (a: Value, b: Value, x: number): Value => {
  if (x <= 0) return a;
  if (typeof a === 'number' && typeof b === 'number') return a + (b - a) * x;
  if (typeof a === 'string' && typeof b === 'string' && HEX.test(a) && HEX.test(b))
    return mixColours(a, b, x);
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return a.map((one, index) => one + ((b[index] ?? one) - one) * x);
  return x >= 1 ? b : a;
};

/** How many of the sorted times are ≤ `at`. */
export const countUpTo = (times: Float64Array, at: number): number => {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Value of a lane at `at` seconds from the clip's start: held before the first key and after the last. */
export const valueAt = ({ keys, times, numbers }: CompiledLane, at: number): Value | undefined => {
  const next = countUpTo(times, at);
  if (next === 0 || next === times.length) return keys[Math.max(0, next - 1)]?.value;
  const from = times[next - 1] ?? 0;
  const span = (times[next] ?? 0) - from;
  const before = keys[next - 1];
  if (!before || span <= 0) return keys[next]?.value;
  const progress = eased(before.ease, (at - from) / span);
  const [a, b] = [numbers?.[next - 1], numbers?.[next]];
  if (a !== undefined && b !== undefined) return a + (b - a) * progress;
  return mixValues(before.value, keys[next]?.value ?? before.value, progress);
};
