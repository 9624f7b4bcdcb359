import { listen, type CodeSample } from '../../../core/time/code-line.ts';
import {
  chaseSample,
  chaseTick,
  codeAt,
  idleChase,
  type ChaseAnchor,
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
  /** Whether main lies on the code. */
  isIn(): boolean;
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
  playback: Pick<Playback, 'command' | 'plans'>;
  lead: number;
  settings(): ChaserSettings;
  /** A command was refused, by code. */
  onRefused(code: string, message: string): void;
  /** Main was taken off the code by someone else, and stays so until chase is asked for again. */
  onLeft(): void;
};
/** Seconds until main is told again after it was refused. */
const AGAIN = 0.5;

export const createChaser = ({ clock, playback, lead, settings, onRefused, onLeft }: Options): Chaser => {
  let state = idleChase;
  let located = 0;
  let refusedAt = -Infinity;
  const main = () =>
    playback
      .plans()
      .at(-1)
      ?.playbacks.find(({ role }) => role === 'main');
  /** A host that comes back may find main on a code. */
  let isIn = Boolean(main()?.chase);
  const bornAt = clock.host();

  const showOf = (host: number) => {
    const map = clock.map();
    return map.show + (host - map.host) * map.rate;
  };
  const follow = (line: ChaseAnchor) => {
    const { source, go } = settings();
    const args = { position: line.position, at: showOf(line.at), rate: line.rate, go, enter: !isIn };
    const reply = playback.command('chase', args, `timecode:${source}`, null);
    if (reply.ok) {
      isIn = true;
      located += 1;
      clock.lead(source);
      return;
    }
    state = { ...state, anchor: null, clockRate: 1 };
    refusedAt = clock.host();
    clock.lead(null);
    onRefused(reply.code, reply.message);
  };
  const letGo = (ending: string, seconds: number) => {
    playback.command('unchase', { ending, seconds }, `timecode:${settings().source}`, null);
    isIn = false;
    clock.lead(null);
  };
  const end = () => {
    state = idleChase;
    isIn = false;
    clock.lead(null);
  };
  /** Panic, STOP, RESET or a GO that may leave has taken main off the code. */
  const hasLeft = (): boolean => {
    if (!isIn || (state.anchor && clock.host() < state.anchor.at)) return false;
    return !main()?.chase;
  };
  /** What an earlier host was following has not come back. */
  const isOrphan = (): boolean =>
    isIn && state.heard.lastAt === null && clock.host() - bornAt > settings().freewheel;
  const run = (step: ChaseStep) => {
    ({ state } = step);
    for (const command of step.commands)
      switch (command.kind) {
        case 'follow':
          follow(command);
          break;
        case 'clock':
          clock.setRate(command.rate, settings().source, state.phase === 'locked');
          break;
        case 'leave':
          letGo(command.ending, command.seconds);
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
      if (hasLeft()) {
        end();
        onLeft();
      } else if (isOrphan()) letGo(settings().ending, settings().fade);
      else if (!isWaiting()) run(chaseTick(state, clock.host(), full()));
    },
    stop() {
      if (isIn) letGo('continue', 0);
      end();
    },
    isIn: () => isIn,
    state: () => state,
    wanted: () => codeAt(state, clock.host()),
    located: () => located,
  };
};
