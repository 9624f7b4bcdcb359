import type { OscStats } from './port.types.ts';

/** All counters at nought. */
export const noStats = (): OscStats => ({
  datagrams: 0,
  bytes: 0,
  messages: 0,
  malformed: 0,
  duplicates: 0,
  strangers: 0,
  dispatched: 0,
  refused: 0,
  held: 0,
  unknown: 0,
  dropped: 0,
  superseded: 0,
  scheduled: 0,
  warnings: 0,
  answers: 0,
  answersWithheld: 0,
  failures: 0,
});
