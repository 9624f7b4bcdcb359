import type { Board, BoardClip } from './board.ts';

/**
 * The years that a timeline tells, from the document itself: a text clip that shows a year, or counts up to one by its
 * keys, says when that year is there. Each clip gives its last year, where it has settled; years never run backwards by
 * chance alone, so what is out of order is shown as it stands.
 */
export type YearMark = { at: number; year: number };
const YEAR = /^(?:1[5-9]|20)\d{2}$/;

const yearIn = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isInteger(value) && YEAR.test(String(value)) ? value : null;
  if (typeof value === 'string') return YEAR.test(value.trim()) ? Number(value) : null;
  if (typeof value === 'object' && value !== null) return yearIn(Object.values(value)[0]);
  return null;
};
const markOf = (clip: BoardClip): YearMark[] => {
  const keys = clip.keyframes['text'] ?? clip.keyframes['value'] ?? [];
  const last = keys.findLast(({ at, value }) => at < clip.duration && yearIn(value) !== null);
  const year = yearIn(last ? last.value : (clip.parameters['text'] ?? clip.parameters['value']));
  return year === null ? [] : [{ at: clip.start + Math.max(0, last?.at ?? 0), year }];
};

/** By time, a year that follows itself left out. */
export const yearsOf = ({ tracks }: Board): YearMark[] =>
  tracks
    .flatMap(({ clips }) => clips.filter(({ muted }) => !muted).flatMap(markOf))
    .sort((a, b) => a.at - b.at)
    .filter(({ year }, index, all) => all[index - 1]?.year !== year);
