import type { CompiledCue, CompiledShow } from '../show/compiled.ts';

const placed = (show: CompiledShow): CompiledCue[] => show.cues.filter((cue) => cue.at && !cue.disarmed);

export const firstPlaced = (show: CompiledShow): string | null => placed(show)[0]?.id ?? null;

/** The cue with a place after this one in number order; null after the last. */
export const placedAfter = (show: CompiledShow, id: string): string | null => {
  const from = show.cues.findIndex((cue) => cue.id === id);
  return show.cues.slice(from + 1).find((cue) => cue.at && !cue.disarmed)?.id ?? null;
};

export const placedBefore = (show: CompiledShow, id: string): string | null => {
  const to = show.cues.findIndex((cue) => cue.id === id);
  return show.cues.slice(0, Math.max(0, to)).findLast((cue) => cue.at && !cue.disarmed)?.id ?? null;
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
