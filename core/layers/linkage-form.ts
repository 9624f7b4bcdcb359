import type { Polyline } from '../facade/path.ts';

/** Forms of rods and wheels, metres. Holes are lines inside the first one. */
type Point = [number, number];
const arc = (x: number, y: number, r: number, from: number, to: number, steps = 24): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const a = from + ((to - from) * i) / steps;
    return [x + r * Math.cos(a), y + r * Math.sin(a)];
  });

export const disc = (r: number, x: number, y: number): Polyline => ({
  points: arc(x, y, r, 0, 2 * Math.PI, 48).slice(0, -1),
  closed: true,
});
export const box = (x0: number, y0: number, x1: number, y1: number): Polyline => ({
  points: [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ],
  closed: true,
});

/** A rod from pin to pin, broader about its pins than between them. */
export const bar = (length: number, width: number): Polyline[] => {
  const [eye, half] = [width * 0.85, width * 0.38];
  const open = Math.asin(Math.min(1, half / eye));
  return [
    {
      points: [
        ...arc(0, 0, eye, open, 2 * Math.PI - open),
        ...arc(length, 0, eye, Math.PI + open, 3 * Math.PI - open),
      ],
      closed: true,
    },
    disc(width * 0.36, 0, 0),
    disc(width * 0.36, length, 0),
  ];
};

/** A driving wheel: rim, spokes, a boss at the crank's pin and a counterweight against it. */
export const wheelLines = (radius: number, crank: number, width: number): Polyline[] => {
  const [outer, inner] = [radius * 0.86, Math.max(radius * 0.24, width)];
  const spokes = 10;
  const half = Math.min(radius * 0.045, width * 0.5);
  const windows = Array.from({ length: spokes }, (_, i): Polyline => {
    const [from, to] = [((i - 0.5) * 2 * Math.PI) / spokes, ((i + 0.5) * 2 * Math.PI) / spokes];
    const edge = (r: number): Point[] => {
      const inset = Math.asin(Math.min(1, half / r));
      return arc(0, 0, r, from + inset, to - inset, 12);
    };
    return { points: [...edge(outer), ...edge(inner).toReversed()], closed: true };
  });
  // The pin sits in a full sector, the counterweight fills the three opposite.
  const open = windows.filter((_, i) => i !== 0 && Math.abs(i - spokes / 2) > 1);
  const pin = crank < outer * 0.95 ? [disc(width * 0.3, crank, 0)] : [];
  return [disc(radius, 0, 0), ...open, ...pin, disc(width * 0.4, 0, 0)];
};
