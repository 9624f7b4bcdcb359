import { fitLine, lineAt, lineBack, type Line, type Point } from '../../core/time/line-fit.ts';

/**
 * The sound device's clock against the page's: pairs of `getOutputTimestamp()` under a robust line, since a single
 * pair (and `currentTime` all the more) jumps by milliseconds. What the line gives is what is *heard* at that instant,
 * so the device's latency is in it. Until the line can be trusted, the device is taken to run at the page's rate.
 */
export interface DeviceClock {
  /** One pair: page time and context time, seconds. Ignored when it goes back or comes too soon after the last. */
  add(pageSeconds: number, contextSeconds: number): void;
  /** Context time heard at a page time; null before two pairs. */
  contextAt(pageSeconds: number): number | null;
  /** Page time at which a context time is heard; null before two pairs. */
  pageAt(contextSeconds: number): number | null;
  /** Device seconds a page second, once it is known well enough; else null. */
  rate(): number | null;
  reset(): void;
}
/** Pairs that are kept; page seconds between two of them, and while there are few. */
const MOST = 60;
const APART = 0.5;
const FEW = 8;
const APART_FIRST = 0.05;
/** The rate is trusted when its standard error is below this, and no sound device is off by more than that. */
const RATE_ERROR = 50e-6;
const RATE_LIMIT = 1000e-6;
/** So many pairs in a row, all on one side and beyond so many seconds: the device stood still or was changed. */
const STEP_PAIRS = 4;
const STEP = 0.01;

const trusted = (line: Line): boolean =>
  line.kept >= 12 && line.slopeError < RATE_ERROR && Math.abs(line.slope - 1) < RATE_LIMIT;
const hasStepped = (line: Line, latest: readonly Point[]): boolean => {
  const beyond = Math.max(STEP, 6 * line.spread);
  const off = latest.map(({ x, y }) => y - lineAt(line, x));
  return (
    latest.length === STEP_PAIRS &&
    (off.every((each) => each > beyond) || off.every((each) => each < -beyond))
  );
};
/** Through the middle of the latest pairs at a known rate. */
const level = (points: readonly Point[], slope: number): Line | null => {
  const latest = points.slice(-16);
  const x0 = latest[0]?.x ?? 0;
  const heights = latest.map(({ x, y }) => y - slope * (x - x0));
  const y0 = heights.toSorted((a, b) => a - b)[heights.length >> 1];
  return y0 === undefined || points.length < 2
    ? null
    : { slope, x0, y0, spread: 0, kept: points.length, slopeError: Infinity };
};

export const createDeviceClock = (): DeviceClock => {
  let points: Point[] = [];
  let line: Line | null = null;
  /** Last trusted: a quartz keeps its rate while a busy machine blurs the readings. */
  let rate: number | null = null;
  return {
    add(x, y) {
      const before = points.at(-1);
      const apart = points.length < FEW ? APART_FIRST : APART;
      if (before && (x < before.x + apart || y <= before.y)) return;
      points = [...points, { x, y }].slice(-MOST);
      const latest = points.slice(-STEP_PAIRS);
      if (line && hasStepped(line, latest)) points = latest;
      const fitted = fitLine(points);
      const isTrusted = fitted !== null && trusted(fitted);
      if (isTrusted) rate = fitted.slope;
      line = isTrusted ? fitted : level(points, rate ?? 1);
    },
    contextAt: (x) => (line ? lineAt(line, x) : null),
    pageAt: (y) => (line ? lineBack(line, y) : null),
    rate: () => rate,
    reset() {
      points = [];
      line = null;
      rate = null;
    },
  };
};
