import { fitLine, lineAt, type Line, type Point } from './line-fit.ts';

/**
 * Where a code is, from samples of which some are late and a few are wrong: a line through the last ones. A sample far
 * from it is not believed until the next one agrees with it: then the code has skipped. x: machine seconds, y: seconds
 * of position.
 */
export type CodeSample = {
  position: number;
  at: number;
  /** As its source measured it, 0: it stands there; null: the source can't say. */
  speed: number | null;
};
export type CodeLine = {
  points: readonly Point[];
  line: Line;
  /** Seconds of position a machine second. */
  speed: number;
  /** The speed is measured, and not merely likely: a clock may be bent by it. */
  isSure: boolean;
};
export type Listening = {
  /** null: not enough heard. */
  code: CodeLine | null;
  /** Far from the line, or before there is one. */
  odd: readonly Point[];
  lastAt: number | null;
};
export const nothingHeard: Listening = { code: null, odd: [], lastAt: null };

/** Points that are kept; seconds between two of them, and while there are few. */
const MOST = 40;
const APART = 0.08;
const FEW = 10;
const APART_FIRST = 0.03;
/** Seconds off the line, or so many of its deviations, beyond which a sample is odd: less than any frame. */
const ODD = 0.03;
const ODD_SPREADS = 6;
/** What a first lock and a skip need: samples, and seconds from the first to the last of them. */
const LOCK = { count: 3, span: 0.05 };
const SKIP = { count: 2, span: 0.03 };
/** Seconds: a day and more. */
const FARTHEST = 100_000;
/** Nothing plays faster. */
const FASTEST = 4.2;
/** Speeds so near to 1 are taken for 1 until they are measured well: as a source tells them, and read off a few points. */
const NEAR_ONE_TOLD = 0.004;
const NEAR_ONE = 0.03;
/** A slope whose standard error is above this says nothing. */
const VAGUE = 1e-3;
/** So many in a row on one side of the line, and so far: the speed has changed. */
const STEP = { count: 6, least: 0.004, spreads: 3 };

export const placeAt = ({ line, speed }: CodeLine, at: number): number =>
  lineAt({ ...line, slope: speed }, at);

export const listen = (before: Listening, sample: CodeSample): Listening => {
  const point = { x: sample.at, y: sample.position };
  const isPlausible = Math.abs(sample.position) <= FARTHEST && Number.isFinite(sample.at);
  if (!isPlausible || (before.lastAt !== null && sample.at <= before.lastAt)) return before;
  const lastAt = sample.at;
  if (sample.speed === 0) return { code: standing(point), odd: [], lastAt };
  const { code } = before;
  if (code && !isOdd(code, point)) return { code: extended(code, point, sample.speed), odd: [], lastAt };
  const odd = [...before.odd.filter((one) => couldFollow(one, point)), point].slice(-LOCK.count);
  const need = code ? SKIP : LOCK;
  const span = point.x - (odd[0]?.x ?? point.x);
  if (odd.length < need.count || span < need.span) return { code, odd, lastAt };
  return { code: fitted(odd, sample.speed), odd: [], lastAt };
};

const standing = ({ x, y }: Point): CodeLine => ({
  points: [{ x, y }],
  line: { slope: 0, x0: x, y0: y, spread: 0, kept: 1, slopeError: Infinity },
  speed: 0,
  isSure: false,
});
const isOdd = (code: CodeLine, point: Point): boolean =>
  Math.abs(point.y - placeAt(code, point.x)) > Math.max(ODD, ODD_SPREADS * code.line.spread);
const couldFollow = (a: Point, b: Point): boolean => Math.abs(b.y - a.y) <= FASTEST * (b.x - a.x) + ODD;

const extended = (code: CodeLine, point: Point, told: number | null): CodeLine => {
  const last = code.points.at(-1);
  const apart = code.points.length < FEW ? APART_FIRST : APART;
  if (last && point.x - last.x < apart) return code;
  const points = [...code.points, point].slice(-MOST);
  const latest = points.slice(-STEP.count);
  return fitted(hasStepped(code, latest) ? latest : points, told) ?? code;
};
const hasStepped = (code: CodeLine, latest: readonly Point[]): boolean => {
  const beyond = Math.max(STEP.least, STEP.spreads * code.line.spread);
  const off = latest.map(({ x, y }) => y - placeAt(code, x));
  return (
    latest.length === STEP.count &&
    (off.every((each) => each > beyond) || off.every((each) => each < -beyond))
  );
};

/**
 * The slope is drawn towards the speed that is likely, by how much the jitter may have bent it: d² / (d² + σ²) of the
 * difference is believed (the shrinkage of Wiener), so that a true drift counts and mere noise hardly does.
 */
const fitted = (points: readonly Point[], told: number | null): CodeLine | null => {
  const line = fitLine(points);
  if (!line) return null;
  const likely = likelySpeed(told ?? line.slope, told === null ? NEAR_ONE : NEAR_ONE_TOLD);
  // Through the middle of few or blurred points: their own slope is not to be trusted.
  if (points.length < FEW || line.slopeError > VAGUE)
    return { points, line: { ...line, ...centre(points, likely) }, speed: likely, isSure: false };
  const apart = line.slope - likely;
  const share = apart === 0 ? 0 : apart ** 2 / (apart ** 2 + line.slopeError ** 2);
  return { points, line, speed: likely + apart * share, isSure: true };
};
const likelySpeed = (rough: number, near: number): number =>
  Math.abs(Math.abs(rough) - 1) < near ? Math.sign(rough) : rough;
const centre = (points: readonly Point[], speed: number): { x0: number; y0: number } => {
  const x0 = points.at(-1)?.x ?? 0;
  const heights = points.map(({ x, y }) => y + speed * (x0 - x)).toSorted((a, b) => a - b);
  return { x0, y0: heights[heights.length >> 1] ?? 0 };
};
