import {
  chaseSample,
  chaseTick,
  idleChase,
  mainAt,
  type ChaseCommand,
  type ChaseSettings,
  type ChaseState,
  type ChaseStep,
} from '../../../core/time/chase.ts';

/** A code that plays, seen through a chase: samples as they come, ticks between them, what was told and how far off main was. */
const settings: ChaseSettings = {
  freewheel: 2,
  ending: 'continue',
  fade: 3,
  lead: 0.03,
  duration: 600,
};
export type CodeAt = (at: number) => { position: number; speed: number | null } | null;
type Bench = {
  code: CodeAt;
  seconds: number;
  /** Seconds between samples. */
  every?: number;
  /** Added to a sample's instant. */
  jitter?: (index: number) => number;
  settings?: Partial<ChaseSettings>;
  onStep?: (at: number, state: ChaseState) => void;
};
export type Run = {
  commands: (ChaseCommand & { when: number })[];
  /** Machine time, main less code, phase: each 10 ms. */
  log: { at: number; error: number | null; phase: ChaseState['phase'] }[];
  state: ChaseState;
};

export const chase = ({ code, seconds, every = 0.04, jitter = () => 0, ...bench }: Bench): Run => {
  const set = { ...settings, ...bench.settings };
  let state: ChaseState = idleChase;
  /** What main does in truth: a follow counts from its effect on. */
  let shown: ChaseState = idleChase;
  const run: Run = { commands: [], log: [], state };
  const take = (step: ChaseStep, when: number) => {
    state = step.state;
    run.commands.push(...step.commands.map((command) => ({ ...command, when })));
  };
  let index = 0;
  for (let at = 0; at < seconds; at += 0.01) {
    if (at >= index * every) {
      const heard = code(index * every);
      if (heard) take(chaseSample(state, { ...heard, at: index * every + jitter(index) }, at, set), at);
      index += 1;
    }
    take(chaseTick(state, at, set), at);
    if (!state.anchor || state.anchor.at <= at) shown = state;
    const main = mainAt(shown, at);
    const truth = code(at);
    run.log.push({ at, error: main === null || !truth ? null : main - truth.position, phase: state.phase });
    bench.onStep?.(at, state);
  }
  return { ...run, state };
};

export const follows = ({ commands }: Run) => commands.filter(({ kind }) => kind === 'follow');
/** Greatest error from an instant on, seconds; Infinity where main does not follow. */
export const worst = ({ log }: Run, from: number, to = Infinity): number =>
  Math.max(...log.filter(({ at }) => at >= from && at < to).map(({ error }) => Math.abs(error ?? Infinity)));

/** −1…1, the same from run to run. */
export const noise = (seed: number) => {
  let value = seed >>> 0;
  return () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2_147_483_648 - 1;
  };
};
