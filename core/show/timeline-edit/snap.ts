import type { TimelineRecord } from '../show.schema.ts';
import { endOf, type Board } from './board.ts';
import { sectionsOf } from './grid.ts';

/**
 * What a dragged edge clings to. Pure: edges, targets and a tolerance in seconds (pixels are the page's affair). The
 * nearest wins; of equals the one that a designer means more: playhead, clip edge, cue, marker, timeline end, bar, beat.
 */
const SNAP_KINDS = ['playhead', 'edge', 'cue', 'marker', 'end', 'bar', 'beat'] as const;
type SnapKind = (typeof SNAP_KINDS)[number];
type SnapTarget = { at: number; kind: SnapKind };
/** `targets`: by time. */
export type SnapField = { targets: readonly SnapTarget[]; tempo: TimelineRecord['tempo'] };
export type Snapped = { by: number; target: SnapTarget };

const byTime = (a: SnapTarget, b: SnapTarget): number => a.at - b.at;
/** Those within a tolerance of a time, of targets sorted by time: of ten thousand edges a move looks at a handful. */
const within = (targets: readonly SnapTarget[], from: number, to: number): SnapTarget[] => {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.at ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  const found: SnapTarget[] = [];
  for (let index = low; index < targets.length; index += 1) {
    const target = targets[index];
    if (!target || target.at > to) break;
    found.push(target);
  }
  return found;
};

/** All that stands still, sorted by time. `moving`: clips that are dragged, whose edges would cling to themselves. */
export const snapField = (
  { timeline, tracks }: Board,
  cues: readonly number[],
  playhead: number | null,
  moving: ReadonlySet<string>,
): SnapField => ({
  tempo: timeline.tempo,
  targets: [
    ...(playhead === null ? [] : [{ at: playhead, kind: 'playhead' as const }]),
    ...tracks.flatMap(({ clips }) =>
      clips
        .filter(({ id }) => !moving.has(id))
        .flatMap((clip) => [
          { at: clip.start, kind: 'edge' as const },
          { at: endOf(clip), kind: 'edge' as const },
        ]),
    ),
    ...cues.map((at) => ({ at, kind: 'cue' as const })),
    { at: 0, kind: 'end' as const },
    ...(timeline.markers ?? []).map(({ at }) => ({ at, kind: 'marker' as const })),
    { at: timeline.duration, kind: 'end' as const },
  ].toSorted(byTime),
});

/** A grid finer than twice the tolerance would hold an edge everywhere: it is left out. */
const onGrid = (tempo: TimelineRecord['tempo'], edge: number, tolerance: number): SnapTarget[] => {
  const section = sectionsOf(tempo).findLast(({ at }) => at <= edge + tolerance);
  if (!section) return [];
  const { at, to, beat, beats } = section;
  return (['bar', 'beat'] as const).flatMap((kind) => {
    const step = kind === 'bar' ? beat * beats : beat;
    const place = at + Math.max(0, Math.round((edge - at) / step)) * step;
    return step > 2 * tolerance && place < to ? [{ at: place, kind }] : [];
  });
};

/** By how much the edges must still be moved so that one of them meets a target; null: none is near enough. */
export const snapped = (edges: readonly number[], field: SnapField, tolerance: number): Snapped | null => {
  let best: Snapped | null = null;
  const isBetter = (by: number, kind: SnapKind): boolean => {
    if (best === null) return true;
    const nearer = Math.abs(best.by) - Math.abs(by);
    if (Math.abs(nearer) > 1e-9) return nearer > 0;
    return SNAP_KINDS.indexOf(kind) < SNAP_KINDS.indexOf(best.target.kind);
  };
  for (const edge of edges)
    for (const target of [
      ...within(field.targets, edge - tolerance, edge + tolerance),
      ...onGrid(field.tempo, edge, tolerance),
    ]) {
      const by = target.at - edge;
      if (Math.abs(by) <= tolerance && isBetter(by, target.kind)) best = { by, target };
    }
  return best;
};
