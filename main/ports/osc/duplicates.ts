import type { Duplicates } from './port.types.ts';

/** Packets that are remembered, and the longest that are looked at: a retransmitted one is short. */
const MOST = 128;
const LONGEST = 2048;

/**
 * A desk that sends on two networks, or a network that delivers twice: the very same bytes again within a few
 * milliseconds. What comes later is meant. `now` in clock seconds.
 */
export function createDuplicates(
  duplicates: Duplicates | null,
): (bytes: Uint8Array, address: string, now: number) => boolean {
  if (duplicates === null || duplicates.ms <= 0) return () => false;
  const seen = new Map<string, number>();
  return (bytes, address, now) => {
    if (bytes.byteLength > LONGEST) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const key = duplicates.from === 'anyone' ? text : `${address} ${text}`;
    const last = seen.get(key);
    if (last !== undefined && (now - last) * 1000 < duplicates.ms) return true;
    seen.delete(key);
    seen.set(key, now);
    const oldest = seen.size > MOST ? seen.keys().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
    return false;
  };
}
