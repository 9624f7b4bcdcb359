import type { Analysis } from '../sound/analysis/analysis.ts';
import type {
  ClipRecord,
  CueRecord,
  Follow,
  Keyframe,
  MediaRecord,
  ShowRecord,
  TimelineRecord,
  TriggerRecord,
} from './show.schema.ts';

/**
 * A show document indexed for playing: built once a revision by `compileShow`, never edited. Everything that runs a
 * frame reads this and not the document. Ids are whole (`cue:opening`).
 */
export type CompiledClip = Omit<ClipRecord, 'effects'> & {
  id: string;
  track: string;
  /** start + duration, and later where its light still goes down. */
  end: number;
  /** In place of fade-in and fade-out: the show is softened. */
  fades: CompiledLane | null;
  keyed: CompiledLane[];
  followed: CompiledFollow[];
  /** Those that are on. */
  effects: readonly CompiledEffect[];
};
/** Keys and follows of an effect: their `param` is the effect's own ("radius" for the channel "blur.radius"). */
export type CompiledEffect = {
  id: string;
  type: string;
  parameters: Record<string, unknown>;
  keyed: CompiledLane[];
  followed: CompiledFollow[];
  /** The clip that it masks with, muted or not; null: none. */
  matte: CompiledClip | null;
};
/** `sound`: the clip that is heard; null for a beat. `mean`: over the last seconds; 0: as it is now. */
export type CompiledFollow = Follow & { param: string; sound: FollowedSound | null; mean: number };
/** `media` sounds from `start` to `end` on the timeline, `offset` seconds into the file at `start`. */
export type FollowedSound = { media: string; start: number; end: number; offset: number };
/**
 * Keys of one parameter, at least one, sorted by `at`. Times, and values where all are numbers, lie together in memory:
 * a look-up at a random time in a large show costs cache misses, not arithmetic.
 */
export type CompiledLane = {
  param: string;
  keys: Keyframe[];
  times: Float64Array;
  numbers: Float64Array | null;
};
export type CompiledTrack = {
  id: string;
  /** Sorted by start. */
  clips: CompiledClip[];
  starts: Float64Array;
  /** Greatest `end` of clips 0…i, so that a search back can stop. */
  latestEnd: Float64Array;
};
export type CompiledCue = CueRecord & { id: string };
export type CompiledTimeline = TimelineRecord & {
  id: string;
  /** Bottom first, muted ones left out; layers only. */
  tracks: CompiledTrack[];
  /** Clips of layer "excerpt", by start. */
  excerpts: CompiledClip[];
  /** As `tracks`, for clips of layer "sound". */
  sounds: CompiledTrack[];
  /** Tracks of `tracks` with their groups alone, whose sounds are heard. */
  groups: CompiledTrack[];
  /** The same for clips of layer "osc", which the host alone reads. */
  messages: CompiledTrack[];
  /** Cues with a place on this timeline, by position, then by number; disarmed and skipped ones left out. */
  cues: CompiledCue[];
};
export type CompiledShow = {
  id: string;
  revision: number;
  show: ShowRecord;
  timelines: Record<string, CompiledTimeline>;
  /** Every cue in numeric order, disarmed ones too. */
  cues: CompiledCue[];
  cueById: Record<string, CompiledCue>;
  /** Normalised number ("1.1" for "1.10") → cue. */
  cueByNumber: Record<string, CompiledCue>;
  triggers: (TriggerRecord & { id: string })[];
  media: Record<string, MediaRecord & { id: string }>;
  /** Of the sounds that something follows, by media id; one that is not there yet is not followed. */
  analyses: Readonly<Record<string, Analysis>>;
  /** The revision that a take fades away, and the number of the plan that took this one; null: none. */
  outgoing: { show: CompiledShow; plan: number } | null;
};
