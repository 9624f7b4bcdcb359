import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Stone } from './stone.ts';
import type { Wall, WallOutput } from './wall.ts';

/** How bright projectors are on the wall. Luminance is per square metre and relative: the same unit for all of a rig. */

/** Lumens of outputs by record id; what is not named counts as `1`. Only their ratios matter. */
export type Flux = Readonly<Record<string, number>>;

/** Luminance of white per metre of footprint: the lumens over all pixels, after gain and brightness (ITU-R BT.709). */
export const pixelFlux = ({ output }: WallOutput, flux: Flux): number => {
  const [red, green, blue] = output.colour.gain;
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return ((flux[output.id] ?? 1) / (output.width * output.height)) * output.colour.brightness * luma;
};

/** Where an output falls on the raster's texel i: inside its raster, its region and no shadow. */
export const isReached = (wall: Wall, { coverage, mesh }: WallOutput, i: number): boolean => {
  const { x, y, width, size } = wall.raster;
  const { region } = mesh;
  const u = x + ((i % width) + 0.5) * size - region.x;
  const v = y + (Math.floor(i / width) + 0.5) * size - region.y;
  return coverage.reach[i]! > 0 && u >= 0 && v >= 0 && u <= region.width && v <= region.height;
};

/** Mean luminance of each output's white over the stone that it reaches, with its present brightness, by record id. */
export const luminanceOf = (wall: Wall, stone: Stone, flux: Flux): Record<string, number> =>
  Object.fromEntries(
    wall.outputs.map((own) => {
      let sum = 0;
      let count = 0;
      stone.element.forEach((element, i) => {
        if (element < 0 || !isReached(wall, own, i)) return;
        sum += own.coverage.footprint[i]!;
        count++;
      });
      return [own.output.id, count === 0 ? 0 : (sum / count) * pixelFlux(own, flux)];
    }),
  );

export type Brightness = {
  id: string;
  /** Measured or computed, any unit, at the brightness that the output has now. */
  luminance: number;
  brightness: number;
};

/**
 * Brightness for each output so that all are as bright as the dimmest can be, by record id. Code: `rig-brightness`
 * for a luminance or a brightness that is not above 0: what was switched off tells nothing.
 */
export const matchBrightness = (outputs: readonly Brightness[]): Result<Record<string, number>> => {
  const dark = outputs.find(
    ({ luminance, brightness }) => !(luminance > 0 && brightness > 0 && luminance < Infinity),
  );
  if (dark) {
    const message = 'Needs a luminance and a brightness above 0. Measure it with white on, or leave it out.';
    return fail('rig-brightness', message, dark.id);
  }
  const full = outputs.map(({ luminance, brightness }) => luminance / brightness);
  const dimmest = Math.min(...full);
  return ok(Object.fromEntries(outputs.map(({ id }, i) => [id, Math.min(1, dimmest / full[i]!)])));
};
