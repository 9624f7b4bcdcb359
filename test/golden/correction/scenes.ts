import { makeEdges, makeOutput } from '../../core/rig/builders.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';

export const SIZE = { width: 320, height: 180 };
export const PIN = {
  kind: 'corners',
  corners: [
    [24, 14],
    [300, -8],
    [282, 176],
    [-6, 160],
  ],
};
export const BULGE = {
  kind: 'grid',
  columns: 4,
  rows: 3,
  interpolation: 'bezier',
  points: Array.from({ length: 12 }, (_, i) => {
    const s = (i % 4) / 3;
    const t = Math.floor(i / 4) / 2;
    return [20 + 280 * s + 14 * Math.sin(Math.PI * t), 12 + 150 * t + 22 * Math.sin(Math.PI * s) * (t - 0.2)];
  }),
};
const MASKS = [
  { space: 'canvas', feather: 0.8, points: [[3, 2], [6, 2], [6, 7], [3, 7]] }, // prettier-ignore
  { space: 'output', inverted: true, points: [[10, 6], [312, 20], [300, 170], [22, 174]] }, // prettier-ignore
];

type Changes = Record<string, unknown>;
const one = (changes: Changes) => (off: Changes) => [makeOutput({ ...SIZE, ...changes, ...off })];
const colour = { gamma: [1.8, 2.2, 2.6], gain: [1, 0.9, 0.8], brightness: 0.9, black: 0.02 };
const lit = { ...SIZE, blend: { kind: 'auto' }, colour };
const beside = { id: 'output:b', region: { x: 11, y: 1, width: 16, height: 9 }, warp: PIN };

/** Rigs whose first output is drawn; what a test changes of that output is merged in. */
export const rigs: Record<string, (off: Changes) => LitOutput[]> = {
  plain: one({}),
  'corner-pin': one({ warp: PIN }),
  'bezier-grid': one({ warp: BULGE }),
  'linear-grid': one({ warp: { ...BULGE, interpolation: 'linear' } }),
  masks: one({ masks: MASKS }),
  'soft-edges': one({ blend: makeEdges({ left: 60, right: 90, top: 40 }) }),
  'head-down-behind-a-screen': one({ rotation: 180, mirror: 'horizontal', warp: PIN }),
  'on-its-side': one({ rotation: 90, region: { x: 0, y: 0, width: 9, height: 16 } }),
  'automatic-with-lift-and-white-point': (off) => [
    makeOutput({ ...lit, ...off }),
    makeOutput({ ...lit, ...beside }),
  ],
};

const scaled = (points: number[][]): number[][] =>
  points.map(([x, y], i) => (i === 1 ? [x! * 0.95, y!] : [x!, y!]));
const grown = (mask: (typeof MASKS)[number]) => ({ ...mask, points: scaled(mask.points) });
/** [rig, what is 5 % off, the change]. */
export const mutations: [keyof typeof rigs, string, Changes][] = [
  ['plain', 'region', { region: { x: 0, y: 0, width: 16 * 0.95, height: 9 } }],
  ['plain', 'gamma', { colour: { gamma: [2.2, 2.2 * 0.95, 2.2] } }],
  ['plain', 'brightness', { colour: { brightness: 0.95 } }],
  ['corner-pin', 'one corner', { warp: { ...PIN, corners: scaled(PIN.corners) } }],
  ['bezier-grid', 'one point', { warp: { ...BULGE, points: scaled(BULGE.points) } }],
  ['linear-grid', 'one point', { warp: { ...BULGE, interpolation: 'linear', points: scaled(BULGE.points) } }],
  ['masks', 'one point of each mask', { masks: MASKS.map(grown) }],
  ['masks', 'feather', { masks: MASKS.map((mask) => ({ ...mask, feather: (mask.feather ?? 0) * 0.95 })) }],
  ['soft-edges', 'left width', { blend: makeEdges({ left: 57, right: 90, top: 40 }) }],
  ['soft-edges', 'power', { blend: makeEdges({ left: 60, right: 90, top: 40 }, 1.9) }],
  ['automatic-with-lift-and-white-point', 'brightness', { colour: { ...colour, brightness: 0.855 } }],
  ['automatic-with-lift-and-white-point', 'gain', { colour: { ...colour, gain: [0.95, 0.9, 0.8] } }],
];
