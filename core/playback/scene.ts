import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { fail, ok, type Result } from '../result.ts';
import { normaliseCueNumber } from '../show/cue-number.ts';
import type { Step } from './fire.ts';
import type { Plan } from './plan.ts';

/** What a verb's function is given: the show with this session's marks, the plan carried up to `now`. */
export type Scene = { show: CompiledShow; plan: Plan; now: number; sender: string };
export type Args = Record<string, unknown>;
export type Handler = (scene: Scene, args: Args) => Result<Step>;

export const still = (plan: Plan): Result<Step> => ok({ plan, effects: [] });
export const numberOf = (args: Args, key: string): number | null =>
  typeof args[key] === 'number' ? args[key] : null;
export const textOf = (args: Args, key: string): string | null =>
  typeof args[key] === 'string' ? args[key] : null;

/** Code `unknown-cue`. */
export const cueOfNumber = ({ show }: Pick<Scene, 'show'>, number: string): Result<CompiledCue> => {
  const cue = show.cueByNumber[normaliseCueNumber(number)];
  return cue
    ? ok(cue)
    : fail('unknown-cue', `There is no cue ${number}; the cue list has ${show.cues.length}.`, number);
};

/** One that may fire. Codes `unknown-cue`, `disarmed`. */
export const armedCue = (scene: Scene, number: string): Result<CompiledCue> => {
  const found = cueOfNumber(scene, number);
  if (!found.ok || !found.value.disarmed) return found;
  return fail('disarmed', `Cue ${found.value.number} is disarmed; arm it in the cue list.`, found.value.id);
};
