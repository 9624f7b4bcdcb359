import type { Polyline } from '../facade/path.ts';

/** Measuring along polylines. Lengths in the line's own unit, metres on the façade. */
type Point = readonly [number, number];

/** Length of a polyline, its closing side included. */
export const lengthOf = (line: Polyline): number => {
  let sum = 0;
  const n = line.points.length;
  for (let i = 1; i < n + (line.closed ? 1 : 0); i += 1) {
    const [a, b] = [line.points[i - 1]!, line.points[i % n]!];
    sum += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return sum;
};

/** Points every `spacing` along a line, evenly spread so that the last one sits at the end (or meets the first). */
export const spaced = (line: Polyline, spacing: number): { at: Point; s: number }[] => {
  const total = lengthOf(line);
  const steps = Math.max(1, Math.round(total / Math.max(spacing, 1e-3)));
  const every = total / steps;
  const found: { at: Point; s: number }[] = [{ at: line.points[0]!, s: 0 }];
  const last = line.closed ? steps - 1 : steps;
  const n = line.points.length;
  let before = 0;
  for (let i = 1; i < n + (line.closed ? 1 : 0); i += 1) {
    const [a, b] = [line.points[i - 1]!, line.points[i % n]!];
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
    while (found.length <= last && found.length * every <= before + long + 1e-9) {
      const s = found.length * every;
      const t = long === 0 ? 0 : Math.min(1, (s - before) / long);
      found.push({ at: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], s });
    }
    before += long;
  }
  return found;
};
