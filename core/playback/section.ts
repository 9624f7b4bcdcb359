import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { placedAfter } from './cue-order.ts';
import { fireActions, mainOf, replacePlayback, withBoundary, type Step } from './fire.ts';
import type { Plan, Playback, Section } from './plan.ts';
import { anchored } from './position.ts';

/** A rehearsed stretch of main (playback.spec.md, Rehearsal). */
export const isInSection = (section: Section | null, position: number): section is Section =>
  section !== null && position >= section.from && position < section.to;

/** The section in which a cue that fires stays, or null: it lies outside, or nothing is rehearsed. */
export const sectionFor = (plan: Plan, cue: CompiledCue): Section | null => {
  const main = mainOf(plan);
  if (!main?.section || !cue.at || cue.at.timeline !== main.timeline) return null;
  return cue.id === main.section.cue || isInSection(main.section, cue.at.position) ? main.section : null;
};

/** Back at its start: the same playback, and the first cue fires again. */
export const sectionEnd = (show: CompiledShow, plan: Plan, playback: Playback, at: number): Step => {
  const { section } = playback;
  const cue = section ? show.cueById[section.cue] : undefined;
  if (!section || !cue)
    return {
      plan: replacePlayback(plan, withBoundary(show, { ...playback, section: null })),
      effects: [],
    };
  const again = withBoundary(show, {
    ...anchored(playback, at, section.from, true),
    passThrough: cue.id,
    cue: cue.id,
  });
  const moved: Plan = {
    ...replacePlayback(plan, again),
    current: cue.id,
    standby: placedAfter(show, cue.id),
  };
  return fireActions(show, moved, cue, at, 'follow');
};
