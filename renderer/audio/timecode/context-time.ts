import type { DeviceClock } from '../device-clock.ts';

/**
 * Context time against the page's, for what comes in and what goes out. The device clock knows when a sample is heard;
 * it was worked on before that by the output's latency, of which the middle of the last readings is taken, since
 * browsers let it wander. What an input adds is measured by loop-back, or trimmed.
 */
export interface ContextTime {
  /** To be called some ten times a second. */
  observe(): void;
  /** Page milliseconds at which a sample is worked on; null: not known yet. */
  workedAt(contextSeconds: number): number | null;
  /** Page milliseconds at which it is heard. */
  heardAt(contextSeconds: number): number | null;
  /** Seconds from being worked on to being heard. */
  latency(): number;
}
const READINGS = 201;

export const createContextTime = (context: AudioContext, clock: DeviceClock): ContextTime => {
  let latencies: number[] = [];
  const latency = () => latencies.toSorted((a, b) => a - b)[latencies.length >> 1] ?? 0;
  const heardAt = (seconds: number) => {
    const page = clock.pageAt(seconds);
    return page === null ? null : page * 1000;
  };
  return {
    observe() {
      const { contextTime = 0, performanceTime } = context.getOutputTimestamp();
      if (performanceTime !== undefined && contextTime > 0) clock.add(performanceTime / 1000, contextTime);
      if (Number.isFinite(context.outputLatency))
        latencies = [...latencies, context.outputLatency].slice(-READINGS);
    },
    heardAt,
    latency,
    workedAt(seconds) {
      const heard = heardAt(seconds);
      return heard === null ? null : heard - latency() * 1000;
    },
  };
};
