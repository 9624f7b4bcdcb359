/**
 * Wall clock and instants of a time zone, from the rules that the JavaScript engine carries (Intl). Instants are
 * milliseconds since 1970 UTC; a wall time is written as the milliseconds that the same digits would have in UTC.
 */
const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  const made =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formatters.set(zone, made);
  return made;
};

export const isZone = (zone: string): boolean => {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false; // a RangeError is Intl's word for a zone that it does not know
  }
};

/** What clocks in the zone show at an instant. */
export const wallOf = (zone: string, instant: number): number => {
  const seconds = Math.floor(instant / 1000) * 1000;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(seconds)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (instant - seconds);
};

const offsetAt = (zone: string, instant: number): number => wallOf(zone, instant) - instant;

/**
 * The instant at which clocks first show a wall time. One that is shown twice (autumn) is the first; one that is never
 * shown (spring) is the jump over it.
 */
export const instantOf = (zone: string, wall: number): number => {
  const before = offsetAt(zone, wall - 2 * DAY);
  const after = offsetAt(zone, wall + 2 * DAY);
  const shown = [before, after]
    .map((offset) => wall - offset)
    .filter((instant) => wallOf(zone, instant) === wall);
  return shown.length > 0
    ? Math.min(...shown)
    : jumpBetween(zone, wall - Math.max(before, after), wall - Math.min(before, after));
};

/** The first second that has another offset than `from` has; there is one by `to`. */
const jumpBetween = (zone: string, from: number, to: number): number => {
  const offset = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};
