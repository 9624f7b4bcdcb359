/** Steps of the show as it was edited, oldest first, the last one as it stands: what the Design page goes back to. */
export type HistoryStep = {
  id: string;
  /** ISO UTC. */
  at: string;
  /** As whom; '' for what an earlier run left. */
  author: string;
  label: string;
  kind: 'opened' | 'edit' | 'undo' | 'redo' | 'autosave';
  where: 'programme' | 'draft';
  revision: number;
  hasPicture: boolean;
};
export type HistoryTopics = { history: HistoryStep[] };
export const noHistory: HistoryTopics = { history: [] };
