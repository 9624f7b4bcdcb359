import { compareCueNumbers, normaliseCueNumber } from './cue-number.ts';
import type {
  CompiledClip,
  CompiledCue,
  CompiledFollow,
  CompiledLane,
  CompiledShow,
  FollowedSound,
  CompiledTimeline,
  CompiledTrack,
} from './compiled.ts';
import { OSC_LAYER } from './osc-clip.ts';
import { byId, recordsOfKind } from './records.ts';
import { showRecordSchemas } from './show.schema.ts';
import type { ClipRecord, Follow, Keyframe, ShowDocument, TimelineRecord } from './show.schema.ts';

/**
 * Show document → what playing reads. Expects a document that `openDocument` let through (exactly one valid `show:`
 * record); a record that its schema refuses is left out, so that one bad clip never stops a show.
 */

const byAt = (a: { at: number }, b: { at: number }): number => a.at - b.at;

const compileLane = (param: string, keys: Keyframe[]): CompiledLane => {
  const numbers = keys.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return {
    param,
    keys,
    times: Float64Array.from(keys, ({ at }) => at),
    numbers: numbers.length === keys.length ? Float64Array.from(numbers) : null,
  };
};

type Clip = ClipRecord & { id: string };
const followedSound = (clip: Clip | undefined): FollowedSound | null => {
  const { media, offset } = clip?.parameters ?? {};
  if (clip?.layer !== 'sound' || typeof media !== 'string') return null;
  const { start, duration } = clip;
  return { media, start, end: start + duration, offset: typeof offset === 'number' ? offset : 0 };
};
/** What follows a clip that is not there is left out: the parameter keeps its own value. */
const compileFollow = (
  param: string,
  follow: Follow,
  clips: Readonly<Record<string, Clip>>,
): CompiledFollow[] => {
  if (follow.source.kind === 'beat') return [{ ...follow, param, sound: null }];
  const sound = followedSound(clips[follow.source.clip]);
  return sound === null ? [] : [{ ...follow, param, sound }];
};

const compileClip = (clip: Clip, track: string, clips: Readonly<Record<string, Clip>>): CompiledClip => ({
  ...clip,
  track,
  end: clip.start + clip.duration,
  followed: Object.entries(clip.follow).flatMap(([param, follow]) => compileFollow(param, follow, clips)),
  keyed: Object.entries(clip.keyframes)
    .filter(([, keys]) => keys.length > 0)
    .map(([param, keys]) => compileLane(param, [...keys].sort(byAt))),
});

const compileTrack = (id: string, clips: CompiledClip[]): CompiledTrack => {
  const sorted = [...clips].sort((a, b) => a.start - b.start);
  let latest = 0;
  return {
    id,
    clips: sorted,
    starts: Float64Array.from(sorted, (clip) => clip.start),
    latestEnd: Float64Array.from(sorted, (clip) => (latest = Math.max(latest, clip.end))),
  };
};

type Parts = {
  document: ShowDocument;
  tracks: Record<string, { id: string; muted: boolean }>;
  clips: Record<string, Clip>;
  cues: CompiledCue[];
};

const clipsOfTrack = ({ document, clips }: Parts, track: string): CompiledClip[] =>
  (document.order[track] ?? []).flatMap((id) => {
    const clip = clips[id];
    return clip && !clip.muted ? [compileClip(clip, track, clips)] : [];
  });

const compileTimeline = (parts: Parts, timeline: TimelineRecord & { id: string }): CompiledTimeline => {
  const tracks = (parts.document.order[timeline.id] ?? [])
    .filter((id) => parts.tracks[id]?.muted === false)
    .map((id) => ({ id, clips: clipsOfTrack(parts, id) }));
  const only = (keep: (clip: CompiledClip) => boolean): CompiledTrack[] =>
    tracks
      .map(({ id, clips }) => compileTrack(id, clips.filter(keep)))
      .filter(({ clips }) => clips.length > 0);
  return {
    ...timeline,
    tempo: [...timeline.tempo].sort(byAt),
    tracks: only((clip) => clip.layer !== 'sound' && clip.layer !== OSC_LAYER),
    sounds: only((clip) => clip.layer === 'sound'),
    messages: only((clip) => clip.layer === OSC_LAYER),
    cues: cuesOfTimeline(parts.cues, timeline.id),
  };
};

/** Marks of a timeline: what is disarmed or skipped has none. */
export const cuesOfTimeline = (cues: CompiledCue[], timeline: string): CompiledCue[] =>
  cues
    .filter((cue) => cue.at?.timeline === timeline && !cue.disarmed && !cue.skip)
    .sort((a, b) => (a.at?.position ?? 0) - (b.at?.position ?? 0) || compareCueNumbers(a.number, b.number));

/** Throws only when the document has no valid `show:` record: `openDocument` never lets such a one through. */
export const compileShow = (document: ShowDocument, revision: number): CompiledShow => {
  const show = recordsOfKind(document.records, 'show', showRecordSchemas.show)[0];
  if (!show) throw new Error('show-record-missing: a show document needs one valid "show:" record');
  const { id, ...record } = show;
  const cues = recordsOfKind(document.records, 'cue', showRecordSchemas.cue)
    .map((cue) => ({ ...cue, number: normaliseCueNumber(cue.number) }))
    .sort((a, b) => compareCueNumbers(a.number, b.number));
  const parts: Parts = {
    document,
    cues,
    tracks: byId(recordsOfKind(document.records, 'track', showRecordSchemas.track)),
    clips: byId(recordsOfKind(document.records, 'clip', showRecordSchemas.clip)),
  };
  return {
    id,
    revision,
    show: record,
    timelines: byId(
      recordsOfKind(document.records, 'timeline', showRecordSchemas.timeline).map((timeline) =>
        compileTimeline(parts, timeline),
      ),
    ),
    cues,
    cueById: byId(cues),
    cueByNumber: Object.fromEntries(cues.map((cue) => [cue.number, cue])),
    triggers: recordsOfKind(document.records, 'trigger', showRecordSchemas.trigger),
    media: byId(recordsOfKind(document.records, 'media', showRecordSchemas.media)),
    analyses: {},
  };
};

/**
 * With one drawn clip as it would be after an edit: what a drag shows, without compiling the show at every move. A clip
 * that is not drawn there changes nothing.
 */
export const withClip = (
  show: CompiledShow,
  timeline: string,
  clip: Clip & { track: string },
): CompiledShow => {
  const line = show.timelines[timeline];
  if (!line) return show;
  const heard: Record<string, Clip> = byId(line.sounds.flatMap(({ clips }) => clips));
  const swapped = (track: CompiledTrack): CompiledTrack =>
    track.clips.some(({ id }) => id === clip.id)
      ? compileTrack(
          track.id,
          track.clips.map((each) => (each.id === clip.id ? compileClip(clip, track.id, heard) : each)),
        )
      : track;
  const tracks = line.tracks.map(swapped);
  return { ...show, timelines: { ...show.timelines, [timeline]: { ...line, tracks } } };
};

/** Sounds that a clip follows, by media id. */
export const followedMedia = ({ timelines }: CompiledShow): string[] => {
  const clips = Object.values(timelines).flatMap(({ tracks }) => tracks.flatMap((track) => track.clips));
  const media = clips.flatMap(({ followed }) => followed.flatMap(({ sound }) => sound?.media ?? []));
  return [...new Set(media)].sort();
};
