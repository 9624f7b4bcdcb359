import type { CompiledShow, CompiledTrack } from '../../../core/show/compiled.ts';

/** The show with the soloed tracks of one timeline alone; as it is where none of its tracks is soloed. */
export const soloed = (show: CompiledShow, timeline: string, solo: ReadonlySet<string>): CompiledShow => {
  const compiled = Object.hasOwn(show.timelines, timeline) ? show.timelines[timeline] : undefined;
  if (!compiled || solo.size === 0) return show;
  const only = (tracks: CompiledTrack[]): CompiledTrack[] => tracks.filter(({ id }) => solo.has(id));
  const alone = { ...compiled, tracks: only(compiled.tracks), sounds: only(compiled.sounds) };
  return { ...show, timelines: { ...show.timelines, [timeline]: alone } };
};
