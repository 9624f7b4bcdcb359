import { idOf } from '../../../core/ids.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { channelSchema, noChannel, writtenAt } from '../../../core/show/channels.ts';
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

const parameterOf = ({ live }: Parts, clip: CompiledClip, name: string): Present => {
  const layer = layerTypes[clip.layer] ?? null;
  const schema = channelSchema(layer, clip, name);
  if (schema === null) return { kind: 'unknown', what: noChannel(clip.layer, clip, name) };
  const told = live.samples().findLast((sample) => sample.clip === clip.id && sample.param === name);
  if (typeof told?.value === 'number') return { kind: 'at', value: told.value };
  if (clip.keyframes[name] !== undefined && clip.keyframes[name].length > 0) return { kind: 'moving' };
  const written = writtenAt(clip, name) ?? schema.safeParse(undefined).data;
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
