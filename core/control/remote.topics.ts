/** What someone wrote down during a run, with the place in the show. */
export type Note = {
  id: string;
  /** ISO UTC. */
  at: string;
  author: string;
  text: string;
  /** Cue number that was current, or null. */
  cue: string | null;
  /** Position of main, seconds, or null. */
  position: number | null;
};
/** A host that mirrors another: `following` muted until it is made the main one by hand. */
export type Spare = {
  /** The other host's address. */
  of: string;
  state: 'connecting' | 'following' | 'lost' | 'main';
  /** Since when it has not heard, ISO UTC; null while it hears. */
  lostSince: string | null;
};
export type RemoteTopics = {
  notes: Note[];
  spare: Spare | null;
};
export const noRemote: RemoteTopics = { notes: [], spare: null };
