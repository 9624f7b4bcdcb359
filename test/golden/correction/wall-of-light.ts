import { canvasToOutput, extendedToOutput, scaleAt } from '../../../core/rig/warp-lookup.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { Picture } from '../support/picture.ts';

/**
 * A simulated wall: each place of it looked up once in every output, so that many pictures can be summed. Light is that
 * of the projectors' gammas, leaks included. `hides` takes the light of one output off a place, as a column would.
 */
export type Area = { x: number; y: number; width: number; height: number };
export type Hides = (output: LitOutput, u: number, v: number) => boolean;
/** Raster places, NaN where the picture does not fall; and on how much of each place the empty raster leaks. */
type Seen = { output: LitOutput; x: Float32Array; y: Float32Array; leaks: Float32Array };
export type SimulatedWall = {
  columns: number;
  rows: number;
  seen: Seen[];
  /** Places at least a pixel and a half inside what some output lights; only they are judged. */
  isLit: Uint8Array;
  /** How many outputs reach a place. */
  count: Uint8Array;
};

export const simulateWall = (
  outputs: readonly LitOutput[],
  area: Area,
  step: number,
  hides: Hides = () => false,
): SimulatedWall => {
  const columns = Math.round(area.width / step);
  const rows = Math.round(area.height / step);
  const isLit = new Uint8Array(columns * rows);
  const count = new Uint8Array(columns * rows);
  const seen = outputs.map((output): Seen => {
    const mesh = buildWarpMesh(output, output.id, PLAIN_VENUE);
    const x = new Float32Array(columns * rows).fill(NaN);
    const y = new Float32Array(columns * rows).fill(NaN);
    const leaks = new Float32Array(columns * rows);
    for (let i = 0; i < isLit.length; i++) {
      const u = area.x + ((i % columns) + 0.5) * step;
      const v = area.y + (Math.floor(i / columns) + 0.5) * step;
      const at = extendedToOutput(mesh, u, v);
      if (!at || hides(output, u, v)) continue;
      const depth = Math.min(at[0], at[1], output.width - at[0], output.height - at[1]);
      leaks[i] = Math.abs(depth) > 2 ? Number(depth > 0) : leakOver(mesh, u, v, step);
      if (depth < 0) continue;
      if (!canvasToOutput(mesh, u, v)) continue;
      [x[i], y[i]] = at;
      count[i]!++;
      if (Math.min(depth, pixelsFromEdge(mesh, u, v)) > 1.5) isLit[i] = 1;
    }
    return { output, x, y, leaks };
  });
  return { columns, rows, seen, isLit, count };
};

/** The part of a place, `step` metres wide, that the raster covers: 8 × 8 points. */
const leakOver = (mesh: WarpMesh, u: number, v: number, step: number): number => {
  let inside = 0;
  for (let n = 0; n < 64; n++) {
    const du = (((n % 8) + 0.5) / 8 - 0.5) * step;
    const dv = ((Math.floor(n / 8) + 0.5) / 8 - 0.5) * step;
    const at = extendedToOutput(mesh, u + du, v + dv);
    if (at && at[0] >= 0 && at[1] >= 0 && at[0] <= mesh.width && at[1] <= mesh.height) inside++;
  }
  return inside / 64;
};

/** Raster pixels to the edge of the region, at least: a squeezed picture has few to a metre. */
const pixelsFromEdge = (mesh: WarpMesh, u: number, v: number): number => {
  const { x, y, width, height } = mesh.region;
  const scale = scaleAt(mesh, u, v);
  return scale
    ? (Math.min(u - x, v - y, x + width - u, y + height - v) * scale.footprint) / scale.density
    : 0;
};

/** Sum of one channel on the wall. `pictures`: in the outputs' order. */
export const lightOnWall = (wall: SimulatedWall, pictures: readonly Picture[], channel: 0 | 1 | 2) => {
  const light = new Float64Array(wall.isLit.length);
  wall.seen.forEach(({ output, x, y, leaks }, k) => {
    const lights = decoded(pictures[k]!, channel, output.colour.gamma[channel]);
    for (let i = 0; i < light.length; i++) {
      if (!Number.isNaN(x[i]!)) light[i]! += bilinear(lights, output, x[i]!, y[i]!);
      light[i]! += leaks[i]! * output.colour.black;
    }
  });
  return light;
};

const decoded = ({ pixels }: Picture, channel: number, gamma: number): Float64Array => {
  const table = Float64Array.from({ length: 256 }, (_, code) => (code / 255) ** gamma);
  return Float64Array.from({ length: pixels.length / 4 }, (_, i) => table[pixels[i * 4 + channel]!]!);
};

const bilinear = (
  lights: Float64Array,
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
): number => {
  const px = Math.min(width - 1, Math.max(0, x - 0.5));
  const py = Math.min(height - 1, Math.max(0, y - 0.5));
  const i = Math.min(width - 2, Math.floor(px));
  const j = Math.min(height - 2, Math.floor(py));
  const a = j * width + i;
  const upper = lights[a]! + (lights[a + 1]! - lights[a]!) * (px - i);
  const lower = lights[a + width]! + (lights[a + width + 1]! - lights[a + width]!) * (px - i);
  return upper + (lower - upper) * (py - j);
};

export type Flatness = { least: number; greatest: number; mean: number; blocks: number; at: number };
/** Least and greatest mean over 5 × 5 places that are all lit, relative to the mean of all of these. */
export const flatnessOf = ({ columns, rows, isLit }: SimulatedWall, light: Float64Array): Flatness => {
  const means: number[] = [];
  const places: number[] = [];
  for (let y = 0; y + 5 <= rows; y++)
    for (let x = 0; x + 5 <= columns; x++) {
      let sum = 0;
      let lit = 0;
      for (let k = 0; k < 25; k++) {
        const i = (y + Math.floor(k / 5)) * columns + x + (k % 5);
        lit += isLit[i]!;
        sum += light[i]!;
      }
      if (lit < 25) continue;
      means.push(sum / 25);
      places.push((y + 2) * columns + x + 2);
    }
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const [least, greatest] = means.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const worst = mean - least > greatest - mean ? least : greatest;
  const at = places[means.indexOf(worst)] ?? -1;
  return { least: least / mean, greatest: greatest / mean, mean, blocks: means.length, at };
};

/** The wall as it looks, above its deviation from `expected`: mid grey is none, black and white are 5 %. */
export const pictureOfWall = (wall: SimulatedWall, light: Float64Array, expected: number): Picture => {
  const { columns, rows } = wall;
  const pixels = new Uint8ClampedArray(columns * rows * 2 * 4).fill(255);
  for (let i = 0; i < light.length; i++) {
    const row = rows - 1 - Math.floor(i / columns);
    const look = Math.round(255 * Math.min(1, light[i]!) ** (1 / 2.2));
    const deviation = Math.round(127.5 + 127.5 * ((light[i]! / expected - 1) / 0.05));
    pixels.fill(look, (row * columns + (i % columns)) * 4, (row * columns + (i % columns)) * 4 + 3);
    const below = ((row + rows) * columns + (i % columns)) * 4;
    pixels.fill(wall.isLit[i] ? deviation : 0, below, below + 3);
  }
  return { width: columns, height: rows * 2, pixels };
};
