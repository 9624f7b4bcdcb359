import type { Problem } from '../result.ts';

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
/** How far the media of the other host have come. */
export type SpareMedia = {
  /** Files that are here and right. */
  done: number;
  total: number;
  /** Bytes of the file that is on its way; null: none is. */
  loading: { name: string; got: number; size: number } | null;
  /** Files that could not be had, each by the path of its record. */
  missing: Problem[];
};
/** A host that mirrors another: `following` muted until it is made the main one by hand. */
export type Spare = {
  /** The other host's address. */
  of: string;
  state: 'connecting' | 'following' | 'lost' | 'main';
  /** Since when it has not heard, ISO UTC; null while it hears. */
  lostSince: string | null;
  media: SpareMedia;
  /** What a person has to do about it; null: nothing. */
  problem: Problem | null;
  /** The other host's version once it has said it. */
  version: string | null;
  /** The two show clocks are at most so far apart, ms; null before the first measurement. */
  clockErrorMs: number | null;
};
/** Spares that follow this host now. */
type Followers = { count: number; names: string[] };
/** Remote access over HTTPS; null: plain http. */
type LanCertificate = {
  /** SHA-256 of the certificate, `AB:CD:…`: what a person compares on the tablet. */
  fingerprint: string;
  /** Addresses and names for which it was made. */
  names: string[];
  /** ISO UTC. */
  validUntil: string;
};
export type RemoteTopics = {
  notes: Note[];
  spare: Spare | null;
  followers: Followers;
  certificate: LanCertificate | null;
};
export const noRemote: RemoteTopics = {
  notes: [],
  spare: null,
  followers: { count: 0, names: [] },
  certificate: null,
};
/** Whether this host leaves everything to the one that it follows: no sound, no ports, no orders. */
export const isMuted = (spare: Spare | null | undefined): boolean =>
  spare !== null && spare !== undefined && spare.state !== 'main';
/** How the id of a spare's line begins; the other host's name follows. */
export const SPARE_PAGE = 'spare:';
