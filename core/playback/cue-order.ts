import type { CompiledCue, CompiledShow } from '../show/compiled.ts';

/** Whether GO comes to it by itself. */
const isInOrder = (cue: CompiledCue): boolean => cue.at !== null && !cue.disarmed && !cue.skip;
const placed = (show: CompiledShow): CompiledCue[] => show.cues.filter(isInOrder);

export const firstPlaced = (show: CompiledShow): string | null => placed(show)[0]?.id ?? null;

/** The cue with a place after this one in number order; null after the last. */
export const placedAfter = (show: CompiledShow, id: string): string | null => {
  const from = show.cues.findIndex((cue) => cue.id === id);
  return show.cues.slice(from + 1).find(isInOrder)?.id ?? null;
};

/** The cue after this one, with a place or without: what continues goes on to. */
export const cueAfter = (show: CompiledShow, id: string): CompiledCue | null => {
  const from = show.cues.findIndex((cue) => cue.id === id);
  return show.cues.slice(from + 1).find((cue) => !cue.disarmed && !cue.skip) ?? null;
};

export const placedBefore = (show: CompiledShow, id: string): string | null => {
  const to = show.cues.findIndex((cue) => cue.id === id);
  return show.cues.slice(0, Math.max(0, to)).findLast(isInOrder)?.id ?? null;
};

/** Last mark at or before a position, and the first one after it. */
export const marksAround = (
  show: CompiledShow,
  timeline: string,
  position: number,
): { before: string | null; after: string | null } => {
  const cues = show.timelines[timeline]?.cues ?? [];
  const before = cues.findLast((cue) => (cue.at?.position ?? 0) <= position) ?? null;
  const after = cues.find((cue) => (cue.at?.position ?? 0) > position) ?? null;
  return { before: before?.id ?? null, after: after?.id ?? null };
};
