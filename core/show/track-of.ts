import type { CompiledClip, CompiledTrack } from './compiled.ts';

/** Clips of a track, indexed for looking up what is on. */
export const trackOf = (id: string, clips: readonly CompiledClip[]): CompiledTrack => {
  const sorted = [...clips].sort((a, b) => a.start - b.start);
  let latest = 0;
  return {
    id,
    clips: sorted,
    starts: Float64Array.from(sorted, (clip) => clip.start),
    latestEnd: Float64Array.from(sorted, (clip) => (latest = Math.max(latest, clip.end))),
  };
};
