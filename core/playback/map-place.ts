import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { HOLD_BEFORE } from './position.ts';

/** A position of one revision of the show → the same place in another, as (last cue, offset) (DESIGN §4). */
export type Place = {
  position: number;
  /** The cue that it was counted from; null: from the timeline's start. */
  from: CompiledCue | null;
};

export const mapPlace = (
  old: CompiledShow,
  next: CompiledShow,
  timeline: string,
  position: number,
): Place => {
  const cues = old.timelines[timeline]?.cues ?? [];
  const here = (cue: CompiledCue): number | null => {
    const at = next.cueById[cue.id]?.at;
    return at?.timeline === timeline ? at.position : null;
  };
  const isHere = (cue: CompiledCue): boolean => here(cue) !== null;
  const placeOf = (cue: CompiledCue): number => cue.at?.position ?? 0;
  const last = cues.findLast((cue) => placeOf(cue) <= position && isHere(cue)) ?? null;
  const ahead = cues.find((cue) => placeOf(cue) > position && isHere(cue)) ?? null;
  const start = last === null ? 0 : (here(last) ?? 0);
  const wanted = start + (position - (last === null ? 0 : placeOf(last)));
  const mark = ahead === null ? null : here(ahead);
  // A mark that lay ahead must not be jumped over, unless the cues changed places.
  const limit = mark !== null && mark > start ? mark : Infinity;
  const end = next.timelines[timeline]?.duration ?? 0;
  return {
    position: Math.max(0, Math.min(wanted, limit - HOLD_BEFORE, end - HOLD_BEFORE)),
    from: last === null ? null : (next.cueById[last.id] ?? null),
  };
};
