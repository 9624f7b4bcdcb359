/** Chapter 7: the six-axis arm and its inverse kinematics, the Unimate, the train. Local metres, y up. */
import { arc, box, flow, lineOf, poly, ring } from './forms.mjs';

/** Link lengths as 1 : 1.1 : 0.25; the arm reaches from the plinth to the cornice. */
export const LINKS = { upper: 5.7, fore: 6.27, tool: 1.43, shoulder: 2.3 };

const DEGREE = 180 / Math.PI;
/**
 * Joint angles (degrees from the right, counter-clockwise) and places that bring the tool’s tip to (x, y) while the tool
 * points along `pitch`. Elbow on the side of `bend` (+1: to the left of the line from shoulder to wrist).
 */
export const solve = (shoulder, [x, y], pitch, bend) => {
  const { upper, fore, tool } = LINKS;
  const p = pitch / DEGREE;
  const wrist = [x - tool * Math.cos(p), y - tool * Math.sin(p)];
  const [dx, dy] = [wrist[0] - shoulder[0], wrist[1] - shoulder[1]];
  const far = Math.min(Math.hypot(dx, dy), (upper + fore) * 0.999);
  const open = Math.acos((upper * upper + far * far - fore * fore) / (2 * upper * far));
  const first = Math.atan2(dy, dx) + bend * open;
  const elbow = [shoulder[0] + upper * Math.cos(first), shoulder[1] + upper * Math.sin(first)];
  const second = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  const reached = [elbow[0] + fore * Math.cos(second), elbow[1] + fore * Math.sin(second)];
  return { upper: first * DEGREE, fore: second * DEGREE, tool: pitch, elbow, wrist: reached };
};

/** A casing between two joints along +x: round at both ends, slimmer in the middle. */
const casing = (length, r0, r1, waist) => {
  const side = (s) => [
    [0, s * r0],
    [length * 0.3, s * waist],
    [length * 0.7, s * waist * 0.92],
    [length, s * r1],
  ];
  return flow([...side(1), [length + r1, 0], ...side(-1).toReversed(), [-r0, 0]], true);
};
export const ARM = {
  base: [
    poly([
      [-1.55, 0],
      [1.55, 0],
      [1.35, 0.7],
      [1.0, 0.95],
      [0.95, 2.3],
      [-0.95, 2.3],
      [-1.0, 0.95],
      [-1.35, 0.7],
    ]),
  ],
  upper: [casing(LINKS.upper, 1.08, 0.82, 0.66)],
  fore: [casing(LINKS.fore, 0.86, 0.46, 0.5)],
  tool: [
    poly([
      [-0.4, 0.42],
      [0.5, 0.34],
      [0.7, 0.14],
      [1.43, 0.07],
      [1.43, -0.07],
      [0.7, -0.14],
      [0.5, -0.34],
      [-0.4, -0.42],
    ]),
  ],
  /** Joint caps and the cable’s loop, drawn on the links that carry them. */
  upperTrim: [ring(0.62), ring(0.2), lineOf([1.3, 0.2], [4.4, 0.16])],
  foreTrim: [
    ring(0.5),
    ring(0.16),
    flow([
      [-0.7, 0.4],
      [0.2, 1.35],
      [2.4, 1.15],
      [3.6, 0.5],
    ]),
  ],
};

/** Unimate: base, turret, one telescoping arm like the gun of a tank, two fingers. Arm lies along +x from the turret. */
export const unimate = {
  base: [
    box(-3.4, 0, 3.4, 0.7),
    poly([
      [-3.0, 0.7],
      [3.0, 0.7],
      [2.6, 4.3],
      [-2.6, 4.3],
    ]),
  ],
  panel: [
    box(-2.1, 1.3, -0.3, 3.6),
    ...[1.7, 2.2, 2.7, 3.2].map((y) => lineOf([-1.9, y], [-0.5, y])),
    ring(0.5, 1.3, 3.0),
    ring(0.5, 1.3, 1.7),
    lineOf([1.3, 3.0], [1.6, 3.3]),
    lineOf([1.3, 1.7], [1.0, 2.0]),
  ],
  turret: [
    poly([
      [-1.5, 4.3],
      [1.5, 4.3],
      [1.5, 5.2],
      [1.1, 7.0],
      [-1.1, 7.0],
      [-1.5, 5.2],
    ]),
  ],
  sleeve: [box(-3.4, -0.85, 4.6, 0.85), box(-4.2, -0.5, -3.4, 0.5)],
  ram: [box(-1, -0.42, 7.6, 0.42), box(7.6, -0.7, 8.3, 0.7)],
  fingers: [
    poly([
      [8.3, 0.62],
      [9.5, 0.75],
      [10.6, 0.42],
      [10.6, 0.18],
      [9.4, 0.42],
      [8.3, 0.3],
    ]),
    poly([
      [8.3, -0.62],
      [9.5, -0.75],
      [10.6, -0.42],
      [10.6, -0.18],
      [9.4, -0.42],
      [8.3, -0.3],
    ]),
  ],
  casting: [box(9.75, -0.72, 11.6, 0.72)],
};

/**
 * TGV Sud-Est of 1981 at its own size: 200 m of train, two power cars and eight trailers on shared bogies, on a plinth
 * 4 m high. The nose points to +x and lies at 0.
 */
const WHEEL = 0.46;
const CAR = 18.7;
const POWER = 22.2;
const GAP = 0.35;
const LONG = 2 * POWER + 8 * CAR + 9 * GAP;
const nose = (flip) => {
  const at = ([x, y]) => [flip ? -LONG - x : x, y];
  return {
    body: poly(
      [
        [-POWER, 0.55],
        [-0.9, 0.55],
        [-0.1, 1.0],
        [0, 1.45],
        [-1.6, 2.15],
        [-3.9, 3.55],
        [-5.4, 4.0],
        [-POWER, 4.0],
      ].map(at),
    ),
    glass: poly(
      [
        [-2.3, 2.5],
        [-4.0, 3.55],
        [-5.0, 3.55],
        [-4.4, 2.5],
      ].map(at),
    ),
    band: poly(
      [
        [-POWER, 1.55],
        [-0.5, 1.55],
        [-1.7, 2.2],
        [-POWER, 2.2],
      ].map(at),
    ),
    wheels: [-4.4, -7.2, -16.4, -19.2].map((x) => {
      const [cx] = at([x, 0]);
      return ring(WHEEL, cx, WHEEL);
    }),
    roof: lineOf(at([-12.2, 4.0]), at([-10.4, 4.9]), at([-11.8, 5.3]), at([-10.2, 5.3])),
  };
};
export const tgv = () => {
  const [head, tail] = [nose(false), nose(true)];
  const first = -POWER - GAP;
  const cars = Array.from({ length: 8 }, (_, i) => first - i * (CAR + GAP));
  // At this speed windows and couplings are one band: told apart they would flash a dozen times a second.
  const strip = (x, y0, y1) => box(x - CAR - GAP, y0, x, y1);
  const windows = cars.map((x) => strip(x, 2.35, 3.15));
  return [
    {
      id: 'body',
      path: [head.body, tail.body, ...cars.map((x) => strip(x, 0.65, 3.9))],
      fill: '#ff5a00',
      fillOpacity: 1,
      stroke: '#ffb07a',
      strokeWidth: 0.1,
      shade: 'linear',
      shadeAngle: 90,
      shadeAmount: 0.45,
    },
    {
      id: 'band',
      path: [head.band, tail.band, ...cars.map((x) => strip(x, 1.55, 2.2))],
      fill: '#f7f7f2',
      fillOpacity: 1,
      strokeOpacity: 0,
      strokeWidth: 0.02,
    },
    {
      id: 'glass',
      path: [head.glass, tail.glass, ...windows],
      fill: '#14202c',
      fillOpacity: 1,
      strokeOpacity: 0,
      strokeWidth: 0.02,
    },
    {
      id: 'bogies',
      path: [
        ...head.wheels,
        ...tail.wheels,
        ...cars
          .slice(0, -1)
          .flatMap((x) => [-1, 1].map((s) => ring(WHEEL, x - CAR - 0.17 + s * 1.45, WHEEL))),
        ...[cars[0] - 3, cars[0] - 5.8, cars[7] - CAR + 3, cars[7] - CAR + 5.8].map((x) =>
          ring(WHEEL, x, WHEEL),
        ),
      ],
      fill: '#0b0b0d',
      fillOpacity: 1,
      stroke: '#4a4a48',
      strokeWidth: 0.1,
    },
    { id: 'pantograph', path: [head.roof, tail.roof], stroke: '#f7f7f2', strokeWidth: 0.14 },
    {
      id: 'lamps',
      path: [ring(0.2, -0.75, 1.2)],
      fill: '#ffffff',
      fillOpacity: 1,
      stroke: '#fff6e0',
      strokeWidth: 0.1,
      glow: 2.6,
      glowLevel: 0.6,
    },
  ];
};

/** −| |−, −|/|− and −( )− on one rung, drawn about the middles given; the rung is open where a symbol stands. */
export const rung = (y, x0, x1, symbols) => {
  const path = [];
  let at = x0;
  for (const [x, kind] of symbols) {
    const half = kind === 'coil' ? 1.0 : 0.55;
    path.push(lineOf([at, y], [x - half, y]));
    if (kind === 'coil') path.push(arc(1.1, 125, 235, x + 0.05, y), arc(1.1, -55, 55, x - 0.05, y));
    else
      path.push(
        lineOf([x - half, y - 0.85], [x - half, y + 0.85]),
        lineOf([x + half, y - 0.85], [x + half, y + 0.85]),
      );
    if (kind === 'not') path.push(lineOf([x - half, y - 0.85], [x + half, y + 0.85]));
    at = x + half;
  }
  path.push(lineOf([at, y], [x1, y]));
  return path;
};

/** A hatchback of the time in cubic Béziers: nose to the left, 30 long; each piece is four control points. */
export const CAR_BODY = [
  [
    [0, 2.2],
    [0.1, 4.4],
    [1.2, 5.2],
    [3.6, 5.6],
  ],
  [
    [3.6, 5.6],
    [5.6, 5.95],
    [7.4, 6.1],
    [9.2, 6.3],
  ],
  [
    [9.2, 6.3],
    [11.2, 8.6],
    [12.2, 9.7],
    [14.8, 9.9],
  ],
  [
    [14.8, 9.9],
    [20, 10.3],
    [23.2, 9.9],
    [25.2, 8.9],
  ],
  [
    [25.2, 8.9],
    [27.2, 7.9],
    [28.6, 6.6],
    [29.6, 5.9],
  ],
  [
    [29.6, 5.9],
    [30.6, 5.1],
    [30.4, 3.4],
    [30, 2.2],
  ],
];
export const cubic = ([a, b, c, d]) => `M ${a[0]} ${a[1]} C ${b[0]} ${b[1]} ${c[0]} ${c[1]} ${d[0]} ${d[1]}`;
