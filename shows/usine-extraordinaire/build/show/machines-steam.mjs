/** Chapter 1: the hammer of Le Creusot, the Bessemer converter, the Eiffel Tower, the Garabit arch, a locomotive. */
import { box, flow, lineOf, mirror, poly, ring } from './forms.mjs';
import { keys } from './kit.mjs';

/** 21 units high; the block strikes at each of `blows` (seconds in the clip). */
export const hammer = (blows) => {
  const leg = [
    [-7.6, 0],
    [-5.2, 0],
    [-4.6, 5],
    [-2.5, 13.6],
    [-2.2, 15.2],
    [-4.0, 15.2],
    [-6.2, 6],
  ];
  const rivets = (side) =>
    [0.5, 1.9, 3.3, 4.7, 6.1, 7.5, 8.9, 10.3, 11.7, 13.1].map((y) =>
      ring(0.14, side * (6.5 - y * 0.245), y + 0.4),
    );
  const travel = [];
  for (const blow of blows) {
    if (blow >= 1.9)
      travel.push(
        { at: blow - 1.9, value: 3.2, ease: 'smooth' },
        { at: blow - 0.55, value: 8.1, ease: 'hold' },
        { at: blow - 0.32, value: 8.1, ease: 'heavy' },
      );
    travel.push({ at: blow, value: 3.2, ease: 'hold' });
  }
  travel.sort((a, b) => a.at - b.at);
  const kept = travel.filter((key, i) => i === 0 || key.at > travel[i - 1].at + 1e-3);
  const glow = blows
    .flatMap((blow) => [
      { at: Math.max(0, blow - 0.01), value: 0.45, ease: 'hold' },
      { at: blow, value: 1, ease: 'out' },
      { at: blow + 1.2, value: 0.45, ease: 'hold' },
    ])
    .filter((key, i, all) => i === 0 || key.at > all[i - 1].at);
  return [
    { id: 'legs', path: [poly(leg), poly(mirror(leg).reverse())], hatchAngle: 75 },
    { id: 'rivets', path: [...rivets(-1), ...rivets(1)], fillOpacity: 0, hatch: 0, strokeWidth: 0.12 },
    {
      id: 'cylinder',
      path: [box(-1.5, 16.4, 1.5, 21), box(-1.9, 20.6, 1.9, 21.2), box(-4.4, 15, 4.4, 16.5)],
      hatchAngle: 90,
    },
    { id: 'guides', path: [box(-2.5, 6, -1.75, 15), box(1.75, 6, 2.5, 15)], hatch: 0 },
    {
      id: 'block',
      path: [box(-1.6, 0, 1.6, 3.6), lineOf([-1.6, 2.9], [1.6, 2.9]), box(-0.3, 3.6, 0.3, 9)],
      y: 3.2,
      hatchAngle: 90,
      keys: { y: kept },
    },
    {
      id: 'anvil',
      path: poly([
        [-3, 0],
        [3, 0],
        [2.4, 0.9],
        [1.7, 1.1],
        [1.7, 2.3],
        [-1.7, 2.3],
        [-1.7, 1.1],
        [-2.4, 0.9],
      ]),
      hatchAngle: 0,
    },
    {
      id: 'ingot',
      path: box(-1.3, 2.3, 1.3, 3.2),
      stroke: '#ffc36b',
      fill: '#ff6a13',
      fillOpacity: 1,
      hatch: 0,
      glow: 1.3,
      glowLevel: 0.5,
      keys: { fillOpacity: glow, strokeOpacity: glow },
    },
  ];
};

/** Body about its trunnions, radius about 2.6; blows upright, then tilts by 100° and pours. */
export const converter = (tilt, pour) => {
  const body = flow(
    [
      [0, -4.2],
      [2.0, -3.9],
      [2.7, -2.2],
      [2.8, 0],
      [2.5, 2],
      [1.9, 3.4],
      [2.1, 4.9],
      [0.35, 5.5],
      [-0.9, 4.3],
      [-2.1, 2.8],
      [-2.7, 0.8],
      [-2.8, -1],
      [-2.5, -2.9],
      [-1.6, -4.0],
    ],
    true,
  );
  const turn = keys([0, 0], [tilt, 0, 'smooth'], [pour, -108]);
  const rides = { rotation: turn };
  return [
    {
      id: 'stand',
      path: [
        poly([
          [-3.9, -7.2],
          [-2.6, -7.2],
          [-3.0, 0.4],
          [-3.7, 0.4],
        ]),
        poly([
          [3.9, -7.2],
          [2.6, -7.2],
          [3.0, 0.4],
          [3.7, 0.4],
        ]),
        box(-4.6, -7.8, 4.6, -7.1),
      ],
      hatchAngle: 90,
    },
    { id: 'vessel', path: body, hatchAngle: 0, hatchBend: 0.5, keys: rides },
    {
      id: 'bands',
      path: [
        flow([
          [-2.75, -1.8],
          [0, -2.2],
          [2.75, -1.8],
        ]),
        flow([
          [-2.75, 1.1],
          [0, 0.7],
          [2.72, 1.1],
        ]),
        flow([
          [-1.5, 3.4],
          [0.2, 3.3],
          [1.9, 3.5],
        ]),
        ...[-2, -1.2, -0.4, 0.4, 1.2, 2].flatMap((x) => [ring(0.1, x, 0.35), ring(0.1, x, -1.4)]),
      ],
      fillOpacity: 0,
      hatch: 0,
      strokeWidth: 0.13,
      keys: rides,
    },
    {
      id: 'mouth',
      path: flow(
        [
          [0.35, 5.45],
          [1.2, 5.0],
          [2.1, 4.85],
          [1.4, 5.35],
        ],
        true,
      ),
      stroke: '#fff3c0',
      fill: '#ffd27a',
      fillOpacity: 1,
      hatch: 0,
      glow: 2.5,
      glowLevel: 0.9,
      keys: rides,
    },
    { id: 'trunnion', path: [ring(0.75), ring(0.35)], hatch: 0 },
    {
      id: 'flame',
      path: flow(
        [
          [0.4, 0],
          [-1.3, 3.2],
          [-0.7, 6.2],
          [-1.5, 9.0],
          [-0.1, 12.4],
          [0.5, 15],
          [1.2, 11.6],
          [2.4, 8.4],
          [1.9, 5.4],
          [2.7, 3],
          [1.9, -0.3],
        ],
        true,
      ),
      y: 5.2,
      x: 0.1,
      stroke: '#ff6a13',
      strokeOpacity: 0.5,
      fill: '#ffb04a',
      fillOpacity: 0.5,
      hatch: 0,
      glow: 3,
      glowLevel: 0.6,
      swingAngle: 2.2,
      swingRate: 1.7,
      scaleY: 1,
      keys: {
        scaleY: keys([0, 0.15, 'out'], [1.5, 1, 'linear'], [tilt - 0.3, 1.1, 'in'], [tilt + 0.5, 0]),
        fillOpacity: keys([0, 0.5], [tilt - 0.2, 0.5], [tilt + 0.4, 0]),
      },
    },
    {
      id: 'heart',
      path: flow(
        [
          [0.7, 0],
          [0.1, 2.5],
          [0.5, 5],
          [0.1, 7.6],
          [0.6, 9.8],
          [1.2, 7.2],
          [1.5, 4.4],
          [1.5, 2],
          [1.6, -0.2],
        ],
        true,
      ),
      y: 5.2,
      x: 0.1,
      stroke: '#fff3c0',
      strokeOpacity: 0,
      fill: '#fff0c0',
      fillOpacity: 0.85,
      hatch: 0,
      glow: 1,
      swingAngle: 3,
      swingRate: 2.3,
      keys: {
        scaleY: keys([0, 0.1, 'out'], [1.5, 1], [tilt - 0.3, 1, 'in'], [tilt + 0.5, 0]),
        fillOpacity: keys([0, 0.85], [tilt - 0.2, 0.85], [tilt + 0.4, 0]),
      },
    },
    {
      id: 'ladle',
      path: [
        poly([
          [5.0, -4.2],
          [9.0, -4.2],
          [8.5, -7.6],
          [5.5, -7.6],
        ]),
        lineOf([4.6, -4.2], [9.4, -4.2]),
      ],
      hatchAngle: 90,
    },
    {
      id: 'stream',
      path: flow([
        [5.35, -0.9],
        [6.2, -1.3],
        [6.7, -2.4],
        [6.9, -4.4],
      ]),
      stroke: '#fff0b0',
      strokeWidth: 0.75,
      fillOpacity: 0,
      hatch: 0,
      glow: 2.2,
      glowLevel: 0.9,
      draw: 0,
      keys: { draw: keys([0, 0], [pour - 0.35, 0, 'in'], [pour + 0.4, 1]) },
    },
  ];
};
