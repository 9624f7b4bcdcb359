import type { DraftChange } from '../show/draft/changes.ts';
import type { ShowDocument } from '../show/show.schema.ts';

/** Programme and draft, as pages see them (docs/draft.md). */
type DraftConflict = { id: string; /** '' for the whole record. */ field: string; name: string };
export type OpenDraft = {
  revision: number;
  /** ISO UTC. */
  since: string;
  /** Who opened it. */
  by: string;
  /** How many changes there are; `changes` are the first 200. */
  count: number;
  changes: DraftChange[];
  /** Who made them. */
  people: string[];
  conflicts: DraftConflict[];
};
export type DraftTopic = {
  /** Whether the next design edit goes to the draft, and why: it has changes, something plays, setting, by hand. */
  blind: 'changes' | 'playing' | 'always' | 'asked' | null;
  open: OpenDraft | null;
  /** A take is being loaded or cross-faded. */
  isTaking: boolean;
};
export type DraftTopics = {
  draft: DraftTopic;
  /** The draft itself, for those who design. */
  draftShow: { document: ShowDocument; revision: number } | null;
  /** For whoever draws and sounds: what a take brings, and what it leaves behind. */
  fading: {
    incoming: { document: ShowDocument } | null;
    /** Plans before `plan` are of this revision. */
    outgoing: { document: ShowDocument; revision: number; plan: number } | null;
  };
};
export const noDraft: DraftTopics = {
  draft: { blind: null, open: null, isTaking: false },
  draftShow: null,
  fading: { incoming: null, outgoing: null },
};
