import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { fail } from '../result.ts';
import type { Plan } from './plan.ts';

/**
 * The double-GO guard and re-trigger times (DESIGN §5). The two presses of a nervous hand, and a desk pressed twice
 * that sends n and then n + 1, count as one; a sting has only its own minimum time.
 */
type Scene = { show: CompiledShow; plan: Plan; now: number; sender: string };
type Refusal = ReturnType<typeof fail>;

/** Events are on the same clock, but a difference of two of them carries rounding. */
const EPSILON = 1e-6;

const sinceLastGo = ({ show, plan, now }: Scene): { seconds: number; guard: number } => {
  const last = plan.fired.lastGoCue ? show.cueById[plan.fired.lastGoCue] : undefined;
  return {
    seconds: plan.fired.lastGoAt === null ? Infinity : now - plan.fired.lastGoAt,
    guard: last?.guard ?? show.show.guard,
  };
};

const refused = (seconds: number, guard: number, path: string): Refusal =>
  fail(
    'guard',
    `Ignored: ${Math.round(seconds * 1000)} ms after the last GO; the guard is ${guard} s.`,
    path,
  );

export const guardGo = (scene: Scene): Refusal | null => {
  const { seconds, guard } = sinceLastGo(scene);
  return seconds < guard - EPSILON ? refused(seconds, guard, 'go') : null;
};

export const guardPlaced = (scene: Scene, cue: CompiledCue): Refusal | null => {
  const { plan, show, sender } = scene;
  const { seconds, guard } = sinceLastGo(scene);
  if (seconds >= guard - EPSILON) return null;
  const last = plan.fired.lastGoCue ? show.cueById[plan.fired.lastGoCue] : undefined;
  const isSame = last?.id === cue.id;
  const isNeighbour = last?.at?.timeline === cue.at?.timeline && plan.fired.lastGoSender === sender;
  return isSame || isNeighbour ? refused(seconds, guard, cue.id) : null;
};

export const guardSting = ({ plan, now }: Scene, cue: CompiledCue): Refusal | null => {
  if (plan.panic.state !== 'off')
    return fail('panic', 'Panic is on; GO, a cue with a place, resume or reset leaves it.', cue.id);
  const last = plan.fired.cues[cue.id]?.at;
  const seconds = last === undefined ? Infinity : now - last;
  if (seconds >= cue.retrigger - EPSILON) return null;
  return fail(
    'retrigger',
    `Ignored: ${Math.round(seconds * 1000)} ms after its last firing; cue ${cue.number} asks for ${cue.retrigger} s.`,
    cue.id,
  );
};
