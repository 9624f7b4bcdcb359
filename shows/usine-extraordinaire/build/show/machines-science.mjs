/** Chapter 3, instruments and emblems: flask, cinématographe, phial, biplane. */
import { arc, box, flow, lineOf, ring } from './forms.mjs';

export const flask = () => [
  {
    id: 'glass',
    path: flow([
      [-0.5, 1.6],
      [-1.7, 0.9],
      [-2.1, -0.5],
      [-1.4, -1.9],
      [0, -2.3],
      [1.4, -1.9],
      [2.1, -0.5],
      [1.7, 0.9],
      [0.5, 1.6],
      [0.5, 3.2],
      [1.0, 4.0],
      [2.0, 4.1],
      [2.6, 3.4],
      [3.0, 2.6],
      [3.7, 2.6],
      [4.2, 3.2],
    ]),
    fillOpacity: 0,
  },
  {
    id: 'neck',
    path: flow([
      [-0.5, 1.6],
      [-0.5, 3.4],
      [0.5, 4.6],
      [2.2, 4.7],
      [3.0, 3.8],
      [3.4, 3.1],
      [3.7, 3.0],
      [4.2, 3.2],
    ]),
    fillOpacity: 0,
  },
  {
    id: 'broth',
    path: flow(
      [
        [-2.05, -0.3],
        [-1, -0.15],
        [0, -0.35],
        [1, -0.15],
        [2.05, -0.3],
        [1.35, -1.85],
        [0, -2.2],
        [-1.35, -1.85],
      ],
      true,
    ),
    fill: '#ca6702',
    fillOpacity: 0.75,
    strokeWidth: 0.08,
    swingAngle: 2,
    swingRate: 0.4,
  },
];

/** Box on a tripod, crank at the side: emblem, 4.6 high. */
export const camera = () => [
  { path: [box(-1.1, -0.4, 1.1, 1.9), ring(0.42, 0, 0.9), box(-0.7, 1.9, 0.7, 2.3)] },
  {
    path: [
      lineOf([-0.7, -0.4], [-1.7, -2.5]),
      lineOf([0.7, -0.4], [1.7, -2.5]),
      lineOf([0, -0.4], [0, -2.5]),
      lineOf([1.1, 0.6], [1.9, 0.6], [1.9, 1.3]),
    ],
  },
];

export const phial = () => [
  {
    id: 'glass',
    path: flow(
      [
        [-0.7, -5.4],
        [0.7, -5.4],
        [0.85, -4.6],
        [0.85, 4.2],
        [0.5, 4.9],
        [0.5, 5.8],
        [-0.5, 5.8],
        [-0.5, 4.9],
        [-0.85, 4.2],
        [-0.85, -4.6],
      ],
      true,
    ),
    stroke: '#e8fff0',
    strokeWidth: 0.12,
    fillOpacity: 0,
  },
  {
    id: 'salt',
    path: flow(
      [
        [-0.6, -5.2],
        [0.6, -5.2],
        [0.72, -4.5],
        [0.72, 1.8],
        [0, 2.1],
        [-0.72, 1.8],
        [-0.72, -4.5],
      ],
      true,
    ),
    stroke: '#b7f0ad',
    strokeOpacity: 0,
    fill: '#9df5d8',
    fillOpacity: 0.9,
    glow: 7,
    glowLevel: 0.7,
  },
];

export const biplane = () => [
  {
    path: [
      lineOf([-4.6, 1.5], [4.6, 1.5]),
      lineOf([-4.6, -0.5], [4.6, -0.5]),
      ...[-4, -2.2, 2.2, 4].flatMap((x) => [lineOf([x, 1.5], [x, -0.5])]),
      lineOf([-4, 1.5], [-2.2, -0.5]),
      lineOf([4, 1.5], [2.2, -0.5]),
      ring(0.5, 0, 0.5),
    ],
  },
  {
    path: [
      flow([
        [0.4, 0.6],
        [1.2, 1.0],
        [1.9, 0.3],
        [2.8, 0.9],
        [3.6, 0.4],
      ]),
      ring(0.45, -1, -1.6),
      ring(0.45, 1, -1.6),
      lineOf([-1, -1.6], [0, 0], [1, -1.6]),
      arc(1.5, 60, 120, 0, 0.5),
    ],
  },
];
