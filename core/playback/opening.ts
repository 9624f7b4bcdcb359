import type { CompiledShow } from '../show/compiled.ts';
import { firstPlaced } from './cue-order.ts';
import type { Plan } from './plan.ts';
import { constant } from './ramp.ts';
import { fullSound } from './sound.ts';

/** What a show opens with, and RESET goes back to: black, nothing plays or waits, the first cue with a place on standby. */
type Opening = Omit<Plan, 'id' | 'effectiveAt' | 'marks' | 'fired' | 'nextPlayback'>;
export const opening = (show: CompiledShow): Opening => ({
  current: null,
  standby: firstPlaced(show),
  playbacks: [],
  master: constant(1),
  blackout: constant(0),
  panic: { state: 'off', level: constant(0) },
  sound: fullSound,
  stopping: null,
  armed: null,
  waiting: [],
});
