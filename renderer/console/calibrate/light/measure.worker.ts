import { modelOf } from '../../../../core/facade/model-of.ts';
import { luminanceOf, matchBrightness } from '../../../../core/rig/luminance.ts';
import { measureRaster, measureSteps } from '../../../../core/rig/measure.ts';
import { exportMpcdi } from '../../../../core/rig/mpcdi/export.ts';
import { importMpcdi } from '../../../../core/rig/mpcdi/import.ts';
import { solvePose } from '../../../../core/rig/pose-solve.ts';
import { compileRig, type CompiledRig } from '../../../../core/rig/rig.document.ts';
import { seamProfile } from '../../../../core/rig/seam.ts';
import { finish } from '../../../../core/rig/steps.ts';
import { stoneOf, type Stone } from '../../../../core/rig/stone.ts';
import { buildVenue, type Venue } from '../../../../core/rig/venue.ts';
import { buildWall, type Wall } from '../../../../core/rig/wall.ts';
import type { MeasureAnswer, MeasureAsk, MeasureQuestion, MeasureRig } from './measure-questions.ts';

/** The wall as it is lit, worked out beside the page: seconds of work that no press may wait for. */
type Built = { key: string; compiled: CompiledRig; venue: Venue; wall: Wall; stone: Stone };
const RESOLUTION = 384;
const PROFILE_PLACES = 240;
/** Lumens are known to nobody here: equal ones, so that pixels’ size and the settings alone tell. */
const EQUAL = {};
let built: Built | null = null;

const build = ({ key, document, facade }: MeasureRig): Built => {
  if (built?.key === key) return built;
  const rig = compileRig(document);
  const model = facade && modelOf(facade);
  const venue = buildVenue(rig, model);
  const raster = measureRaster(rig.outputs, venue, rig.rig.facade, RESOLUTION);
  const wall = buildWall(rig.outputs, venue, raster);
  const stone = stoneOf(model, venue, rig.rig.facade, raster);
  built = { key, compiled: rig, venue, wall, stone };
  return built;
};

const answer = ({ ask, rig }: MeasureQuestion): MeasureAnswer['value'] => {
  switch (ask.kind) {
    case 'pose':
      return { kind: 'pose', solved: solvePose(ask.calibration, ask.size, ask.thresholdPx) };
    case 'mpcdi-export': {
      const { compiled, venue } = build(rig);
      return { kind: 'mpcdi-export', bytes: Uint8Array.from(exportMpcdi(compiled, venue, ask.date)) };
    }
    case 'mpcdi-import':
      return {
        kind: 'mpcdi-import',
        imported: importMpcdi(ask.bytes, compileRig(rig.document), rig.document),
      };
    case 'measure':
    case 'profile':
    case 'brightness':
      return light(build(rig), ask);
    default:
      return ask satisfies never;
  }
};

type Light = Extract<MeasureAsk, { kind: 'measure' | 'profile' | 'brightness' }>;
const light = ({ wall, stone }: Built, ask: Light): MeasureAnswer['value'] => {
  switch (ask.kind) {
    case 'measure':
      return { kind: 'measure', measures: finish(measureSteps(wall, stone, EQUAL)) };
    case 'profile':
      return { kind: 'profile', samples: seamProfile(wall, ask.from, ask.to, PROFILE_PLACES) };
    case 'brightness': {
      const luminance = luminanceOf(wall, stone, EQUAL);
      const outputs = wall.outputs.map(({ output: { id, colour } }) => ({
        id,
        brightness: colour.brightness,
        luminance: luminance[id] ?? 0,
      }));
      return { kind: 'brightness', match: matchBrightness(outputs) };
    }
    default:
      return ask satisfies never;
  }
};

addEventListener('message', ({ data }: MessageEvent<MeasureQuestion>) => {
  try {
    postMessage({ id: data.id, value: answer(data) } satisfies MeasureAnswer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ id: data.id, value: { kind: 'failed', message } } satisfies MeasureAnswer);
  }
});
