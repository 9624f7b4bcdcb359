import type { LineUp } from '../../core/control/line-up.ts';
import { frameAt, planAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import type { LiveSample } from '../../core/playback/live.ts';
import type { Plan } from '../../core/playback/plan.ts';
import { lightAt, resolve } from '../../core/playback/resolve.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';

/** The frame that a page draws at a clock time. */
export type Playing = {
  show: CompiledShow;
  /** What a take is about to bring. */
  incoming: CompiledShow | null;
  plans: readonly Plan[];
  live: readonly LiveSample[];
  lineUp: LineUp;
};

/** Before the first plan. */
const DARK: Frame = { at: 0, plan: 0, position: null, light: 0, groups: [] };
/** Frames: a clock that stands exactly on the grid belongs to the frame that begins there. */
const ROUNDING = 1e-6;

/** floor(show clock × refresh), and the clock on that grid. */
export const gridOf = (clock: number, refresh: number): { frame: number; clock: number } => {
  const frame = Math.floor(clock * refresh + ROUNDING);
  return { frame, clock: frame / refresh };
};

/**
 * While the show is frozen nothing later than that moment is drawn, with the plans and levels of that moment. Its light
 * is today's: panic, blackout and master must darken a frozen wall, too.
 */
export const playedAt = ({ show, plans, live, lineUp }: Playing, time: number): Frame => {
  const { frozenAt, frozen } = lineUp;
  const isFrozen = frozenAt !== null && frozen !== null && time >= frozenAt;
  const at = isFrozen ? frozenAt : time;
  const plan = planAt(isFrozen ? frozen.plans : plans, at);
  if (!plan) return { ...DARK, at };
  const frame = frameAt(show, plan, at, isFrozen ? frozen.live : live);
  const present = isFrozen ? planAt(plans, time) : null;
  return present ? { ...frame, light: lightAt(resolve(show, present, time).plan, time) } : frame;
};
