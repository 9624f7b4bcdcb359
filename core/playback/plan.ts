/**
 * The plan (DESIGN §5): the whole state of playback as one JSON value. The host makes a new one for each verb and
 * broadcasts it about 30 ms ahead; `advance(show, plan, now)` carries it over its own boundaries (hold, loop, follow,
 * end) and is the same code in host, outputs and sound, so a page that hears nothing still holds at the exact time.
 * Clock times are seconds on the show clock, positions seconds on the timeline.
 */
export type Ramp = {
  from: number;
  to: number;
  /** Clock time at which it leaves `from`. */
  startAt: number;
  /** Seconds; 0 is a step. */
  duration: number;
};

export type Anchor = {
  /** Position at `clockAt`. */
  position: number;
  clockAt: number;
  /** Seconds of position a second of clock: 0 < rate ≤ 4; in chase −4…4. */
  rate: number;
  running: boolean;
};

export type Boundary = {
  /** Position that is reached. */
  at: number;
  what:
    | { kind: 'hold'; cue: string; max: number | null }
    | { kind: 'loop'; cue: string; from: number; times: number | null }
    | { kind: 'pass'; cue: string }
    | { kind: 'follow'; cue: string }
    | { kind: 'section' }
    | { kind: 'end' };
};

/** A rehearsed stretch, positions; at `to` the playback is back at `from` and `cue` fires again. */
export type Section = { cue: string; from: number; to: number };

/** A cue that fires by itself at a clock time, by a pre-wait, a continue or a follow. */
export type Waiting = {
  cue: string;
  at: number;
  /** null: the cue's own. */
  fade: number | null;
  by: 'go' | 'follow';
  /** Clock time since which it stands still, or null. */
  heldAt: number | null;
};

/** Loop in progress: position = from + (t mod (to − from)). */
export type Loop = { cue: string; from: number; to: number; times: number | null };

export type Playback = {
  /** Stable over the playback's life: `main-3`, `sting-7`. */
  id: string;
  timeline: string;
  role: 'main' | 'ghost' | 'overlay';
  anchor: Anchor;
  /** Clock time of entry: layers' `free` time counts from here. */
  enteredAt: number;
  /** The next boundary ahead; null for a ghost and when nothing is ahead but the timeline's end of an endless hold. */
  until: Boundary | null;
  loop: Loop | null;
  /** Cue before which it stands, while it holds. */
  holding: { cue: string; since: number; max: number | null } | null;
  /** A GO came in the early window, or its entry lies before: run through that cue's hold. */
  passThrough: string | null;
  /** Rehearsed, or null. */
  section: Section | null;
  /** It lies on a timecode: what a GO does is said; null: it runs by itself. */
  chase: { go: 'refuse' | 'leave' } | null;
  /** Drawn from the revision of the show that a take fades away (take.ts); it meets no boundary of the new one. */
  outgoing: boolean;
  /** 0–1; for main and ghosts the cross-fade weight over what is older, for overlays its level. */
  envelope: Ramp;
  /** Clock time at which it is dropped, or null. */
  endsAt: number | null;
  /** Clock time since which it is paused, or null. */
  paused: number | null;
  /** It stands at its timeline's end. */
  ended: boolean;
  /** Cue that started it or was last crossed on it; null for an overlay started by its own verb. */
  cue: string | null;
};

export type SoundLevel = {
  /** 0–1, all sound. */
  level: Ramp;
  /** Playbacks that a stop of the sound found, until a GO later than `at`; null: none. */
  hushed: { at: number; level: Ramp; playbacks: string[] } | null;
};

export type Plan = {
  /** Counts up by one a change, from 1; survives a host's restart. */
  id: number;
  /** Clock time from which this plan is drawn, and before which the previous one is. */
  effectiveAt: number;
  /** Cue ids; null: none. `standby` only ever names a cue with `at`. */
  current: string | null;
  standby: string | null;
  /** Oldest first: main's ghosts, main, then overlays bottom first. */
  playbacks: Playback[];
  master: Ramp;
  /** 0 light, 1 black. Picture only. */
  blackout: Ramp;
  /** Picture and sound. `fading` turns into `cut` when the ramp has arrived. */
  panic: { state: 'off' | 'fading' | 'cut'; level: Ramp };
  /** The sound's own level, and what `sound/stop` silenced (sound.ts). */
  sound: SoundLevel;
  /** A stop with a fade: everything playing is dropped when it has arrived. */
  stopping: Ramp | null;
  /** Cues that count down, in the order in which they were asked for. */
  waiting: Waiting[];
  /** What this session says of cues over the document: cue id → armed, skipped. */
  marks: Record<string, { armed?: boolean; skip?: boolean }>;
  /** A quantised GO that waits for its beat, bar or lap. */
  armed: { cue: string; at: number; fade: number | null } | null;
  /** Clock times of the last firing, for guards and re-trigger times; variant counters. */
  fired: {
    lastGoAt: number | null;
    lastGoCue: string | null;
    lastGoSender: string | null;
    cues: Record<string, { at: number; count: number }>;
  };
  /** Number for the next playback's id. */
  nextPlayback: number;
};

/** What is to be done on the way, each at its exact clock time: the host alone runs it, once. */
export type Effect =
  | { kind: 'cue'; cue: string; at: number; by: 'go' | 'pass' | 'follow' }
  | { kind: 'action'; cue: string; verb: string; args: Record<string, unknown>; at: number }
  | { kind: 'hold'; cue: string; at: number }
  | { kind: 'end'; playback: string; at: number };
