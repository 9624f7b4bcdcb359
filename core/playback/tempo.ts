import type { CompiledTimeline } from '../show/compiled.ts';

/**
 * Position of the next beat or bar strictly after a position, by the timeline's tempo map; null where there is none.
 * A tempo entry starts a bar; the grid of one ends where the next begins.
 */
export const nextOnGrid = (
  timeline: CompiledTimeline,
  position: number,
  grid: 'beat' | 'bar',
): number | null => {
  const index = timeline.tempo.findLastIndex((entry) => entry.at <= position);
  const entry = timeline.tempo[index];
  if (!entry) return timeline.tempo[0]?.at ?? null;
  const step = (60 / entry.bpm) * (grid === 'bar' ? entry.beats : 1);
  const next = entry.at + (Math.floor((position - entry.at) / step + 1e-9) + 1) * step;
  return Math.min(next, timeline.tempo[index + 1]?.at ?? Infinity);
};

/** The beat or bar in which a position lies: seconds since it began, seconds that it lasts; null before the first. */
export const gridAt = (
  { tempo }: Pick<CompiledTimeline, 'tempo'>,
  position: number,
  grid: 'beat' | 'bar',
): { since: number; length: number } | null => {
  const index = tempo.findLastIndex(({ at }) => at <= position);
  const entry = tempo[index];
  if (!entry) return null;
  const step = (60 / entry.bpm) * (grid === 'bar' ? entry.beats : 1);
  const begun = Math.floor((position - entry.at) / step + 1e-9) * step;
  const since = Math.max(0, position - entry.at - begun);
  return { since, length: Math.min(step, (tempo[index + 1]?.at ?? Infinity) - entry.at - begun) };
};
