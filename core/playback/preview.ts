import type { CompiledShow } from '../show/compiled.ts';
import type { Plan } from './plan.ts';
import { planForStill } from './still.ts';

/** A plan that runs through a timeline from a position at the clock time `at`, past every hold: what an editor's play is. */
export const planForPreview = (show: CompiledShow, timeline: string, position: number, at: number): Plan => {
  const plan = planForStill(show, timeline, position);
  return {
    ...plan,
    playbacks: plan.playbacks.map((one) => ({
      ...one,
      anchor: { position, clockAt: at, rate: 1, running: true },
      enteredAt: at - position,
      until: null,
      loop: null,
      holding: null,
      endsAt: null,
    })),
  };
};
