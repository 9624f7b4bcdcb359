import type { Status } from '../control/link.ts';
import { nameOf } from '../ids.ts';
import type { CompiledShow } from '../show/compiled.ts';
import { normaliseCueNumber } from '../show/cue-number.ts';
import type { Plan, Playback } from './plan.ts';
import { resolve } from './resolve.ts';
import { levelAt } from './ramp.ts';

const stateOf = (playback: Playback): Status['playbacks'][number]['state'] => {
  if (playback.role === 'ghost' || playback.outgoing) return 'ghost';
  if (playback.paused !== null) return 'paused';
  return playback.anchor.running ? 'playing' : 'holding';
};

/** What `GET /api/status` says of playback at a clock time; ids are bare names, cues are numbers. */
export const statusOf = (
  show: CompiledShow,
  plan: Plan,
  now: number,
): Pick<Status, 'playbacks' | 'cues' | 'master'> => {
  const { plan: at, playbacks } = resolve(show, plan, now);
  const numberOf = (id: string | null): string | null => {
    const cue = id === null ? undefined : show.cueById[id];
    return cue ? normaliseCueNumber(cue.number) : null;
  };
  return {
    playbacks: playbacks.map(({ playback, position }) => ({
      id: playback.id,
      timeline: nameOf(playback.timeline),
      state: stateOf(playback),
      position,
      rate: playback.anchor.running ? playback.anchor.rate : 0,
      cue: numberOf(playback.cue),
    })),
    cues: { current: numberOf(at.current), standby: numberOf(at.standby) },
    master: { level: levelAt(at.master, now), blackout: at.blackout.to > 0.5, panic: at.panic.state },
  };
};
