/** How many answers a sender gets: a burst, then a steady rate. Units: answers, answers a second. */
const BURST = 20;
const RATE = 20;
/** Senders that are remembered; forged source addresses must not cost memory. */
const MAX_SENDERS = 256;

/** One token bucket a sender; `allow` takes a token, if there is one. `now` in clock seconds. */
export function createBuckets(): { allow(sender: string, now: number): boolean } {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    allow(sender, now) {
      const before = buckets.get(sender) ?? { tokens: BURST, at: now };
      const tokens = Math.min(BURST, before.tokens + (now - before.at) * RATE);
      const isAllowed = tokens >= 1;
      buckets.delete(sender);
      buckets.set(sender, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
      const oldest = buckets.size > MAX_SENDERS ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      return isAllowed;
    },
  };
}
