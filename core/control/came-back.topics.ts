/** That the host was ended without being closed: a crash, a battery, a kill. null: it was closed, or is new. */
export type CameBack = {
  /** ISO UTC: since when it is back. */
  since: string;
};
export type CameBackTopics = { cameBack: CameBack | null };
export const notCameBack: CameBackTopics = { cameBack: null };
