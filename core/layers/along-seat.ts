import type { Polyline } from '../facade/path.ts';

/** A place on a line and the direction there, radians counter-clockwise from the right. */
export type Seat = { x: number; y: number; angle: number };

/**
 * The seat `s` (the line's unit) along a line, by its own points; before its start and past its end straight on, on a
 * closed one round again.
 */
export const seatAt = (line: Polyline, s: number): Seat => {
  const points = line.closed ? [...line.points, line.points[0]!] : line.points;
  const lengths = points.slice(1).map((b, i) => Math.hypot(b[0] - points[i]![0], b[1] - points[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const [first = [0, 0]] = points;
  if (total === 0) return { x: first[0] + s, y: first[1], angle: 0 };
  let left = line.closed ? ((s % total) + total) % total : s;
  let i = 0;
  while (i < lengths.length - 1 && left > lengths[i]!) {
    left -= lengths[i]!;
    i += 1;
  }
  const [a, b] = [points[i]!, points[i + 1]!];
  const [dx, dy] = [(b[0] - a[0]) / lengths[i]!, (b[1] - a[1]) / lengths[i]!];
  return { x: a[0] + dx * left, y: a[1] + dy * left, angle: Math.atan2(dy, dx) };
};
