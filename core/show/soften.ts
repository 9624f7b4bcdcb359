import { carriesLight } from '../layers/light.ts';
import { softFades, softLane, SOFT_SECONDS } from './soft-lane.ts';
import type {
  CompiledClip,
  CompiledCue,
  CompiledLane,
  CompiledShow,
  CompiledTimeline,
  CompiledTrack,
} from './compiled.ts';
import { trackOf } from './track-of.ts';

/**
 * The show without flashes, made from the same document by one rule: whatever carries light is its own mean over the
 * last second. A hit still begins when it is heard, but takes a second to arrive; a strobe becomes its mean; what
 * changes slowly stays as it is. Places, movements, sounds, cues and times are untouched, so that it is played and
 * seeked as the full one is. What a film shows by itself stays as it was filmed: `frise flashes` looks at it.
 */
export const softened = (show: CompiledShow): CompiledShow => {
  const cues = show.cues.map(softCue);
  const byId = Object.fromEntries(cues.map((cue) => [cue.id, cue]));
  const own = ({ id }: CompiledCue) => byId[id] ?? [];
  return {
    ...show,
    cues,
    cueById: byId,
    cueByNumber: Object.fromEntries(cues.map((cue) => [cue.number, cue])),
    timelines: Object.fromEntries(
      Object.entries(show.timelines).map(([id, timeline]) => [
        id,
        { ...softTimeline(timeline, show.show.main), cues: timeline.cues.flatMap(own) },
      ]),
    ),
  };
};

/** A sting that starts again must not cut off the one that plays: both are seen to their ends. */
const softCue = (cue: CompiledCue): CompiledCue =>
  cue.at !== null
    ? cue
    : {
        ...cue,
        again: cue.again === 'restart' ? 'stack' : cue.again,
        cap: Math.max(cue.cap, LEAST_CAP),
        retrigger: cue.retrigger > 0 ? Math.max(cue.retrigger, 2 * SOFT_SECONDS) : cue.retrigger,
      };
const LEAST_CAP = 8;

const softTimeline = (timeline: CompiledTimeline, main: string): CompiledTimeline => {
  // An overlay is dropped at its end; main holds its last picture, and one with marks or laps goes on.
  const dropped =
    timeline.id === main || timeline.cues.length > 0 || timeline.loop ? Infinity : timeline.duration;
  const last = timeline.duration;
  return {
    ...timeline,
    tracks: timeline.tracks.map((track) => softTrack(track, { last, dropped, isLap: timeline.loop })),
  };
};

/** `last`: what no clip outlives; `dropped`: by when all has faded; `isLap`: its end is its beginning. */
type Ends = { last: number; dropped: number; isLap: boolean };
const softTrack = ({ id, clips }: CompiledTrack, ends: Ends): CompiledTrack =>
  trackOf(
    id,
    clips.map((clip) => softClip(clip, ends)),
  );

const softClip = (clip: CompiledClip, { last, dropped, isLap }: Ends): CompiledClip => {
  const light = (param: string) => carriesLight(clip.layer, param);
  const isAlways = isLap && clip.start <= 0 && clip.end >= last;
  const fades = isAlways ? null : softFades(clip, dropped - clip.start);
  return {
    ...clip,
    fades,
    end: fades === null ? clip.end : Math.max(clip.end, Math.min(last, clip.end + SOFT_SECONDS)),
    parameters: calm(clip.parameters),
    keyed: clip.keyed.map((lane) => (light(lane.param) ? softOf(clip, lane) : lane)),
    followed: clip.followed.map((follow) =>
      light(follow.param) ? { ...follow, mean: SOFT_SECONDS } : follow,
    ),
  };
};

/** An edit leaves the keys of all clips but its own the same objects: their lanes are softened once. */
const known = new WeakMap<object, CompiledLane>();
const softOf = ({ keyframes }: CompiledClip, lane: CompiledLane): CompiledLane => {
  const keys = keyframes[lane.param];
  if (keys === undefined) return softLane(lane);
  const soft = known.get(keys) ?? softLane(lane);
  known.set(keys, soft);
  return soft;
};

/**
 * What flickers by itself does so at this rate at most, Hz; what turns, swings or runs along by itself (running lamps,
 * pulses, waves) goes at half its speed.
 */
const FLICKER = 1;
const SLOWER = 0.5;
const CALMER: Readonly<Record<string, (value: number) => number>> = {
  twinkleRate: (rate) => Math.min(rate, FLICKER),
  // All alike, so that wheels that mesh go on meshing.
  spin: (speed) => speed * SLOWER,
  swingRate: (rate) => rate * SLOWER,
  chaseSpeed: (speed) => speed * SLOWER,
  pulseSpeed: (speed) => speed * SLOWER,
  frequency: (rate) => rate * SLOWER,
};
const calm = (parameters: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters).map(([param, value]) => [
      param,
      typeof value === 'number' ? (CALMER[param]?.(value) ?? value) : value,
    ]),
  );
