import { nextFiring, type Rule } from './schedule.ts';

/**
 * What a schedule owes at a look at the wall clock, whatever was done to that clock between two looks. Each firing is
 * known by its instant and happens once: a clock that was put back comes to it again and does nothing, one that was put
 * forward over it fires it at once. Instants in milliseconds.
 */
export type Watch = {
  /** The wall clock at the last look; firings up to it are settled. */
  seen: number;
  /** Instants that have fired, newest last. */
  fired: readonly number[];
};
export type Look = {
  watch: Watch;
  /** The firing that is due now. */
  due: number | null;
  /** Passed over so long ago that it is told and not done. */
  missed: number | null;
};

/** A firing that a step of the clock passed over is made up for so long: a wrong zone, summer time set by hand. */
const MADE_UP_FOR = 2 * 3_600_000;
/**
 * Milliseconds by which a firing may be late. A clock that leaps by more was no clock before (a flat battery, a machine
 * asleep): then it counts as a host that starts now.
 */
export const makeUpFor = (leap: number, missedWithin: number): number =>
  leap > MADE_UP_FOR ? missedWithin : Math.max(MADE_UP_FOR, missedWithin);
const REMEMBERED = 32;
/** A clock that leaps by years passes over a thousand firings: the last one alone matters. */
const MOST_PASSED = 64;

/** `since`: where settling begins; a host that starts late gives a time in the past. */
export const watchFrom = (since: number, fired: readonly number[]): Watch => ({ seen: since, fired });

/** `makeUp`: milliseconds by which a firing may be late. */
export const look = (watch: Watch, rule: Rule, now: number, makeUp: number): Look => {
  const passed = lastPassed(rule, Math.max(watch.seen, now - 2 * makeUp - 8 * 86_400_000), now);
  const seen = { ...watch, seen: now };
  if (passed === null || watch.fired.includes(passed)) return { watch: seen, due: null, missed: null };
  // What was missed is not remembered as done: a clock that is put right again comes to it.
  if (now - passed > makeUp) return { watch: seen, due: null, missed: passed };
  const fired = [...watch.fired, passed].slice(-REMEMBERED);
  return { watch: { seen: now, fired }, due: passed, missed: null };
};

/** The newest firing after one instant and no later than another. */
const lastPassed = (rule: Rule, after: number, until: number): number | null => {
  let last: number | null = null;
  let next = nextFiring(rule, after);
  for (let count = 0; next !== null && next <= until && count < MOST_PASSED; count += 1) {
    last = next;
    next = nextFiring(rule, next);
  }
  return last;
};
