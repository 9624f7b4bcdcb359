import type { Duplicates } from './port.types.ts';

/** Packets that are remembered, and the longest that are looked at: a retransmitted one is short. */
const MOST = 128;
const LONGEST = 2048;

/**
 * A network that delivers twice, or a desk that sends on two: the very same bytes again within a few milliseconds. What
 * comes later is meant. From one sender only the last packet of an address counts, so that a fader that goes up, down
 * and up again ends up; between two networks the copies of several packets may lie between each other's. `now` in
 * clock seconds.
 */
export function createDuplicates(
  duplicates: Duplicates | null,
): (bytes: Uint8Array, address: string, now: number) => boolean {
  if (duplicates === null || duplicates.ms <= 0) return () => false;
  const seen = new Map<string, { text: string; at: number }>();
  return (bytes, sender, now) => {
    if (bytes.byteLength > LONGEST) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const key = duplicates.from === 'anyone' ? text : `${sender} ${addressOf(text)}`;
    const last = seen.get(key);
    if (last?.text === text && (now - last.at) * 1000 < duplicates.ms) return true;
    seen.delete(key);
    seen.set(key, { text, at: now });
    const oldest = seen.size > MOST ? seen.keys().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
    return false;
  };
}

/** Up to the first zero. */
const addressOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf('\0')));
