import type { RigVersion } from '../../core/control/technician.verbs.ts';

/** Versions that nobody named thin out: all of the last hours, then one an hour, then one a day. */
const ALL_MS = 4 * 3_600_000;
const HOURLY_MS = 48 * 3_600_000;
const DAILY_MS = 60 * 24 * 3_600_000;

/** Ids to remove. `versions` newest first; `now` ISO. */
export const stale = (versions: readonly RigVersion[], now: string): string[] => {
  const nowMs = Date.parse(now);
  const kept = new Set<string>();
  return versions.flatMap(({ id, at, isMarked }) => {
    const age = nowMs - Date.parse(at);
    if (isMarked || age <= ALL_MS) return [];
    // The oldest of its hour or day would do as well; newest first makes it the last state of that hour.
    const slot = age <= HOURLY_MS ? at.slice(0, 13) : at.slice(0, 10);
    if (age > DAILY_MS || kept.has(slot)) return [id];
    kept.add(slot);
    return [];
  });
};
