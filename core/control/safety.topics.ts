import type { Problem } from '../result.ts';

/** In the reader's language. */
export type Told = { en: string; fr: string };

export const PREFLIGHT_GROUPS = [
  'show',
  'outputs',
  'sound',
  'inputs',
  'projectors',
  'machine',
  'safety',
] as const;
export type PreflightGroup = (typeof PREFLIGHT_GROUPS)[number];

/** One line of the pre-flight: what was looked at, how it is, what to do. */
export type PreflightLine = {
  /** `files`, `display:left`, `desk` … stable, so that a note can be kept to it. */
  id: string;
  group: PreflightGroup;
  title: Told;
  /** unset: belongs to something that this station has not set up. */
  state: 'running' | 'pass' | 'warn' | 'fail' | 'unset';
  /** What is wrong and what to do, in English as everywhere, with its code; null when it passes. */
  problem: Problem | null;
  /** The same in both languages, with its figures and names; null with `problem`. */
  told: Told | null;
  /** The figure behind the verdict, as a person reads it: `60.0 fps, 0 late in 10 s`. */
  detail: Told;
};
export type Preflight = {
  /** ISO UTC. */
  startedAt: string;
  /** null: still running. */
  endedAt: string | null;
  by: string;
  /** Share of the run that is done, 0–1. */
  progress: number;
  /** The run was broken off: lines that were not looked at keep what they said before. */
  isCancelled: boolean;
  lines: PreflightLine[];
};
/** What a page that can decode is asked for: it tries each file once and reports `media`. */
export type PreflightAsk = {
  id: string;
  /** Ids of the pages that are asked, `output/left`, `audio/audio`. */
  pages: string[];
  media: { id: string; kind: 'image' | 'svg' | 'video' | 'sound' | 'model' }[];
};
export type LockState = {
  on: boolean;
  by: string | null;
  /** ISO UTC. */
  since: string | null;
};
/** Show lock (operator's rights only, edits refused), and beside it rig lock. */
export type LockTopic = LockState & { rig: LockState };
export type SafetyTopics = {
  /** The last one, or the one that runs; null: none since the start. */
  preflight: Preflight | null;
  preflightAsk: PreflightAsk | null;
  lock: LockTopic;
};
export const UNLOCKED: LockState = { on: false, by: null, since: null };
export const noSafety: SafetyTopics = {
  preflight: null,
  preflightAsk: null,
  lock: { ...UNLOCKED, rig: UNLOCKED },
};
