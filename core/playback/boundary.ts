import type { CompiledCue, CompiledShow, CompiledTimeline } from '../show/compiled.ts';
import type { Boundary, Playback } from './plan.ts';

/**
 * The next boundary of a playback after a raw position (exclusive for marks, so that a mark at which it has just
 * started is not met again). Only main meets marks; an overlay meets its end; a ghost meets nothing.
 */
export const nextBoundary = (show: CompiledShow, playback: Playback, after: number): Boundary | null => {
  const timeline = show.timelines[playback.timeline];
  if (!timeline || playback.role === 'ghost' || playback.outgoing || playback.ended) return null;
  if (playback.chase) return playback.anchor.rate > 0 ? passAfter(timeline, after) : null;
  if (playback.loop) return loopEnd(playback);
  const end: Boundary = { at: timeline.duration, what: { kind: 'end' } };
  if (playback.role === 'overlay') return end;
  const section: Boundary | null =
    playback.section && playback.section.to > after
      ? { at: playback.section.to, what: { kind: 'section' } }
      : null;
  const candidates = [section, followOf(show, playback, after), markAfter(timeline, playback, after), end];
  return candidates.reduce<Boundary | null>(
    (best, one) => (one && (!best || one.at < best.at) ? one : best),
    null,
  );
};

const loopEnd = ({ loop }: Playback): Boundary | null =>
  loop?.times
    ? { at: loop.from + loop.times * (loop.to - loop.from), what: { kind: 'pass', cue: loop.cue } }
    : null;

const followOf = (show: CompiledShow, playback: Playback, after: number): Boundary | null => {
  const cue = playback.cue ? show.cueById[playback.cue] : undefined;
  if (!cue?.follow || cue.at?.timeline !== playback.timeline || !show.cueById[cue.follow.cue]) return null;
  const at = cue.at.position + cue.follow.after;
  return at > after ? { at, what: { kind: 'follow', cue: cue.follow.cue } } : null;
};

const markAfter = (timeline: CompiledTimeline, playback: Playback, after: number): Boundary | null => {
  const cue = timeline.cues.find(
    (one) => (one.at?.position ?? 0) > after && (one.at?.position ?? 0) < timeline.duration,
  );
  return cue ? { at: cue.at?.position ?? 0, what: arrival(cue, playback.passThrough) } : null;
};

/** On a timecode every mark is only passed. */
const passAfter = (timeline: CompiledTimeline, after: number): Boundary | null => {
  const cue = timeline.cues.find((one) => (one.at?.position ?? 0) > after);
  return cue ? { at: cue.at?.position ?? 0, what: { kind: 'pass', cue: cue.id } } : null;
};

const arrival = (cue: CompiledCue, passThrough: string | null): Boundary['what'] => {
  if (cue.id === passThrough) return { kind: 'pass', cue: cue.id };
  switch (cue.arrive.kind) {
    case 'pass':
      return { kind: 'pass', cue: cue.id };
    case 'hold':
      return { kind: 'hold', cue: cue.id, max: cue.arrive.max };
    case 'loop':
      return { kind: 'loop', cue: cue.id, from: cue.arrive.from, times: cue.arrive.times };
  }
};
