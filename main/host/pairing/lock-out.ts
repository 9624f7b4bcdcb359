/**
 * Who guesses has to wait: after so many wrong PINs an address is locked, twice as long each time. What was forgotten
 * is forgotten after a day, and only so many addresses are kept.
 */
export interface LockOut {
  /** Seconds until this address may try again; 0: now. */
  waitSeconds(address: string): number;
  wrong(address: string): void;
  /** Locks at once, whatever the count. */
  lock(address: string): void;
  right(address: string): void;
}
type Limits = { most: number; firstSeconds: number; longestSeconds: number };
type Entry = { wrong: number; locks: number; until: number; seenAt: number };

const mostKept = 1000;
const forgottenAfter = 86_400;

/** `seconds`: a monotonic clock. */
export const createLockOut = (limits: Limits, seconds: () => number): LockOut => {
  const entries = new Map<string, Entry>();
  const entryOf = (address: string): Entry => {
    const key = personOf(address);
    const now = seconds();
    const known = entries.get(key);
    const isFresh = known !== undefined && now - known.seenAt < forgottenAfter;
    const entry = isFresh ? known : { wrong: 0, locks: 0, until: 0, seenAt: now };
    entry.seenAt = now;
    // Said again, it is the youngest: the one that goes first is the one that has been quiet longest.
    entries.delete(key);
    entries.set(key, entry);
    const oldest = entries.keys().next();
    if (entries.size > mostKept && !oldest.done) entries.delete(oldest.value);
    return entry;
  };
  const lock = (address: string) => {
    const entry = entryOf(address);
    const length = Math.min(limits.longestSeconds, limits.firstSeconds * 2 ** entry.locks);
    entry.until = seconds() + length;
    entry.locks += 1;
    entry.wrong = 0;
  };
  return {
    waitSeconds(address) {
      const known = entries.get(personOf(address));
      return known === undefined ? 0 : Math.max(0, Math.ceil(known.until - seconds()));
    },
    wrong(address) {
      const entry = entryOf(address);
      entry.wrong += 1;
      if (entry.wrong >= limits.most) lock(address);
    },
    lock,
    right: (address) => void entries.delete(personOf(address)),
  };
};

/** One machine owns a whole /64 of IPv6: its first four groups stand for it. */
export const personOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...gap, ...last].slice(0, 4).join(':');
};
