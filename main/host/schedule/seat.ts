import { look, makeUpFor, watchFrom, type Watch } from '../../../core/time/schedule-watch.ts';
import { firingsAfter, nextFiring, type Rule } from '../../../core/time/schedule.ts';
import type { ScheduleRecord } from '../../../core/station/levels.schema.ts';

/** One schedule record at work, told the wall clock at each look. Instants are milliseconds since 1970 UTC. */
export interface ScheduleSeat {
  readonly record: ScheduleRecord;
  readonly rule: Rule;
  /** What is due, or was passed over for good; at most one of them. */
  look(now: number): { due: number | null; missed: number | null };
  /** The next firing; null: none, or it is off. */
  coming(): number | null;
  /** Firings to come, without those that a clock put back will come to again. */
  next(count: number): number[];
  fired(): readonly number[];
}

/** `since`: where it begins; a firing between then and now is made up for. */
export const createScheduleSeat = (
  record: ScheduleRecord,
  machineZone: string,
  since: number,
  fired: readonly number[],
): ScheduleSeat => {
  const rule: Rule = { ...record, zone: record.zone === '' ? machineZone : record.zone };
  let watch: Watch = watchFrom(since, fired);
  let next = nextFiring(rule, since);
  let lookedAt: number | null = null;
  const toCome = (count: number) =>
    firingsAfter(rule, watch.seen, count + watch.fired.length)
      .filter((instant) => !watch.fired.includes(instant))
      .slice(0, count);
  let coming = toCome(1)[0] ?? null;
  return {
    record,
    rule,
    look(now) {
      const leap = lookedAt === null ? 0 : now - lookedAt;
      lookedAt = now;
      // Between two firings a look costs a comparison: the rules of a zone are asked when one is due or the clock ran back.
      if (now >= watch.seen && (next === null || now < next)) return { due: null, missed: null };
      const seen = look(watch, rule, now, makeUpFor(leap, record.missedWithin * 1000));
      watch = seen.watch;
      next = nextFiring(rule, now);
      coming = toCome(1)[0] ?? null;
      return seen;
    },
    coming: () => (record.isOn ? coming : null),
    next: toCome,
    fired: () => watch.fired,
  };
};
