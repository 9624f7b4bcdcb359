import type { Polyline } from '../facade/path.ts';
import { bar, box, disc, wheelLines } from './linkage-form.ts';
import type { LinkageParameters } from './linkage.ts';

/**
 * Parts of a linkage, back to front, in metres from the crank's shaft, the cylinder to the right. Forms never change;
 * `partsAt` says where each stands when the crank is at an angle (radians).
 */
type PartPlace = { x: number; y: number; angle: number };
type Point = readonly [number, number];

/** Distance from the shaft to the crosshead: r·cos θ + √(l² − (r·sin θ)²). */
export const crossheadAt = (crank: number, rod: number, angle: number): number =>
  crank * Math.cos(angle) + Math.sqrt(Math.max(0, rod * rod - (crank * Math.sin(angle)) ** 2));

/** The upper crossing of two circles; where they don't meet, the point between them. */
export const crossing = (a: Point, ra: number, b: Point, rb: number): Point => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const d = Math.max(1e-9, Math.hypot(dx, dy));
  const along = (ra * ra - rb * rb + d * d) / (2 * d);
  const off = Math.sqrt(Math.max(0, ra * ra - along * along));
  const [ux, uy] = [dx / d, dy / d];
  const side = ux >= 0 ? 1 : -1;
  return [a[0] + ux * along - uy * off * side, a[1] + uy * along + ux * off * side];
};

const pinOf = (p: LinkageParameters, angle: number): Point => [
  p.crank * Math.cos(angle),
  p.crank * Math.sin(angle),
];
/** How far the piston's middle is ahead of the crosshead. */
const pistonRod = (p: LinkageParameters): number => 2 * p.crank + 0.7 * p.bore;
const cylinderBox = (p: LinkageParameters) => {
  const half = p.bore * 0.28 + p.bar * 0.35;
  const from = p.rod - p.crank + pistonRod(p) - half;
  return { from, to: p.rod + p.crank + pistonRod(p) + half };
};

type Part = { lines: Polyline[]; at(angle: number): PartPlace };
const still: PartPlace = { x: 0, y: 0, angle: 0 };
const between = (a: Point, b: Point): PartPlace => ({
  x: a[0],
  y: a[1],
  angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
});

export const linkageParts = (p: LinkageParameters): Part[] => {
  switch (p.kind) {
    case 'piston':
      return [...driving(p, p.bar), crankOf(p)];
    case 'locomotive':
      return locomotive(p);
    case 'beam':
      return beamEngine(p);
    default:
      return p.kind satisfies never;
  }
};

/** Cylinder, piston with its rod and crosshead, connecting rod. */
const driving = (p: LinkageParameters, width: number): Part[] => {
  const { from, to } = cylinderBox(p);
  const wall = p.bar * 0.45;
  const ahead = pistonRod(p);
  const head = (angle: number): PartPlace => ({ x: crossheadAt(p.crank, p.rod, angle), y: 0, angle: 0 });
  return [
    {
      lines: [
        box(from - wall, -p.bore / 2 - wall, to + wall, p.bore / 2 + wall),
        box(from, -p.bore / 2, to, p.bore / 2),
      ],
      at: () => still,
    },
    { lines: [box(0, -p.bar * 0.22, ahead, p.bar * 0.22)], at: head },
    { lines: [box(ahead - p.bore * 0.28, -p.bore / 2, ahead + p.bore * 0.28, p.bore / 2)], at: head },
    { lines: [box(-p.bar, -p.bar * 0.8, p.bar, p.bar * 0.8)], at: head },
    {
      lines: bar(p.rod, width),
      at: (angle) => between(pinOf(p, angle), [crossheadAt(p.crank, p.rod, angle), 0]),
    },
  ];
};
/** The web with its counterweight. */
const crankOf = (p: LinkageParameters): Part => ({
  lines: [...bar(p.crank, p.bar * 1.25), disc(p.bar * 1.1, 0, 0)],
  at: (angle) => ({ ...still, angle }),
});

const locomotive = (p: LinkageParameters): Part[] => {
  const at = Array.from({ length: p.wheels }, (_, i) => -i * p.spacing);
  const wheels = at.map((x): Part => ({
    lines: wheelLines(p.wheel, p.crank, p.bar),
    at: (angle) => ({ x, y: 0, angle }),
  }));
  const coupling: Part = {
    lines: bar(p.spacing * (p.wheels - 1), p.bar * 0.9),
    at: (angle) => ({ x: at.at(-1)! + pinOf(p, angle)[0], y: pinOf(p, angle)[1], angle: 0 }),
  };
  const drive = driving(p, p.bar * 1.1);
  return [...wheels, ...(p.wheels > 1 ? [coupling] : []), ...drive];
};

/** The beam's column stands to the right of the crank, as far as half the beam is long. */
const beamEngine = (p: LinkageParameters): Part[] => {
  const pivot: Point = [p.beam, p.rod];
  const end = (angle: number): Point => crossing(pinOf(p, angle), p.rod, pivot, p.beam);
  const tilt = (angle: number): number => {
    const [x, y] = end(angle);
    return Math.atan2(pivot[1] - y, pivot[0] - x);
  };
  const far = (angle: number): Point => [
    pivot[0] + p.beam * Math.cos(tilt(angle)),
    pivot[1] + p.beam * Math.sin(tilt(angle)),
  ];
  // The piston goes straight up and down: its rod stands under the end of the beam at rest.
  const stand = 2 * p.beam;
  const down = p.rod * 0.5 + p.crank;
  const column = p.bar * 1.2;
  return [
    {
      lines: [
        {
          points: [
            [pivot[0] - column * 1.6, -p.crank * 1.4],
            [pivot[0] + column * 1.6, -p.crank * 1.4],
            [pivot[0] + column * 0.6, pivot[1] + p.bar * 0.6],
            [pivot[0] - column * 0.6, pivot[1] + p.bar * 0.6],
          ],
          closed: true,
        },
      ],
      at: () => still,
    },
    {
      lines: [box(stand - p.bore / 2, -p.crank * 1.4, stand + p.bore / 2, p.rod - down - p.crank * 0.2)],
      at: () => still,
    },
    {
      lines: [box(-p.bar * 0.22, -down - p.crank, p.bar * 0.22, -p.bar * 1.27)],
      at: (angle) => ({ x: stand, y: far(angle)[1], angle: 0 }),
    },
    {
      lines: [...bar(2 * p.beam, p.bar * 1.5), disc(p.bar * 0.5, p.beam, 0)],
      at: (angle) => ({ x: end(angle)[0], y: end(angle)[1], angle: tilt(angle) }),
    },
    { lines: wheelLines(p.crank * 1.9, p.crank, p.bar * 0.8), at: (angle) => ({ ...still, angle }) },
    { lines: bar(p.rod, p.bar), at: (angle) => between(pinOf(p, angle), end(angle)) },
  ];
};
