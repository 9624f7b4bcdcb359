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
