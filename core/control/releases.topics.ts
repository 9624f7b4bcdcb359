import type { Problem } from '../result.ts';

/** A release as its feed tells of it. */
export type Release = {
  /** `1.4.0` */
  version: string;
  /** Where a person reads about it, https; null: the feed says nothing. */
  address: string | null;
  /** ISO; null: the feed says nothing. */
  date: string | null;
};
/** Newer versions of Frise: told where the owner has asked for it, never installed. */
export type Releases = {
  /** The version that runs. */
  own: string;
  /** The newest that the feed told; null: not asked yet. */
  newest: Release | null;
  isNewer: boolean;
  isLooking: boolean;
  /** When the feed last answered or failed, ISO UTC. */
  lookedAt: string | null;
  /** Why the last look told nothing. */
  problem: Problem | null;
};
export type ReleasesTopics = { releases: Releases };
export const noReleases: ReleasesTopics = {
  releases: { own: '', newest: null, isNewer: false, isLooking: false, lookedAt: null, problem: null },
};
