import { idOf } from '../../../core/ids.ts';
import { layerDefaults, layerTypes } from '../../../core/layers/registry.ts';
import type { CompiledClip, CompiledShow } from '../../../core/show/compiled.ts';
import type { DmxPatchRecord } from '../../../core/station/levels.schema.ts';
import type { RoomParts } from '../rooms.ts';

/** What a fader's target is at now, so that the fader can pick it up. */
type Parts = Pick<RoomParts, 'playback' | 'live' | 'documents'>;
/** null: it can't be told (it moves by keyframes, or is no number); unknown: there is no such clip or parameter. */
export type Present = { kind: 'at'; value: number } | { kind: 'moving' } | { kind: 'unknown'; what: string };

export const presentOf = (parts: Parts, { to, clip, param }: DmxPatchRecord): Present => {
  const plan = parts.playback.plans().at(-1);
  if (to === 'master') return { kind: 'at', value: plan?.master.to ?? 1 };
  if (to === 'blackout') return { kind: 'at', value: (plan?.blackout.to ?? 0) > 0.5 ? 1 : 0 };
  const found = clipsOf(parts.documents.compiled()).get(idOf('clip', clip));
  if (found === undefined) return { kind: 'unknown', what: `There is no clip "${clip}" in this show.` };
  return parameterOf(parts, found, param);
};

const parameterOf = ({ live }: Parts, clip: CompiledClip, param: string): Present => {
  const shape = layerTypes[clip.layer]?.schema.shape;
  if (param !== 'opacity' && (shape === undefined || !Object.hasOwn(shape, param)))
    return { kind: 'unknown', what: `Layer "${clip.layer}" has no parameter "${param}".` };
  const told = live.samples().findLast((sample) => sample.clip === clip.id && sample.param === param);
  if (typeof told?.value === 'number') return { kind: 'at', value: told.value };
  if (clip.keyed.some((lane) => lane.param === param)) return { kind: 'moving' };
  const written =
    param === 'opacity' ? clip.opacity : (clip.parameters[param] ?? layerDefaults[clip.layer]?.[param]);
  return typeof written === 'number' ? { kind: 'at', value: written } : { kind: 'moving' };
};

const indexed = new WeakMap<CompiledShow, Map<string, CompiledClip>>();
const clipsOf = (show: CompiledShow): Map<string, CompiledClip> => {
  const known = indexed.get(show);
  if (known !== undefined) return known;
  const tracks = Object.values(show.timelines).flatMap((timeline) => timeline.tracks);
  const made = new Map(tracks.flatMap(({ clips }) => clips.map((clip) => [clip.id, clip] as const)));
  indexed.set(show, made);
  return made;
};
