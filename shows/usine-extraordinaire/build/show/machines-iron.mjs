/** Chapter 1, built of iron: the Eiffel Tower, the Garabit arch, the cables of Brooklyn. */
import { arc, box, flow, lattice, lineOf, poly, ring, spokes } from './forms.mjs';
import { keys } from './kit.mjs';

/** The tower in 300 units; lines in the order in which it was built. */
export const tower = () => {
  const wide = (y) => 62.5 * Math.exp(-y / 97);
  const stations = [
    0, 9, 18, 27, 36, 46, 57, 68, 80, 92, 104, 115, 130, 145, 160, 176, 192, 208, 225, 242, 259, 276,
  ];
  const outer = stations.map((y) => [wide(y), y]);
  const inner = stations.map((y) => [
    Math.max(
      0.8,
      wide(y) -
        (y < 57
          ? 25 - y * 0.14
          : y < 115
            ? 15 - (y - 57) * 0.09
            : Math.min(wide(y) - 0.8, 9 - (y - 115) * 0.05)),
    ),
    y,
  ]);
  const half = (side) =>
    lattice(
      outer.map(([x, y]) => [side * x, y]),
      inner.map(([x, y]) => [side * x, y]),
    );
  const platform = (y, out, high) => [
    lineOf([-wide(y) - out, y], [wide(y) + out, y]),
    lineOf([-wide(y) - out, y + high], [wide(y) + out, y + high]),
  ];
  const right = half(1);
  const left = half(-1);
  const bars = right.flatMap((bar, i) => [bar, left[i]]);
  const cut = Math.round(bars.length * (5 / 21));
  const cut2 = Math.round(bars.length * (11 / 21));
  const legs = (side) => [
    lineOf(...outer.slice(0, 22).map(([x, y]) => [side * x, y])),
    lineOf(...inner.slice(0, 12).map(([x, y]) => [side * x, y])),
  ];
  return [
    {
      id: 'lattice',
      path: [
        ...bars.slice(0, cut),
        ...platform(57, 5, 5),
        ...bars.slice(cut, cut2),
        ...platform(115, 4, 4),
        ...bars.slice(cut2),
        ...platform(276, 3, 3),
        lineOf([0, 279], [0, 300]),
      ],
      drawOrder: 'sequence',
      strokeWidth: 0.75,
    },
    { id: 'legs', path: [...legs(1), ...legs(-1)], drawOrder: 'together', strokeWidth: 1.15 },
    {
      id: 'arch',
      path: [arc(37, 8, 172, 0, 14), arc(33, 8, 172, 0, 14)],
      drawOrder: 'together',
      strokeWidth: 0.9,
    },
  ];
};

/** What the same hides: its outer lines, without the arch below. */
export const towerSilhouette = () => {
  const wide = (y) => 62.5 * Math.exp(-y / 97);
  const stations = [30, 46, 57, 80, 104, 130, 160, 192, 225, 259, 276, 300];
  const inside = [
    [20, 44],
    [0, 51],
    [-20, 44],
    [-36, 0],
  ];
  return poly([
    [wide(0), 0],
    ...stations.map((y) => [wide(y), y]),
    ...stations.toReversed().map((y) => [-wide(y), y]),
    [-wide(0), 0],
    ...inside.toReversed(),
    [36, 0],
  ]);
};

/** Crescent arch, 58 units between the hinges, under the wing's own cornice, which is the deck. */
export const garabit = () => {
  const count = 18;
  const at = (rise, thick) =>
    Array.from({ length: count + 1 }, (_, i) => {
      const u = (i / count) * 2 - 1;
      return [u * 29, rise * (1 - u * u) + thick * (1 - u * u)];
    });
  const lower = at(10.6, 0);
  const upper = at(10.6, 2.3);
  const pier = (x, y) => [
    lineOf([x - 0.55, y], [x - 0.35, 15]),
    lineOf([x + 0.55, y], [x + 0.35, 15]),
    ...[0, 1, 2, 3]
      .filter((i) => y + i * 2 < 14)
      .map((i) => lineOf([x - 0.5, y + i * 2], [x + 0.5, Math.min(15, y + i * 2 + 2)])),
  ];
  return [
    {
      id: 'arch',
      path: [lineOf(...lower), lineOf(...upper), ...lattice(lower, upper)],
      drawOrder: 'sequence',
      strokeWidth: 0.2,
    },
    {
      id: 'piers',
      path: [-25, -18, -11, 11, 18, 25].flatMap((x) => pier(x, 12.9 * (1 - (x / 29) ** 2))),
      drawOrder: 'together',
      strokeWidth: 0.16,
    },
    {
      id: 'deck',
      path: [
        lineOf([-33, 15.1], [33, 15.1]),
        ...Array.from({ length: 22 }, (_, i) => lineOf([-33 + i * 3, 13.9], [-31.5 + i * 3, 15.1])),
        ...Array.from({ length: 22 }, (_, i) => lineOf([-31.5 + i * 3, 15.1], [-30 + i * 3, 13.9])),
        lineOf([-33, 13.9], [33, 13.9]),
      ],
      drawOrder: 'sequence',
      strokeWidth: 0.18,
    },
  ];
};

/** Cables of a suspension bridge hung from the porch: the main cable, its suspenders and the stays that fan out. */
export const cableFan = () => {
  const sag = (x) => 19.2 + 12.2 * ((92 - x) / 68) ** 2;
  const xs = Array.from({ length: 18 }, (_, i) => 24 + i * 4);
  return [
    {
      id: 'cable',
      path: [lineOf(...xs.map((x) => [x, sag(x) - 4.4]))],
      strokeWidth: 0.42,
      drawOrder: 'together',
    },
    {
      id: 'suspenders',
      path: xs.slice(1).map((x) => lineOf([x, sag(x) - 4.4], [x, 4])),
      strokeWidth: 0.12,
      drawOrder: 'together',
    },
    {
      id: 'stays',
      path: xs.slice(1, 13).map((x) => lineOf([24, 26.8], [x + 2, 4.2])),
      strokeWidth: 0.16,
      drawOrder: 'sequence',
    },
  ];
};

/** Runs from x0 to x1 over the clip, faster and faster; three coupled wheels, rods a quarter ahead on the far side. */
export const locomotive = (x0, x1, length) => {
  const run = (offset) => keys([0, x0 + offset, [0.45, 0, 0.75, 0.75]], [length, x1 + offset]);
  /** Rolls without slipping; a rotation may be at most ±10 000°, so that it starts as far on one side as it ends on the other. */
  const travel = (r) => {
    const half = ((x1 - x0) / r) * (90 / Math.PI);
    return keys([0, half, [0.45, 0, 0.75, 0.75]], [length, -half]);
  };
  const fixed = (id, path, more = {}) => ({ id, path, x: x0, keys: { x: run(0) }, ...more });
  const wheel = (id, x, r, count) => ({
    id,
    path: [ring(r), ring(r * 0.86), ring(0.18), ...spokes(0.18, r * 0.86, count), ring(0.16, r * 0.55, 0)],
    x: x0 + x,
    y: r,
    hatch: 0,
    keys: { x: run(x), rotation: travel(r) },
  });
  return [
    fixed(
      'tender',
      [
        box(-7.4, 0.9, -3.6, 3.1),
        poly([
          [-7.2, 3.1],
          [-3.9, 3.1],
          [-4.4, 3.8],
          [-5.5, 3.5],
          [-6.6, 3.9],
        ]),
      ],
      { hatchAngle: 90 },
    ),
    fixed(
      'boiler',
      [
        box(-1.2, 1.7, 5.6, 3.7),
        box(-3.1, 1.2, -1.2, 4.6),
        poly([
          [-3.5, 4.6],
          [-0.7, 4.6],
          [-1, 4.9],
          [-3.2, 4.9],
        ]),
      ],
      { hatchAngle: 0 },
    ),
    fixed(
      'chimney',
      [
        poly([
          [4.2, 3.7],
          [5.2, 3.7],
          [5.1, 5.4],
          [5.45, 5.9],
          [3.95, 5.9],
          [4.3, 5.4],
        ]),
        flow([
          [1.6, 3.7],
          [1.7, 4.5],
          [2.2, 4.8],
          [2.7, 4.5],
          [2.8, 3.7],
        ]),
      ],
      { hatchAngle: 90 },
    ),
    fixed('frame', [box(-3.2, 0.9, 6.2, 1.3), box(5.2, 0.75, 6.6, 1.75)], { hatch: 0 }),
    wheel('wheel-1', -1.1, 1.25, 10),
    wheel('wheel-2', 1.6, 1.25, 10),
    wheel('wheel-3', 4.1, 0.92, 8),
    wheel('wheel-4', -6.5, 0.92, 8),
    wheel('wheel-5', -4.5, 0.92, 8),
    fixed('lamp', ring(0.28, 6.0, 2.6), {
      stroke: '#fff0b0',
      fill: '#ffe9a0',
      hatch: 0,
      glow: 1.6,
      glowLevel: 0.9,
    }),
    ...[0, 1, 2].map((i) =>
      fixed(
        `car-${i + 1}`,
        [
          box(-15.6 - i * 7.6, 0.8, -8 - i * 7.6, 3.9),
          ring(0.55, -13.8 - i * 7.6, 0.55),
          ring(0.55, -9.6 - i * 7.6, 0.55),
        ],
        { hatch: 0 },
      ),
    ),
    // Lit compartments, as one band: window by window they would flash as they pass.
    fixed('compartments', [box(-30.4, 2.3, -8.4, 3.3)], {
      hatch: 0,
      fill: '#ffce7a',
      strokeOpacity: 0,
      strokeWidth: 0.02,
      glow: 0.8,
      glowLevel: 0.25,
    }),
  ];
};
