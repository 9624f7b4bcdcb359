import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import type { TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { ShowClock } from '../clock.ts';
import type { Health } from '../health.ts';
import type { Journal } from '../journal.ts';
import type { Chaser } from './chaser.ts';
import type { Placing } from './placing.ts';

/** What is worth a line of the journal, or a problem: locks and drop-outs, a wrong rate, a code that is gone. */
export interface Watch {
  look(): void;
  /** Show clock, seconds; null: it does not freewheel. */
  freewheelSince(): number | null;
}
type Options = {
  clock: ShowClock;
  journal: Journal;
  health: Health;
  chaser: Chaser;
  placing: Placing;
  settings(): TimecodeRecord;
  isChasing(): boolean;
};

export const createWatch = (options: Options): Watch => {
  const { clock, journal, health, chaser, placing, settings, isChasing } = options;
  let phase = chaser.state().phase;
  let since: number | null = null;

  const problems = (): Problem[] => {
    const { source, rate } = settings();
    if (source === 'off') return [];
    const heard = placing.rate();
    const isOther = heard !== null && heard !== rate;
    return [
      ...(isOther ? [problemOf('timecode-rate', `timecode:main.rate: ${rate}, heard ${heard}`)] : []),
      ...(isChasing() && phase === 'lost' ? [problemOf('timecode-lost', source)] : []),
    ];
  };
  return {
    look() {
      const next = chaser.state().phase;
      if (next !== phase) {
        journal.add('timecode', `${settings().source}: ${next} at ${placing.text() ?? 'no code'}`);
        since = next === 'freewheel' ? clock.now() : null;
        phase = next;
      }
      health.set('timecode', problems());
    },
    freewheelSince: () => since,
  };
};

const problemOf = (code: 'timecode-rate' | 'timecode-lost', path: string): Problem => ({
  code,
  message: messages[code].en,
  path,
});
