import { readRecord } from '../show/records.ts';
import type { CompiledClip, CompiledShow } from '../show/compiled.ts';
import { oscClipSchema, type OscClip } from '../show/osc-clip.ts';
import { advance, nextEventAt } from './advance.ts';
import { valueAt } from './ease.ts';
import { clipsAt } from './frame-at.ts';
import { overridesAt, type LiveSample } from './live.ts';
import type { Plan, Playback } from './plan.ts';
import { clockOf, positionAt, rawPositionAt } from './position.ts';

/**
 * Clips of layer "osc" as a pure function of show, plan and time: which messages fall between two instants. A message
 * belongs to the moment at which a running playback comes over its clip's start: not to a jump over it, not to a
 * position at which it stands, and in a loop to every lap. Ghosts send nothing, they are only still seen.
 */
export type OscStart = { clip: string; parameters: OscClip; at: number };
export type OscLevel = { key: string; parameters: OscClip; value: number };

/** Laps of a loop that are made good in one look. */
const MOST_LAPS = 1000;
const MOST_EVENTS = 1000;

/** Starts in [from, to) on the show clock, oldest first. `plan` must be the one in force over that time. */
export const oscStarts = (show: CompiledShow, plan: Plan, from: number, to: number): OscStart[] => {
  const found: OscStart[] = [];
  let { plan: present } = advance(show, plan, from);
  let at = from;
  for (let count = 0; count < MOST_EVENTS && at < to; count += 1) {
    const next = nextEventAt(show, present);
    const until = next === null ? to : Math.min(to, Math.max(at, next));
    for (const playback of present.playbacks) found.push(...startsOf(show, playback, at, until));
    if (until >= to || next === null) break;
    present = advance(show, present, until).plan;
    at = until;
  }
  return found.sort((a, b) => a.at - b.at);
};

const clipsOf = (show: CompiledShow, timeline: string): CompiledClip[] =>
  (show.timelines[timeline]?.messages ?? []).flatMap(({ clips }) => clips);

const startsOf = (show: CompiledShow, playback: Playback, from: number, to: number): OscStart[] => {
  if (playback.role === 'ghost' || !playback.anchor.running || to <= from) return [];
  const clips = clipsOf(show, playback.timeline);
  if (clips.length === 0) return [];
  const first = rawPositionAt(playback, from);
  const ahead = rawPositionAt(playback, to);
  // The mark itself belongs to what comes behind the boundary, whatever the last bit of a sum says.
  const last = playback.until === null ? ahead : Math.min(ahead, playback.until.at);
  return clips.flatMap((clip) =>
    crossings(playback, clip.start, first, last).flatMap((raw) => {
      const parsed = readRecord(oscClipSchema, clip.parameters);
      return parsed.success
        ? [{ clip: clip.id, parameters: parsed.data, at: Math.max(from, clockOf(playback, raw)) }]
        : [];
    }),
  );
};

/** Raw positions in [first, last) at which the playback is at `start`: one, or one a lap. */
const crossings = ({ loop }: Playback, start: number, first: number, last: number): number[] => {
  const isIn = (raw: number): boolean => raw >= first && raw < last;
  if (loop === null || start >= loop.to) return loop === null && isIn(start) ? [start] : [];
  const length = loop.to - loop.from;
  if (start < loop.from || length <= 0) return isIn(start) ? [start] : [];
  const found: number[] = [];
  const lap = Math.max(0, Math.ceil((first - start) / length));
  for (let raw = start + lap * length; raw < last && found.length < MOST_LAPS; raw += length)
    if (isIn(raw)) found.push(raw);
  return found;
};

/** Levels at one instant: of every running playback the clips that are on and have somewhere to send it. */
export const oscLevels = (
  show: CompiledShow,
  plan: Plan,
  now: number,
  live: readonly LiveSample[],
): OscLevel[] => {
  const overrides = overridesAt(live, now);
  const { plan: present } = advance(show, plan, now);
  return present.playbacks.flatMap((playback) => {
    const timeline = show.timelines[playback.timeline];
    if (playback.role === 'ghost' || !playback.anchor.running || !timeline) return [];
    const position = positionAt(playback, now, timeline.duration);
    return timeline.messages.flatMap((track) =>
      clipsAt(track, position).flatMap((clip) => {
        const parsed = readRecord(oscClipSchema, clip.parameters);
        if (!parsed.success || parsed.data.levelAddress === null) return [];
        const override = overrides.find((one) => one.clip === clip.id && one.param === 'level');
        const lane = clip.keyed.find(({ param }) => param === 'level');
        const value = override?.value ?? (lane && valueAt(lane, position - clip.start)) ?? parsed.data.level;
        return typeof value === 'number'
          ? [{ key: `${playback.id}/${clip.id}`, parameters: parsed.data, value }]
          : [];
      }),
    );
  });
};

/** Whether anything of a show may ever be sent: a show without such clips costs nothing. */
export const hasOscClips = (show: CompiledShow): boolean =>
  Object.values(show.timelines).some(({ messages }) => messages.length > 0);
