import { endOf, tidy, type Board, type BoardClip } from './board.ts';

/**
 * Where clips may lie: on one track they never overlap, none starts before 0 and none that is moved ends behind its
 * timeline. Whatever is asked for goes to the nearest place that is free, all clips by the same time, so that a group keeps
 * its rhythm; nothing that lies there is overwritten or pushed. So a careless drag in the dark can lose no clip, and the
 * ghost under the pointer shows where it will land. Only where no place is left at all is it refused.
 */
export type Placed = Pick<BoardClip, 'start' | 'duration' | 'track'>;
type Span = { from: number; to: number };

/** Less than this is no overlap (check-clips takes a microsecond): a clip fits into a gap of its own length. */
const SLACK = 1e-7;

/** Times by which one clip must not be moved, because of what stays on its track. */
const blocked = (clip: Placed, others: readonly Placed[]): Span[] =>
  others
    .filter(({ track }) => track === clip.track)
    .map((other) => ({ from: other.start - endOf(clip) + SLACK, to: endOf(other) - clip.start - SLACK }));

const merged = (spans: readonly Span[]): Span[] => {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
};

/** The time nearest to `wanted` by which all of `clips` can be moved among `others`; null: there is no room at all. */
export const nearestShift = (
  clips: readonly Placed[],
  others: readonly Placed[],
  wanted: number,
  duration: number,
): number | null => {
  const low = -Math.min(...clips.map(({ start }) => start));
  // A clip that ends behind the timeline already may at least stay.
  const high = Math.max(0, duration - Math.max(...clips.map(endOf)));
  const from = Math.min(high, Math.max(low, wanted));
  const walls = merged(clips.flatMap((clip) => blocked(clip, others)));
  const wall = walls.find((span) => span.from < from && from < span.to);
  if (!wall) return tidy(from);
  // What lies between two merged walls is free, so the nearest place is at one of this wall's own ends.
  const ends = [wall.from - SLACK, wall.to + SLACK].filter(
    (end) => end >= low - SLACK && end <= high + SLACK,
  );
  if (ends.length === 0) return null;
  return tidy(ends.reduce((best, end) => (Math.abs(end - from) < Math.abs(best - from) ? end : best)));
};

/** What is on the board besides these. */
export const othersOf = ({ tracks }: Board, ids: ReadonlySet<string>): BoardClip[] =>
  tracks.flatMap(({ clips }) => clips.filter(({ id }) => !ids.has(id)));
/** The same of some tracks alone: of a large board a drag asks only the rows that it touches. */
export const othersOn = (
  { timeline, tracks }: Board,
  some: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): BoardClip[] => othersOf({ timeline, tracks: tracks.filter(({ id }) => some.has(id)) }, ids);
