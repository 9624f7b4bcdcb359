/**
 * OSC time tags are NTP: 64 bits, seconds since 1900 in the upper 32 and 1/2³² s in the lower. The seconds roll over in
 * 2036, so a tag is read in the era nearest to now. Resolution 0.23 ns; a double holds Unix seconds to 0.24 µs.
 */
export const IMMEDIATELY = 1n;
/** Further ahead than this, seconds, a tag is a sender with a wrong clock. */
export const MAX_AHEAD = 10;

/** Seconds from 1900-01-01 to 1970-01-01 (RFC 868). */
const UNIX_EPOCH = 2_208_988_800;
const ERA = 2 ** 32;

/** Unix seconds of a tag, in the NTP era nearest to `nearUnix` (Unix seconds). */
export function timetagToUnix(timetag: bigint, nearUnix: number): number {
  const seconds = Number(timetag >> 32n) - UNIX_EPOCH;
  const era = Math.round((nearUnix - seconds) / ERA);
  return seconds + era * ERA + Number(timetag & 0xffff_ffffn) / ERA;
}

/** The tag of a Unix time in seconds, rounded to the nearest 1/2³² s. */
export function unixToTimetag(unix: number): bigint {
  const whole = Math.floor(unix);
  const fraction = BigInt(Math.round((unix - whole) * ERA));
  return BigInt.asUintN(64, (BigInt(whole + UNIX_EPOCH) << 32n) + fraction);
}

export type Due = { kind: 'now'; warning: string | null } | { kind: 'later'; delay: number };

/**
 * When a bundle acts (DESIGN §6): immediately and the past mean now; more than MAX_AHEAD s ahead means now, with a
 * warning; otherwise `delay` seconds from now. `wallMs` is the wall clock in Unix milliseconds.
 */
export function dueOf(timetag: bigint, wallMs: number): Due {
  if (timetag === IMMEDIATELY) return { kind: 'now', warning: null };
  const now = wallMs / 1000;
  const delay = timetagToUnix(timetag, now) - now;
  if (delay <= 0) return { kind: 'now', warning: null };
  if (delay <= MAX_AHEAD) return { kind: 'later', delay };
  const warning = `a bundle is dated ${delay.toFixed(1)} s ahead and acted at once: check the sender's clock`;
  return { kind: 'now', warning };
}
