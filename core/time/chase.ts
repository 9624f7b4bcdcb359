import {
  listen,
  nothingHeard,
  placeAt,
  type CodeLine,
  type CodeSample,
  type Listening,
} from './code-line.ts';

/**
 * Main follows a code: situations and answers are in chase.spec.md. Pure: the host gives samples and instants, and does
 * what the commands say. All instants are machine seconds; the show clock is only known by its rate against them.
 */
export type ChaseSettings = {
  /** Seconds that main runs on without a code. */
  freewheel: number;
  ending: 'continue' | 'hold' | 'fade';
  fade: number;
  /** Seconds from a command to its effect. */
  lead: number;
  /** Where main ends, seconds. */
  duration: number;
};
/** What main was told: where it stands at an instant, and how fast it runs on the show clock. */
export type ChaseAnchor = { position: number; at: number; rate: number };
type ChasePhase = 'waiting' | 'locked' | 'freewheel' | 'lost';
export type ChaseState = {
  phase: ChasePhase;
  heard: Listening;
  anchor: ChaseAnchor | null;
  /** Show seconds a machine second, as set. */
  clockRate: number;
  clockSetAt: number;
};
export type ChaseCommand =
  | ({ kind: 'follow' } & ChaseAnchor)
  | { kind: 'clock'; rate: number }
  | { kind: 'leave'; ending: ChaseSettings['ending']; seconds: number };
export type ChaseStep = { state: ChaseState; commands: ChaseCommand[] };

export const idleChase: ChaseState = {
  phase: 'waiting',
  heard: nothingHeard,
  anchor: null,
  clockRate: 1,
  clockSetAt: -Infinity,
};

/** Seconds without a sample after which the code has dropped out. */
const DROPPED_OUT = 0.2;
/** What the show clock can be bent by; a code that runs at normal speed may wander a little further before it counts as another. */
const CLOCK_RANGE = 0.005;
const WANDER = 0.007;
/** The clock pulls an error in with this time constant, seconds. */
const PULL = 3;
/** Changes of the clock: at least so large, so far apart. */
const CLOCK_STEP = 20e-6;
const CLOCK_APART = 0.25;
/** Main is told anew when it is so far off, seconds, … */
const TOO_FAR = 0.02;
/** … and at other speeds no sooner than this after the last time. */
const APART = 0.1;
/** A rate is another when it differs by so much. */
const OTHER_RATE = 0.004;
/** Standing main is where it should be within a millisecond: a fortieth of a frame. */
const STANDS = 0.001;

/** Position of main at an instant; null while it does not follow. */
export const mainAt = ({ anchor, clockRate }: ChaseState, at: number): number | null =>
  anchor ? anchor.position + (at - anchor.at) * anchor.rate * clockRate : null;
/** Position that the code says for an instant; null before it is known. */
export const codeAt = ({ heard }: ChaseState, at: number): number | null =>
  heard.code ? placeAt(heard.code, at) : null;

export const chaseSample = (
  state: ChaseState,
  sample: CodeSample,
  now: number,
  settings: ChaseSettings,
): ChaseStep => {
  const heard = listen(state.heard, sample);
  if (!heard.code) return { state: { ...state, heard }, commands: [] };
  return follow({ ...state, heard, phase: 'locked' }, heard.code, now, settings);
};

/** To be called some ten times a second: notices what does not come. */
export const chaseTick = (state: ChaseState, now: number, settings: ChaseSettings): ChaseStep => {
  const { lastAt, code } = state.heard;
  if (lastAt === null || state.phase === 'lost') return { state, commands: [] };
  const silent = now - lastAt;
  const isStanding = code?.speed === 0;
  if (isStanding) return { state, commands: [] };
  if (!code) return { state: silent > DROPPED_OUT ? { ...state, heard: nothingHeard } : state, commands: [] };
  if (silent > Math.max(settings.freewheel, DROPPED_OUT)) return leave(state, settings);
  if (silent > DROPPED_OUT && state.phase === 'locked') return freewheel(state, code, now);
  // Runs into the timeline's top or end between two samples.
  return state.phase === 'locked' ? follow(state, code, now, settings) : { state, commands: [] };
};

/** The code's speed alone, without the pull towards it: from here nothing corrects. */
const freewheel = (state: ChaseState, code: CodeLine, now: number): ChaseStep => {
  const next: ChaseState = { ...state, phase: 'freewheel' };
  const isBent = isNormal(code, state) && code.isSure && state.clockRate !== withinReach(code.speed);
  return isBent ? bent(next, withinReach(code.speed), now) : { state: next, commands: [] };
};
const leave = (state: ChaseState, { ending, fade }: ChaseSettings): ChaseStep => ({
  state: { ...idleChase, phase: 'lost' },
  commands: state.anchor ? [{ kind: 'leave', ending, seconds: fade }] : [],
});

const isNormal = ({ speed }: CodeLine, { anchor }: ChaseState): boolean =>
  Math.abs(speed - 1) <= (anchor?.rate === 1 ? WANDER : CLOCK_RANGE);

const follow = (state: ChaseState, code: CodeLine, now: number, settings: ChaseSettings): ChaseStep => {
  const clocked = clock(state, code, now);
  const rate = isNormal(code, state) ? 1 : Math.max(-4, Math.min(4, code.speed));
  const wanted = wantedAt(code, rate, now + settings.lead, settings);
  const { anchor } = clocked.state;
  if (anchor && !isOff(clocked.state, anchor, code, wanted.rate, now, settings)) return clocked;
  const next: ChaseAnchor = { ...wanted, at: now + settings.lead };
  return {
    state: { ...clocked.state, anchor: next },
    commands: [...clocked.commands, { kind: 'follow', ...next }],
  };
};

/** Before its top and beyond its end main stands. */
const wantedAt = (
  code: CodeLine,
  rate: number,
  at: number,
  { duration }: ChaseSettings,
): { position: number; rate: number } => {
  const place = placeAt(code, at);
  const isOutside = place < 0 || place > duration || (place === duration && rate > 0);
  return { position: Math.max(0, Math.min(duration, place)), rate: isOutside ? 0 : rate };
};

const isOff = (
  state: ChaseState,
  anchor: ChaseAnchor,
  code: CodeLine,
  rate: number,
  now: number,
  settings: ChaseSettings,
): boolean => {
  const at = Math.max(now, anchor.at);
  const wanted = wantedAt(code, rate, at, settings);
  const error = Math.abs((mainAt(state, at) ?? 0) - wanted.position);
  if (rate === 0 || anchor.rate === 0) return anchor.rate !== rate || error > STANDS;
  if (rate === 1 && anchor.rate === 1) return error > TOO_FAR;
  const isOther = Math.abs(anchor.rate - rate) > OTHER_RATE;
  return (
    (error > TOO_FAR || isOther) && (now - anchor.at > APART || Math.sign(rate) !== Math.sign(anchor.rate))
  );
};

/** At normal speed the clock takes the code's, and draws main to the code; else it keeps the machine's. */
const clock = (state: ChaseState, code: CodeLine, now: number): ChaseStep => {
  if (now - state.clockSetAt < CLOCK_APART) return { state, commands: [] };
  const at = Math.max(now, state.anchor?.at ?? now);
  const error = (mainAt(state, at) ?? placeAt(code, at)) - placeAt(code, at);
  const runs = state.anchor?.rate === 1 && isNormal(code, state);
  const speed = code.isSure ? code.speed : 1;
  const pulled = speed - (Math.abs(error) > TOO_FAR ? 0 : error / PULL);
  const rate = runs ? withinReach(pulled) : 1;
  return Math.abs(rate - state.clockRate) < CLOCK_STEP ? { state, commands: [] } : bent(state, rate, now);
};
const withinReach = (rate: number): number => Math.max(1 - CLOCK_RANGE, Math.min(1 + CLOCK_RANGE, rate));
const bent = (state: ChaseState, rate: number, now: number): ChaseStep => {
  const { anchor } = state;
  const position = mainAt(state, now);
  const moved = anchor && position !== null && now > anchor.at ? { ...anchor, position, at: now } : anchor;
  return {
    state: { ...state, anchor: moved, clockRate: rate, clockSetAt: now },
    commands: [{ kind: 'clock', rate }],
  };
};
