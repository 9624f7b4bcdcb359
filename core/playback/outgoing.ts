import type { CompiledShow } from '../show/compiled.ts';
import type { Plan, Playback } from './plan.ts';

/**
 * Which revision of the show is meant while a take fades (docs/draft.md): plans from before it, and the playbacks that
 * it left behind, belong to the one that goes. Where that one is not at hand any more the present one has to do.
 */
export const showOfPlan = (show: CompiledShow, { id }: Pick<Plan, 'id'>): CompiledShow =>
  show.outgoing !== null && id < show.outgoing.plan ? show.outgoing.show : show;

export const showOf = (
  show: CompiledShow,
  plan: Pick<Plan, 'id'>,
  playback: Pick<Playback, 'outgoing'>,
): CompiledShow => (playback.outgoing ? (show.outgoing?.show ?? show) : showOfPlan(show, plan));
