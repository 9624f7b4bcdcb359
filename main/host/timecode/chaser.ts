import { listen, type CodeSample } from '../../../core/time/code-line.ts';
import {
  chaseApplied,
  chaseSample,
  chaseTick,
  codeAt,
  idleChase,
  type ChaseSettings,
  type ChaseState,
  type ChaseStep,
} from '../../../core/time/chase.ts';
import type { ShowClock } from '../clock.ts';
import type { Playback } from '../playback.ts';

/**
 * Does what the chase says: tells main, bends the show clock, and lets both go. Instants of the chase are machine
 * seconds, the plan's are the show clock's.
 */
export interface Chaser {
  sample(sample: CodeSample): void;
  /** Heard, and not followed. */
  observe(sample: CodeSample): void;
  tick(): void;
  /** Main is let go: it runs on. */
  stop(): void;
  /** Someone else has moved main (a GO that leaves chase): nothing is told to it any more. */
  forget(): void;
  state(): ChaseState;
  /** Position that the code says for now; null: unknown. */
  wanted(): number | null;
  /** Times that main was told where to be. */
  located(): number;
}
export type ChaserSettings = Omit<ChaseSettings, 'lead' | 'duration'> & {
  go: 'refuse' | 'leave';
  source: 'ltc' | 'mtc';
  /** End of the main timeline, seconds. */
  duration: number;
};
type Options = {
  clock: ShowClock;
  playback: Pick<Playback, 'command'>;
  lead: number;
  settings(): ChaserSettings;
  /** A command was refused, by code. */
  onRefused(code: string, message: string): void;
};
/** Seconds until main is told again after it was refused. */
const AGAIN = 0.5;

export const createChaser = ({ clock, playback, lead, settings, onRefused }: Options): Chaser => {
  let state = idleChase;
  let located = 0;
  let refusedAt = -Infinity;

  const hostOf = (show: number) => {
    const map = clock.map();
    return map.host + (show - map.show) / map.rate;
  };
  const follow = (position: number, rate: number) => {
    const { source, go } = settings();
    const reply = playback.command('chase', { position, rate, go }, `timecode:${source}`, null);
    if (!reply.ok) {
      state = { ...state, anchor: null, clockRate: 1 };
      refusedAt = clock.host();
      clock.lead(null);
      onRefused(reply.code, reply.message);
      return;
    }
    located += 1;
    clock.lead(source);
    state = chaseApplied(state, hostOf(reply.value.effectiveAt));
  };
  const letGo = (then: string, seconds: number) => {
    playback.command('unchase', { then, seconds }, `timecode:${settings().source}`, null);
    clock.lead(null);
  };
  const run = (step: ChaseStep) => {
    ({ state } = step);
    for (const command of step.commands)
      switch (command.kind) {
        case 'follow':
          follow(command.position, command.rate);
          break;
        case 'clock':
          clock.setRate(command.rate, settings().source, state.phase === 'locked');
          break;
        case 'leave':
          letGo(command.then, command.seconds);
          break;
        default:
          command satisfies never;
      }
    if (state.anchor) clock.setRate(clock.map().rate, settings().source, state.phase === 'locked');
  };
  const full = (): ChaseSettings => ({ ...settings(), lead });
  const isWaiting = () => clock.host() - refusedAt < AGAIN;
  return {
    sample(sample) {
      if (!isWaiting()) run(chaseSample(state, sample, clock.host(), full()));
    },
    observe(sample) {
      state = { ...state, heard: listen(state.heard, sample) };
    },
    tick() {
      if (!isWaiting()) run(chaseTick(state, clock.host(), full()));
    },
    stop() {
      if (state.anchor) letGo('continue', 0);
      state = idleChase;
      clock.lead(null);
    },
    forget() {
      state = idleChase;
      clock.lead(null);
    },
    state: () => state,
    wanted: () => codeAt(state, clock.host()),
    located: () => located,
  };
};
