import { encode } from 'fast-png';
import { strToU8, zipSync } from 'fflate';
import { buildLightMap } from '../light-map.ts';
import type { LightMap } from '../light-map.ts';
import type { CompiledRig } from '../rig.document.ts';
import type { Venue } from '../venue.ts';
import { buildWall } from '../wall.ts';
import { outputLookup } from '../warp-lookup.ts';
import { BIT_DEPTH, writeManifest, type Box, type MpcdiRegion } from './manifest.ts';
import { encodePfm } from './pfm.ts';
import { warpMapSize, writeWarpMap } from './warp-map.ts';

/**
 * A rig → the bytes of an .mpcdi file: warps, light maps as alpha (factor) and beta (lift), both linear, 16 bit.
 * `date`: ISO, goes into the manifest. Takes seconds for many large outputs: run it in a worker.
 */
export const exportMpcdi = ({ id, rig, outputs }: CompiledRig, venue: Venue, date: string): Uint8Array => {
  const wall = buildWall(outputs, venue);
  const whole = unionOf(outputs.map(({ region }) => region));
  const files: Record<string, Uint8Array> = {};
  const regions = wall.outputs.map(({ output, mesh }, index): MpcdiRegion => {
    const name = outputs[index]?.key ?? output.id;
    const lookup = outputLookup(mesh);
    const at = (x: number, y: number) => {
      const place = lookup(x, y);
      return place ? venue.wall.toCanvas(place) : null;
    };
    const size = warpMapSize(output.width, output.height);
    const light = buildLightMap(wall, output.id, size.width, size.height);
    files[`${name}.pfm`] = encodePfm(writeWarpMap(output, output.region, at));
    files[`${name}-alpha.png`] = pngOf(light, [0, 1, 2]);
    files[`${name}-beta.png`] = pngOf(light, [3, 3, 3]);
    return {
      id: name,
      width: output.width,
      height: output.height,
      part: partOf(output.region, whole),
      warp: `${name}.pfm`,
      alpha: `${name}-alpha.png`,
      beta: `${name}-beta.png`,
    };
  });
  const buffer = {
    id: id.replace(':', '-'),
    width: Math.round(whole.width * rig.density),
    height: Math.round(whole.height * rig.density),
  };
  files['mpcdi.xml'] = strToU8(writeManifest({ buffer, place: whole, regions }, date));
  return zipSync(files, { level: 6 });
};

const unionOf = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: top - y };
};

/** From the upper left corner, 0–1. */
const partOf = (region: Box, whole: Box): Box => ({
  x: (region.x - whole.x) / whole.width,
  y: (whole.y + whole.height - region.y - region.height) / whole.height,
  width: region.width / whole.width,
  height: region.height / whole.height,
});

const pngOf = (
  { width, height, values }: LightMap,
  channels: readonly [number, number, number],
): Uint8Array => {
  const data = new Uint16Array(width * height * 3);
  for (let i = 0; i < width * height; i++)
    channels.forEach((channel, k) => {
      data[i * 3 + k] = Math.round(Math.min(1, Math.max(0, values[i * 4 + channel]!)) * 65_535);
    });
  return encode({ width, height, data, depth: BIT_DEPTH, channels: 3 });
};
