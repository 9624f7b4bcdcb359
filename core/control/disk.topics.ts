import type { Problem } from '../result.ts';
import type { DraftChange } from '../show/draft/changes.ts';

/** Files of the show that somebody else has written while the host runs (docs/hot-reload.md). */
export type DiskConflict = {
  /** Record id. */
  id: string;
  /** Dotted path in the record; '' for the record as a whole. */
  field: string;
  /** What people call the record. */
  name: string;
  /** The two values as short text; '' for one that is not there. */
  ours: string;
  theirs: string;
};
export type DiskFile = {
  /** `show`, `facade`, `rig`: the station's own; `show-source`, `facade-source`: where it came from; `media:name`. */
  id: string;
  /** As the disk has it. */
  file: string;
  /** ISO UTC. */
  at: string;
  /** Of what stands on the disk: an answer names the version that it was given for. */
  version: string;
  /** Taken: said for a while. Waits: taken by itself once `why` is over. Asks: a person decides. Refused: see `problem`. */
  state: 'taken' | 'waits' | 'asks' | 'refused';
  why: 'conflict' | 'off' | 'playing' | 'locked' | 'held' | null;
  /** Where it went. */
  into: 'programme' | 'draft' | null;
  /** Taken by itself, and so `disk/undo` takes it back; what a person took is that person's to undo. */
  isOwn: boolean;
  count: number;
  /** The first 50 of what it changes. */
  changes: DraftChange[];
  conflicts: DiskConflict[];
  problem: Problem | null;
};
export type DiskTopics = { disk: DiskFile[] };
export const noDisk: DiskTopics = { disk: [] };
