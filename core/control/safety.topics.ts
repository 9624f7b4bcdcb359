import type { Problem } from '../result.ts';

/** One line of the pre-flight: what was looked at, how it is, what to do. */
export type PreflightLine = {
  /** `files`, `display:left`, `desk` … stable, so that a note can be kept to it. */
  id: string;
  /** unset: belongs to something that this station has not set up. */
  state: 'running' | 'pass' | 'warn' | 'fail' | 'unset';
  /** What is wrong and what to do, by code from the message table; null when it passes. */
  problem: Problem | null;
  /** The figure behind the verdict, as a person reads it: `60.0 fps, 0 late in 10 s`. */
  detail: string;
};
export type Preflight = {
  /** ISO UTC. */
  startedAt: string;
  /** null: still running. */
  endedAt: string | null;
  by: string;
  lines: PreflightLine[];
};
export type SafetyTopics = {
  /** The last one, or the one that runs; null: none since the start. */
  preflight: Preflight | null;
  /** Show lock: operator's rights only, edits refused. */
  lock: { on: boolean; by: string | null; since: string | null };
};
export const noSafety: SafetyTopics = { preflight: null, lock: { on: false, by: null, since: null } };
