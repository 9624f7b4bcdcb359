import { group } from '../layers/group.ts';
import { channelOf } from './channels.ts';
import { compareCueNumbers, normaliseCueNumber } from './cue-number.ts';
import type {
  CompiledClip,
  CompiledCue,
  CompiledEffect,
  CompiledFollow,
  CompiledShow,
  FollowedSound,
  CompiledTimeline,
  CompiledTrack,
} from './compiled.ts';
import { EXCERPT_LAYER } from '../layers/excerpt.ts';
import { laneOf } from './lane-of.ts';
import { OSC_LAYER } from './osc-clip.ts';
import { byId, recordsOfKind } from './records.ts';
import { softened } from './soften.ts';
import { trackOf } from './track-of.ts';
import { showRecordSchemas } from './show.schema.ts';
import type { ClipRecord, Follow, ShowDocument, TimelineRecord } from './show.schema.ts';

/**
 * Show document → what playing reads. Expects a document that `openDocument` let through (exactly one valid `show:`
 * record); a record that its schema refuses is left out, so that one bad clip never stops a show.
 */

const byAt = (a: { at: number }, b: { at: number }): number => a.at - b.at;

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
  if (follow.source.kind === 'beat') return [{ ...follow, param, sound: null, mean: 0 }];
  const sound = followedSound(clips[follow.source.clip]);
  return sound === null ? [] : [{ ...follow, param, sound, mean: 0 }];
};

type Clips = Readonly<Record<string, Clip>>;
/** What moves of a clip (`effect` null) or of one of its effects, under the names of its own parameters. */
const movingOf = (
  clip: Clip,
  clips: Clips,
  effect: string | null,
): Pick<CompiledClip, 'keyed' | 'followed'> => {
  const own = <T>(table: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(table).flatMap(([name, value]): [string, T][] => {
      const channel = channelOf(name);
      return channel.effect === effect ? [[channel.param, value]] : [];
    });
  return {
    followed: own(clip.follow).flatMap(([param, follow]) => compileFollow(param, follow, clips)),
    keyed: own(clip.keyframes)
      .filter(([, keys]) => keys.length > 0)
      .map(([param, keys]) => laneOf(param, [...keys].sort(byAt))),
  };
};
const NO_EFFECTS: readonly CompiledEffect[] = [];
/** `via`: clips that are being masked; one of them masks nothing, so that no circle is run around. */
const compileEffects = (clip: Clip, clips: Clips, via: readonly string[]): readonly CompiledEffect[] => {
  if (clip.effects.length === 0) return NO_EFFECTS;
  return clip.effects.flatMap(({ id, type, on, parameters }) => {
    if (!on) return [];
    const { clip: read } = parameters;
    const masking = typeof read === 'string' && !via.includes(read) ? clips[read] : undefined;
    const matte = masking ? compileClip(masking, '', clips, [...via, masking.id]) : null;
    return [{ id, type, parameters, ...movingOf(clip, clips, id), matte }];
  });
};

const compileClip = (
  clip: Clip,
  track: string,
  clips: Clips,
  via: readonly string[] = [clip.id],
): CompiledClip => ({
  ...clip,
  track,
  end: clip.start + clip.duration,
  fades: null,
  ...movingOf(clip, clips, null),
  effects: compileEffects(clip, clips, via),
});

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

/** Layers that are not drawn by themselves. */
const APART = new Set(['sound', OSC_LAYER, EXCERPT_LAYER]);

const compileTimeline = (parts: Parts, timeline: TimelineRecord & { id: string }): CompiledTimeline => {
  const tracks = (parts.document.order[timeline.id] ?? [])
    .filter((id) => parts.tracks[id]?.muted === false)
    .map((id) => ({ id, clips: clipsOfTrack(parts, id) }));
  const only = (keep: (clip: CompiledClip) => boolean): CompiledTrack[] =>
    tracks.map(({ id, clips }) => trackOf(id, clips.filter(keep))).filter(({ clips }) => clips.length > 0);
  return {
    ...timeline,
    tempo: [...timeline.tempo].sort(byAt),
    tracks: only(({ layer }) => !APART.has(layer)),
    excerpts: only((clip) => clip.layer === EXCERPT_LAYER)
      .flatMap(({ clips }) => clips)
      .sort((a, b) => a.start - b.start),
    sounds: only((clip) => clip.layer === 'sound'),
    groups: only((clip) => clip.layer === group.type),
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
  const compiled: CompiledShow = {
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
    outgoing: null,
  };
  return record.flashes === 'soft' ? softened(compiled) : compiled;
};

const soundsFollowed = ({ followed, effects }: CompiledClip): string[] => [
  ...followed.flatMap(({ sound }) => sound?.media ?? []),
  ...effects.flatMap((effect) => [
    ...effect.followed.flatMap(({ sound }) => sound?.media ?? []),
    ...(effect.matte ? soundsFollowed(effect.matte) : []),
  ]),
];
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
  const heard: Record<string, Clip> = byId(
    line.sounds.flatMap(({ clips }) => clips.map((each) => ({ ...each, effects: [] }))),
  );
  /** What masks it has not moved. */
  const masked = (next: CompiledClip, before: CompiledClip): CompiledClip => ({
    ...next,
    effects: next.effects.map((effect) => {
      const { matte } = before.effects.find(({ id }) => id === effect.id) ?? effect;
      return { ...effect, matte };
    }),
  });
  const swapped = (track: CompiledTrack): CompiledTrack =>
    track.clips.some(({ id }) => id === clip.id)
      ? trackOf(
          track.id,
          track.clips.map((each) =>
            each.id === clip.id ? masked(compileClip(clip, track.id, heard), each) : each,
          ),
        )
      : track;
  const tracks = line.tracks.map(swapped);
  return { ...show, timelines: { ...show.timelines, [timeline]: { ...line, tracks } } };
};

/** Sounds that a clip follows, by media id. */
export const followedMedia = ({ timelines }: CompiledShow): string[] => {
  const clips = Object.values(timelines).flatMap(({ tracks }) => tracks.flatMap((track) => track.clips));
  return [...new Set(clips.flatMap(soundsFollowed))].sort();
};
