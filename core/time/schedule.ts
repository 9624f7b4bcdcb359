import { instantOf, wallOf } from './zone.ts';

/**
 * A schedule by wall clock: a time of day on days of the week, or on one date, as clocks in a zone show it. Instants are
 * milliseconds since 1970 UTC.
 */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Weekday = (typeof weekdays)[number];
export type Rule = {
  /** "21:30" or "21:30:15". */
  time: string;
  /** IANA: "Europe/Paris". */
  zone: string;
  days: readonly Weekday[];
  /** "2026-07-14": that day alone, whatever `days` says. */
  date: string | null;
};

const DAY = 86_400_000;
/** Days looked at on either side: a zone may leave a day out (Samoa, 30 December 2011), a week has seven. */
const BEHIND = 2;
const AHEAD = 9;

/** Milliseconds from midnight. */
const timeOfDay = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

/** Midnights, as wall times, of the days on which the rule may fire next. */
const daysNear = ({ zone, days, date }: Rule, after: number): number[] => {
  if (date !== null) return [Date.parse(`${date}T00:00:00Z`)];
  const today = Math.floor(wallOf(zone, after) / DAY) * DAY;
  return Array.from({ length: BEHIND + AHEAD + 1 }, (_, at) => today + (at - BEHIND) * DAY).filter((day) => {
    const weekday = weekdays[new Date(day).getUTCDay()];
    return weekday !== undefined && days.includes(weekday);
  });
};

/** The first firing after an instant (not at it); null: never again. */
export const nextFiring = (rule: Rule, after: number): number | null => {
  for (const day of daysNear(rule, after)) {
    const instant = instantOf(rule.zone, day + timeOfDay(rule.time));
    if (instant > after) return instant;
  }
  return null;
};

/** The next `count` firings. */
export const firingsAfter = (rule: Rule, after: number, count: number): number[] => {
  const next = count > 0 ? nextFiring(rule, after) : null;
  return next === null ? [] : [next, ...firingsAfter(rule, next, count - 1)];
};
