import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { firstPlaced, marksAround } from './cue-order.ts';
import { replanned } from './engine.ts';
import { ghostOf, mainOf, withBoundary } from './fire.ts';
import { mapPlace } from './map-place.ts';
import { markedShow } from './marked.ts';
import type { Loop, Plan, Playback, Section } from './plan.ts';
import { HOLD_BEFORE, anchored, positionAt, rawPositionAt } from './position.ts';
import { constant, rampFrom } from './ramp.ts';

/**
 * A draft becomes the programme while it plays (docs/draft.md has the table). Pure: the plan of the old revision, carried
 * up to `now`, becomes one of the new revision. `fade` in seconds; a picture that is dark or stopping is cut.
 */
export const taken = (
  old: CompiledShow,
  document: CompiledShow,
  plan: Plan,
  now: number,
  fade: number,
): Plan => {
  const base = replanned(document, plan, now);
  const shows = { old: markedShow(old, plan), next: markedShow(document, base) };
  const alive = plan.playbacks.filter(({ role, outgoing }) => role !== 'ghost' && !outgoing);
  const mapped = alive.flatMap((one) => carriedOver(shows, one, now));
  const placed = { ...base, ...cuesOf(shows, plan, base, mapped, now), armed: stillArmed(shows.next, plan) };
  if (fade <= 0 || plan.panic.state !== 'off' || plan.stopping !== null)
    return { ...placed, playbacks: mapped };
  const isCovered = mapped.some(({ role }) => role === 'main');
  const renamed = new Map(
    mapped.map((one, index) => [one.id, `${one.role}-${plan.nextPlayback + index}`] as const),
  );
  return {
    ...placed,
    nextPlayback: plan.nextPlayback + mapped.length,
    sound: hushedToo(plan, renamed),
    playbacks: [
      ...plan.playbacks.map((one) => leaving(one, now, fade, isCovered)),
      ...mapped.map((one) => arriving({ ...one, id: renamed.get(one.id) ?? one.id }, now, fade)),
    ],
  };
};

type Shows = { old: CompiledShow; next: CompiledShow };

/** Under what comes in over it, or fading where nothing does. An overlay has its own level. */
const leaving = (playback: Playback, now: number, fade: number, isCovered: boolean): Playback => {
  const { envelope } = playback;
  const still = playback.role === 'overlay' ? { ...playback, until: null } : ghostOf(playback);
  return {
    ...still,
    outgoing: true,
    envelope: isCovered ? envelope : rampFrom(envelope, 0, now, fade),
    endsAt: Math.min(playback.endsAt ?? Infinity, now + fade),
  };
};

const arriving = (playback: Playback, now: number, fade: number): Playback => ({
  ...playback,
  envelope: rampFrom(constant(0), playback.envelope.to, now, fade),
});

/** Sound that was stopped stays so. */
const hushedToo = ({ sound }: Plan, renamed: ReadonlyMap<string, string>): Plan['sound'] => {
  if (sound.hushed === null) return sound;
  const playbacks = sound.hushed.playbacks.flatMap((id) => [
    id,
    ...(renamed.has(id) ? [renamed.get(id) ?? id] : []),
  ]);
  return { ...sound, hushed: { ...sound.hushed, playbacks } };
};

const stillArmed = (next: CompiledShow, { armed }: Plan): Plan['armed'] =>
  armed !== null && next.cueById[armed.cue] ? armed : null;

/** The same playback in the new revision; none where its timeline is gone. */
const carriedOver = (shows: Shows, playback: Playback, now: number): Playback[] => {
  const { old, next } = shows;
  const { timeline } = playback;
  const to = next.timelines[timeline];
  if (!to) return [];
  const known = next.cueById[playback.cue ?? ''] ? playback.cue : null;
  if (playback.chase) return [withBoundary(next, { ...rawAnchor(playback, now), cue: known })];
  const position = positionAt(playback, now, old.timelines[timeline]?.duration ?? 0);
  const place = mapPlace(old, next, timeline, position);
  const stand = (at: number, running: boolean, more: Partial<Playback> = {}): Playback[] => {
    const moved = { ...anchored(playback, now, at, running), cue: known ?? place.from?.id ?? null, ...more };
    const section = sectionIn(shows, playback);
    return [withBoundary(next, { ...moved, section, passThrough: passIn(next, playback) })];
  };
  const isRunning = playback.anchor.running;
  if (playback.ended) return stand(to.duration - HOLD_BEFORE, false);
  if (playback.holding) return heldIn(next, playback, place.position, now, stand);
  if (playback.loop) return loopedIn(next, playback, playback.loop, place.position, now, stand);
  return stand(place.position, isRunning);
};

type Stand = (at: number, running: boolean, more?: Partial<Playback>) => Playback[];

/** What waited for a GO goes on waiting for one. */
const waits = (playback: Playback, position: number, now: number, stand: Stand): Playback[] =>
  stand(position, false, { holding: null, loop: null, paused: playback.paused ?? now });

const waitingCue = (next: CompiledShow, playback: Playback, id: string): CompiledCue | null => {
  const cue = next.cueById[id];
  return cue?.at?.timeline === playback.timeline && cue.arrive.kind !== 'pass' ? cue : null;
};

const heldIn = (
  next: CompiledShow,
  playback: Playback,
  position: number,
  now: number,
  stand: Stand,
): Playback[] => {
  const cue = waitingCue(next, playback, playback.holding?.cue ?? '');
  return cue?.at ? stand(cue.at.position - HOLD_BEFORE, false) : waits(playback, position, now, stand);
};

/** In the same lap, so that a counted loop ends when it should. */
const loopedIn = (
  next: CompiledShow,
  playback: Playback,
  loop: Loop,
  position: number,
  now: number,
  stand: Stand,
): Playback[] => {
  const cue = waitingCue(next, playback, loop.cue);
  if (!cue?.at) return waits(playback, position, now, stand);
  if (cue.arrive.kind !== 'loop') return stand(position, playback.anchor.running, { loop: null });
  const { from, times } = cue.arrive;
  const to = cue.at.position;
  const laps = Math.floor(
    (rawPositionAt(playback, now) - loop.from) / Math.max(HOLD_BEFORE, loop.to - loop.from),
  );
  const inLap = Math.min(Math.max(from, position), to - HOLD_BEFORE);
  const raw = inLap + Math.max(0, laps) * (to - from);
  return stand(raw, playback.anchor.running, { loop: { cue: loop.cue, from, to, times } });
};

/** On a timecode the line is what counts. */
const rawAnchor = (playback: Playback, now: number): Playback => {
  const { anchor } = playback;
  return { ...playback, anchor: { ...anchor, position: rawPositionAt(playback, now), clockAt: now } };
};

const passIn = (next: CompiledShow, { passThrough }: Playback): string | null =>
  passThrough !== null && next.cueById[passThrough] ? passThrough : null;

const sectionIn = ({ old, next }: Shows, { section, timeline }: Playback): Section | null => {
  if (!section || !next.cueById[section.cue]) return null;
  const from = mapPlace(old, next, timeline, section.from).position;
  const to = mapPlace(old, next, timeline, section.to).position;
  return to > from ? { cue: section.cue, from, to } : null;
};

/** Current and standby where the new revision has them, else by the place. */
const cuesOf = (
  { old, next }: Shows,
  plan: Plan,
  base: Plan,
  mapped: Playback[],
  now: number,
): Pick<Plan, 'current' | 'standby'> => {
  const before = mainOf(plan);
  const main = mapped.find(({ role }) => role === 'main');
  const position = before ? positionAt(before, now, old.timelines[before.timeline]?.duration ?? 0) : 0;
  const from = before ? mapPlace(old, next, before.timeline, position).from : null;
  const here = main?.loop ? main.loop.from : (main?.anchor.position ?? 0);
  const ahead = main ? marksAround(next, main.timeline, here).after : firstPlaced(next);
  const isKept = base.standby !== null && next.cueById[base.standby]?.at != null;
  return {
    current: plan.current === null ? null : (base.current ?? from?.id ?? null),
    // After the last cue there was none, and there is none unless the draft has one more.
    standby: isKept ? base.standby : plan.standby === null && !hasMore(old, next) ? null : ahead,
  };
};

const hasMore = (old: CompiledShow, next: CompiledShow): boolean =>
  next.cues.some((cue) => cue.at !== null && !old.cueById[cue.id]);
