import { group, groupOf } from '../layers/group.ts';
import type { Problem } from '../result.ts';
import type { ShowView } from './check-context.ts';
import { timelinesOf } from './check-follow.ts';

/** Groups: the timeline that each plays is there, and does not come to play itself. Code: `group-timeline`. */
const innerOf = (view: ShowView): { clip: string; inner: string }[] =>
  Object.values(view.clips).flatMap((clip) => {
    const inner = clip.layer === group.type ? groupOf(clip.parameters).timeline : null;
    return inner === null ? [] : [{ clip: clip.id, inner }];
  });

export const groupProblems = (view: ShowView): Problem[] => {
  const found = innerOf(view);
  if (found.length === 0) return [];
  const at = timelinesOf(view);
  const playedOn = (timeline: string): string[] =>
    found.filter(({ clip }) => at.get(clip) === timeline).map(({ inner }) => inner);
  const reaches = (from: string, to: string | undefined, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return playedOn(from).some((next) => reaches(next, to, seen));
  };
  return found.flatMap(({ clip, inner }) => {
    const path = `${clip}.parameters.timeline`;
    if (!view.timelines[inner])
      return [{ code: 'group-timeline', message: `"${inner}" is no timeline of this show.`, path }];
    if (!reaches(inner, at.get(clip))) return [];
    const message = `"${inner}" comes to play itself through this clip. Name another timeline.`;
    return [{ code: 'group-timeline', message, path }];
  });
};
