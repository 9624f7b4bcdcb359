import { z } from 'zod';
import { idOf } from '../../core/ids.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';

/**
 * Which parameters of a show's clips are texts, so that a desk's "1954" is words on a wall and no number: those whose
 * schema takes any text and no number.
 */
const textsOf = new Map(
  Object.values(layerTypes).map(({ type, schema }) => [
    type,
    new Set(
      Object.entries(schema.shape)
        .filter(([, field]) => takes(field, 'any text') && !takes(field, 1))
        .map(([param]) => param),
    ),
  ]),
);
function takes(field: unknown, value: unknown): boolean {
  return field instanceof z.ZodType && field.safeParse(value).success;
}

const layersOf = new WeakMap<CompiledShow, Map<string, string>>();
const layers = (show: CompiledShow): Map<string, string> => {
  const known = layersOf.get(show);
  if (known !== undefined) return known;
  const tracks = Object.values(show.timelines).flatMap(({ tracks }) => tracks);
  const made = new Map(tracks.flatMap(({ clips }) => clips.map(({ id, layer }) => [id, layer] as const)));
  layersOf.set(show, made);
  return made;
};

/** `clip`: the bare name. */
export const isTextParameter = (show: CompiledShow, clip: string, param: string): boolean =>
  textsOf.get(layers(show).get(idOf('clip', clip)) ?? '')?.has(param) ?? false;
