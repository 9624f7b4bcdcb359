import { makeOutput } from '../../core/rig/builders.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { Area } from './wall-of-light.ts';

/** Rigs of several projectors at 10 px a metre, each warped by up to 5 % of its picture, from a seed. */
export const GAMMA: [number, number, number] = [1.8, 2.2, 2.6];
const WIDTH = 160;
const HEIGHT = 90;

/** G. Marsaglia, Xorshift RNGs, 2003. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

type Place = { x: number; y: number; turn?: number };
type Corner = [number, number];

/** Where the region's corners, or the points of a lattice over it, lie in the raster of a projector that is turned. */
const turned = (s: number, t: number, region: Area, turn: number): Corner => {
  const [x, y] = [(s - 0.5) * region.width * 10, (t - 0.5) * region.height * 10];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [WIDTH / 2 + cos * x - sin * y, HEIGHT / 2 + sin * x + cos * y];
};

const outputAt = (place: Place, index: number, seed: number, black: number): LitOutput => {
  const next = random(seed * 1000 + index * 7 + 1);
  const off = (size: number): number => (next() * 2 - 1) * 0.05 * size;
  const { turn = 0 } = place;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const region = { x: place.x, y: place.y, width: 16 * cos + 9 * sin, height: 16 * sin + 9 * cos };
  const at = (s: number, t: number): Corner => {
    const [x, y] = turned(s, t, region, turn);
    return [x + off(WIDTH), y + off(HEIGHT)];
  };
  const lattice = Array.from({ length: 16 }, (_, i) => at((i % 4) / 3, Math.floor(i / 4) / 3));
  const pin = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
  const warp =
    index % 2 === 0
      ? { kind: 'corners', corners: pin }
      : { kind: 'grid', columns: 4, rows: 4, interpolation: 'bezier', points: lattice };
  return makeOutput({
    id: `output:o${index}`,
    width: WIDTH,
    height: HEIGHT,
    region,
    warp,
    blend: { kind: 'auto' },
    colour: { gamma: GAMMA, black },
  });
};

const rig = (places: Place[], seed: number) => (black: number) =>
  places.map((place, index) => outputAt(place, index, seed, black * (1 + (index % 3) / 4)));

export const walls: Record<string, (black: number) => LitOutput[]> = {
  'two-side-by-side': rig([{ x: 0, y: 0 }, { x: 12.5, y: 0.4 }], 3), // prettier-ignore
  'two-by-two': rig([{ x: 0, y: 0 }, { x: 13, y: 0 }, { x: 0, y: 7 }, { x: 13, y: 7 }], 5), // prettier-ignore
  'fan-of-three': rig([{ x: 0, y: 0, turn: -0.2 }, { x: 11.5, y: 0.5 }, { x: 22, y: 0, turn: 0.2 }], 7), // prettier-ignore
  'l-of-five': rig([{ x: 0, y: 0 }, { x: 13, y: 0 }, { x: 26, y: 0 }, { x: 0, y: 7 }, { x: 0, y: 14 }], 11), // prettier-ignore
};

export const areaOf = (outputs: readonly LitOutput[]): Area => {
  const x = Math.min(...outputs.map(({ region }) => region.x));
  const y = Math.min(...outputs.map(({ region }) => region.y));
  const right = Math.max(...outputs.map(({ region }) => region.x + region.width));
  const top = Math.max(...outputs.map(({ region }) => region.y + region.height));
  return { x, y, width: right - x, height: top - y };
};
