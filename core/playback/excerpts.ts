import type { CompiledShow, CompiledTimeline } from '../show/compiled.ts';
import { fadeOf } from './fades.ts';
import type { FrameGroup, FrameLayer } from './frame.ts';

/** Parts of other timelines that a timeline shows in place of pictures of its own (layer "excerpt"); a straight fade-in is the cross-fade. */
export type Excerpt = {
  key: string;
  timeline: CompiledTimeline;
  position: number;
  weight: number;
  /** Ids of clips that are left out. */
  without: readonly unknown[];
};

/** Lowest first. One that names no timeline of the show, or its own, shows nothing. */
export const excerptsAt = (show: CompiledShow, timeline: CompiledTimeline, position: number): Excerpt[] =>
  timeline.excerpts.flatMap((clip) => {
    if (position < clip.start || position >= clip.end) return [];
    const { timeline: id, offset, without } = clip.parameters;
    const shown = typeof id === 'string' && id !== timeline.id ? show.timelines[id] : undefined;
    if (!shown) return [];
    const at = position - clip.start;
    return [
      {
        key: clip.id,
        timeline: shown,
        position: (typeof offset === 'number' ? offset : 0) + at,
        weight: clip.opacity * fadeOf(clip, at),
        without: Array.isArray(without) ? without : [],
      },
    ];
  });

/**
 * A playback's group with excerpts below its own layers: black, then each excerpt, mixed so that together they stand
 * with the playback's weight over what is below, then its own layers on top.
 */
export const withExcerpts = (
  group: FrameGroup,
  shown: readonly Excerpt[],
  layersOf: (excerpt: Excerpt) => FrameLayer[],
): FrameGroup[] => {
  const { key, weight } = group;
  const below: FrameGroup[] = [];
  /** Share of the mixture that lies above, 0–1. */
  let above = 0;
  for (const excerpt of shown.toReversed()) {
    const share = excerpt.weight * (1 - above);
    below.unshift({
      ...group,
      key: `${key}/${excerpt.key}`,
      timeline: excerpt.timeline.id,
      weight: mixed(weight, share, above),
      layers: layersOf(excerpt),
    });
    above += share;
  }
  const black = { ...group, key: `${key}/black`, weight: mixed(weight, 1 - above, above), layers: [] };
  const own: FrameGroup = { ...group, mix: 'over', blend: 'normal' };
  const isCovered = group.mix === 'over' || above >= 1;
  return [...(isCovered ? [] : [black]), ...below, ...(own.layers.length > 0 ? [own] : [])];
};

/** Weight with which a share of a group is mixed in when what lies above it is mixed in after it. */
const mixed = (weight: number, share: number, above: number): number => {
  const left = 1 - weight * above;
  return left <= 0 ? 0 : Math.min(1, (weight * share) / left);
};
