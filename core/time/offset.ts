/**
 * Where the host's clock is, seen from a page: offset = host − page, seconds. Each ping bounds it: the host's reading
 * was taken between sending and receiving, so the midpoint is wrong by half the round trip at most (Cristian 1989). The
 * shortest round trip of a window is therefore the best one; delays only ever lengthen it.
 */
export type OffsetSample = {
  /** Page clock when the ping left, seconds. */
  sentAt: number;
  /** Page clock when the answer came. */
  receivedAt: number;
  /** The host's clock in the answer. */
  host: number;
};
export type OffsetEstimate = {
  /** host − page, seconds. */
  offset: number;
  /** It is at most so wrong, seconds. */
  error: number;
};

/** Two clocks of cheap quartz part by 0.1 ms a second at the very worst: an old sample is doubted by so much. */
const drift = 1e-4;

const roundTrip = ({ sentAt, receivedAt }: OffsetSample): number => receivedAt - sentAt;

/** Adds a sample and drops what is older than `window` seconds. A negative round trip is no measurement. */
export const keepSample = (
  samples: readonly OffsetSample[],
  sample: OffsetSample,
  window: number,
): OffsetSample[] =>
  roundTrip(sample) < 0 || !Number.isFinite(sample.host)
    ? [...samples]
    : [...samples.filter(({ receivedAt }) => sample.receivedAt - receivedAt <= window), sample];

/** `now`: page clock, seconds. null: nothing measured yet. */
export const estimateOffset = (samples: readonly OffsetSample[], now: number): OffsetEstimate | null => {
  let best: OffsetEstimate | null = null;
  for (const sample of samples) {
    const error = roundTrip(sample) / 2 + (now - sample.receivedAt) * drift;
    const offset = sample.host - (sample.sentAt + sample.receivedAt) / 2;
    if (best === null || error <= best.error) best = { offset, error };
  }
  return best;
};
