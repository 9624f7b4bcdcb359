/** What consoles see of timecode: the source that is listened to, and what main does with it. */
export type TimecodeRate = '23.976' | '24' | '25' | '29.97' | '29.97df' | '30';
export type TimecodeState = {
  source: 'off' | 'ltc' | 'mtc' | 'artnet';
  /** As it is read; null before the first whole frame. */
  rate: TimecodeRate | null;
  /** waiting: nothing heard yet; freewheel: it dropped out a moment ago; lost: longer than that. */
  state: 'off' | 'waiting' | 'locked' | 'freewheel' | 'lost';
  /** The last code heard, `10:00:12:05`. */
  code: string | null;
  /** Speed of the code: 1 forwards, −1 backwards, 0 standing. */
  speed: number;
  /** Main against the code, ms, positive: main is ahead; null while it does not chase. */
  errorMs: number | null;
  /** Show clock since which it runs on without a code, or null. */
  freewheelSince: number | null;
  /** Whether main follows. */
  isChasing: boolean;
};
export type TimecodeTopics = { timecode: TimecodeState };
export const noTimecode: TimecodeTopics = {
  timecode: {
    source: 'off',
    rate: null,
    state: 'off',
    code: null,
    speed: 0,
    errorMs: null,
    freewheelSince: null,
    isChasing: false,
  },
};
