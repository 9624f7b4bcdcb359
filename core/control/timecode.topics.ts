import type { TimecodeRate } from '../time/smpte.ts';

/** What consoles see of timecode: the source that is listened to, and what main does with it. */
export type TimecodeState = {
  source: 'off' | 'ltc' | 'mtc' | 'artnet';
  /** As the station has set it, and as the code says; null before it is known. */
  rate: TimecodeRate | null;
  heardRate: TimecodeRate | null;
  /** waiting: nothing heard yet; freewheel: it dropped out a moment ago; lost: longer than that. */
  state: 'off' | 'waiting' | 'locked' | 'freewheel' | 'lost';
  /** The last code heard, `10:00:12:05`. */
  code: string | null;
  /** Speed of the code: 1 forwards, −1 backwards, 0 standing. */
  speed: number;
  /** Where the code says that main should stand, seconds, at the show clock `at`; null: not known. */
  position: number | null;
  at: number;
  /** Main against the code, ms, positive: main is ahead; null while it does not chase. */
  errorMs: number | null;
  /** Show clock since which it runs on without a code, or null. */
  freewheelSince: number | null;
  /** Whether main follows. */
  isChasing: boolean;
  /** Level of the LTC input, dB of full scale; null: none, or another source. */
  level: number | null;
  trimMs: number;
  /** Times that main was told where to be since it began to follow. */
  located: number;
  /** A loop-back measurement that the sound page is asked for, by number; null: none. */
  measuring: number | null;
};
export type TimecodeTopics = { timecode: TimecodeState };
export const noTimecode: TimecodeTopics = {
  timecode: {
    source: 'off',
    rate: null,
    heardRate: null,
    state: 'off',
    code: null,
    speed: 0,
    position: null,
    at: 0,
    errorMs: null,
    freewheelSince: null,
    isChasing: false,
    level: null,
    trimMs: 0,
    located: 0,
    measuring: null,
  },
};
